import styles from './hex-view.module.css';
import { hexDump } from './hex-dump.ts';

export interface HexViewProps {
  readonly hex: string;
  readonly label: string;
}

/** Bytes as offset, hex and ASCII. */
export function HexView({ hex, label }: HexViewProps) {
  return (
    <div className={styles['view']} role="region" aria-label={label} tabIndex={0}>
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
              <td>{row.hex}</td>
              <td className={styles['ascii']}>{row.ascii}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
