import type { ByteRange } from './detail-fields.ts';
import styles from './hex-dump.module.css';

const BYTES_A_LINE = 16;

export interface HexDumpProps {
  readonly bytes: Uint8Array;
  /** Bytes to point out. */
  readonly marked: ByteRange | undefined;
}

/** Bytes as offset, hex and text. */
export function HexDump({ bytes, marked }: HexDumpProps) {
  const lines = Array.from(
    { length: Math.ceil(bytes.length / BYTES_A_LINE) },
    (_, line) => line * BYTES_A_LINE,
  );
  return (
    <div className={styles['dump']} tabIndex={0} role="group" aria-label="Raw bytes">
      {lines.map((from) => {
        const line = bytes.subarray(from, from + BYTES_A_LINE);
        return (
          <div key={from} className={styles['line']}>
            <span className={styles['offset']}>{from.toString(16).padStart(4, '0')}</span>
            <Parts
              from={from}
              line={line}
              marked={marked}
              textOf={hexOf}
              separator=" "
              className={styles['hex']}
            />
            <Parts
              from={from}
              line={line}
              marked={marked}
              textOf={letterOf}
              separator=""
              className={styles['text']}
            />
          </div>
        );
      })}
    </div>
  );
}

interface PartsProps {
  readonly from: number;
  readonly line: Uint8Array;
  readonly marked: ByteRange | undefined;
  readonly textOf: (byte: number) => string;
  readonly separator: string;
  readonly className: string | undefined;
}

/** A line in at most three pieces: before, in and after what is marked. */
function Parts({ from, line, marked, textOf, separator, className }: PartsProps) {
  const clamp = (offset: number): number => Math.max(0, Math.min(line.length, offset - from));
  const start = clamp(marked?.from ?? 0);
  const end = clamp(marked?.to ?? 0);
  const text = (bytes: Uint8Array): string => Array.from(bytes, (byte) => textOf(byte) + separator).join('');
  return (
    <span className={className}>
      {text(line.subarray(0, start))}
      {end > start && <mark className={styles['marked']}>{text(line.subarray(start, end))}</mark>}
      {text(line.subarray(Math.max(start, end)))}
    </span>
  );
}

const hexOf = (byte: number): string => byte.toString(16).padStart(2, '0');
const letterOf = (byte: number): string => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·');
