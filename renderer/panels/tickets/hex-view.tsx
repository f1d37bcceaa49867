import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import styles from './hex-view.module.css';
import { hexDump } from './hex-dump.ts';
import { asciiPieces, hexPieces, type HexPiece, type HexRange } from './hex-pieces.ts';

export interface HexViewProps {
  readonly hex: string;
  readonly label: string;
  /** Parts of the bytes, in order: tinted by turns. */
  readonly ranges?: readonly HexRange[];
  /** Place of the range that is pointed out, and brought into sight. */
  readonly chosen?: number | undefined;
}

const noRanges: readonly HexRange[] = [];

/** Bytes as offset, hex and ASCII. */
export function HexView({ hex, label, ranges = noRanges, chosen }: HexViewProps) {
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen === undefined) return;
    const pieces = view.current?.querySelectorAll('[data-chosen]') ?? [];
    // All of it where there is room, else its beginning.
    for (const piece of [...pieces].reverse()) piece.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  return (
    <div ref={view} className={styles['view']} role="region" aria-label={label} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Offset</th>
            <th scope="col">Hex</th>
            <th scope="col">ASCII</th>
          </tr>
        </thead>
        <tbody>
          {hexDump(hex).map((row) => (
            <tr key={row.offset}>
              <th scope="row">{row.offset}</th>
              <td>
                <Pieces pieces={hexPieces(row, ranges)} chosen={chosen} />
              </td>
              <td className={styles['ascii']}>
                <Pieces pieces={asciiPieces(row, ranges)} chosen={chosen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PiecesProps {
  readonly pieces: readonly HexPiece[];
  readonly chosen: number | undefined;
}

function Pieces({ pieces, chosen }: PiecesProps) {
  return pieces.map(({ text, range }, index) => {
    if (range === undefined) return text;
    const isChosen = range === chosen;
    return (
      <span
        // Pieces are made anew with the row; they have no other name than their place.
        key={index}
        data-chosen={isChosen || undefined}
        className={clsx(isChosen ? styles['chosen'] : range % 2 === 0 ? styles['even'] : styles['odd'])}
      >
        {text}
      </span>
    );
  });
}
