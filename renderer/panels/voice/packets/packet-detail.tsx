import { readVoicePacket } from '../../../../app/voice/packets/read-packet.ts';
import type { PacketCard } from '../../../../app/voice/voice.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Lamp } from '../../../ui/lamp.tsx';
import { Mono } from '../../../ui/mono.tsx';
import styles from './inspector.module.css';
import { hexLines } from './packet-text.ts';

export interface PacketDetailProps {
  readonly packet: PacketCard;
  /** Of the packet alone. */
  readonly bytes: Uint8Array;
}

/** One packet: its sections, its frames, its bytes. */
export function PacketDetail({ packet, bytes }: PacketDetailProps) {
  const { number, talker, sections, frames, isCrcRight, isEnd, problem } = packet;
  const reading = readVoicePacket(bytes);
  const crc = reading.ok ? reading.packet.crc.toString(16).padStart(8, '0') : undefined;
  const hex = hexLines(bytes);
  return (
    <section aria-label={`Packet ${number}`} className={styles['detail']}>
      <dl className={styles['facts']}>
        <dt>Talker</dt>
        <dd>{talker === undefined ? 'Not read' : <Mono>{talker}</Mono>}</dd>
        <dt>CRC-32</dt>
        <dd className={styles['crc']}>
          {crc !== undefined && <Mono>{crc}</Mono>}
          <Lamp state={isCrcRight ? 'on' : 'fault'} label={isCrcRight ? 'Right' : 'Wrong'} />
        </dd>
        <dt>Sections</dt>
        <dd>
          {problem === undefined ? (
            <ol className={styles['sections']}>
              {sections.map((section, index) => (
                <li key={index}>{section}</li>
              ))}
            </ol>
          ) : (
            <span className={styles['problem']}>
              Byte {problem.at}: {problem.why}
            </span>
          )}
        </dd>
        <dt>Frames</dt>
        <dd className={styles['frameList']}>
          {frames.length === 0 && 'None'}
          {frames.map(({ seq, sizeBytes, isDtx }, index) => (
            <span key={index} className={styles['frame']}>
              seq {seq} · {sizeBytes} B{isDtx && ' · DTX'}
            </span>
          ))}
          {isEnd && <span className={styles['frame']}>End of the spurt</span>}
        </dd>
      </dl>
      <div className={styles['bytes']}>
        <pre role="region" aria-label={`Bytes of packet ${number}`} tabIndex={0}>
          {hex}
        </pre>
        <CopyButton what={`the bytes of packet ${number}`} text={hex} />
      </div>
    </section>
  );
}
