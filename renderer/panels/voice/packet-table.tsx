import type { PacketCard } from '../../../app/voice/voice.ts';
import { Lamp } from '../../ui/lamp.tsx';
import { Mono } from '../../ui/mono.tsx';
import styles from './inspector.module.css';

/** More rows than that nobody reads, and a window takes long to lay out. */
const MOST_ROWS = 500;

/** Packets one by one: where, when, whose, and what is in them. */
export function PacketTable({ packets }: { readonly packets: readonly PacketCard[] }) {
  const hidden = packets.length - MOST_ROWS;
  return (
    <div className={styles['scroll']} role="region" aria-label="Packets" tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {['Packet', 'At', 'Size', 'Arrived', 'Talker', 'CRC', 'Sections', 'Frames'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {packets.slice(0, MOST_ROWS).map((packet) => (
            <tr key={packet.number}>
              <td>{packet.number}</td>
              <td>{packet.at}</td>
              <td>{packet.sizeBytes} B</td>
              <td>{packet.arrivedMs === undefined ? '–' : `${Math.round(packet.arrivedMs)} ms`}</td>
              <td>{packet.talker === undefined ? '–' : <Mono>{packet.talker}</Mono>}</td>
              <td>
                <Lamp
                  state={packet.isCrcRight ? 'on' : 'fault'}
                  label={packet.isCrcRight ? 'Right' : 'Wrong'}
                />
              </td>
              <td>{packet.sections.join(' · ')}</td>
              <td className={styles['frames']}>
                {framesText(packet)}
                {packet.problem !== undefined && (
                  <span className={styles['problem']}>
                    Byte {packet.problem.at}: {packet.problem.why}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className={styles['note']}>{hidden} more are not shown.</p>}
    </div>
  );
}

/** `4 (seq 12–15), 1 DTX, end of the spurt`. */
function framesText({ frames, isEnd }: PacketCard): string {
  const [first] = frames;
  const last = frames.at(-1);
  const dtx = frames.filter(({ isDtx }) => isDtx).length;
  const seqs = first === undefined || last === undefined ? '' : ` (seq ${first.seq}–${last.seq})`;
  return [
    `${frames.length}${seqs}`,
    ...(dtx > 0 ? [`${dtx} DTX`] : []),
    ...(isEnd ? ['end of the spurt'] : []),
  ].join(', ');
}
