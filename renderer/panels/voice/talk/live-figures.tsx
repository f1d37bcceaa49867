import type { LiveTake } from '../../../../app/voice/voice.ts';
import { useLastLive } from '../../../stores/voice.ts';
import { lengthText, sizeText } from '../level-text.ts';
import styles from './talk.module.css';

/** The take that is being recorded, or the last one, in numbers. */
export function LiveFigures() {
  const live = useLastLive();
  return (
    <dl aria-label="Figures of the take" className={styles['figures']}>
      {figuresOf(live).map(({ label, value, isTrouble }) => (
        <div key={label} className={styles['figure']}>
          <dt>{label}</dt>
          <dd className={isTrouble === true ? styles['bad'] : undefined}>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

interface LiveFigure {
  readonly label: string;
  readonly value: string | undefined;
  readonly isTrouble?: boolean;
}

function figuresOf(live: LiveTake | undefined): readonly LiveFigure[] {
  const expected = (live?.frames ?? 0) + (live?.lostFrames ?? 0);
  const share = (part: number, whole: number): string =>
    whole === 0 ? `${part}` : `${part} (${((100 * part) / whole).toFixed(1)} %)`;
  return [
    { label: 'Sound', value: live && lengthText(live.lengthSeconds) },
    { label: 'Packets', value: live && `${live.packets} (${sizeText(live.bytes)})` },
    { label: 'Frames', value: live && `${live.frames}` },
    { label: 'DTX', value: live && share(live.dtxFrames, live.frames) },
    {
      label: 'Lost',
      value: live && share(live.lostFrames, expected),
      isTrouble: (live?.lostFrames ?? 0) > 0,
    },
    {
      label: 'Wrong CRC',
      value: live && `${live.wrongChecksums}`,
      isTrouble: (live?.wrongChecksums ?? 0) > 0,
    },
    {
      label: 'Not decoded',
      value: live && `${live.undecodedPackets}`,
      isTrouble: (live?.undecodedPackets ?? 0) > 0,
    },
    { label: 'Codec and bitrate', value: live && codecText(live) },
    { label: 'Late polls', value: live && `${live.latePolls}`, isTrouble: (live?.latePolls ?? 0) > 0 },
    { label: live?.isSimulated === true ? 'Talker (simulated)' : 'Talker', value: live?.talker },
  ];
}

function codecText({ codec, bitsPerSecond }: LiveTake): string {
  const rate = `${(bitsPerSecond / 1000).toFixed(1)} kbit/s`;
  return codec === undefined ? rate : `${codecNames[codec]}, ${rate}`;
}

const codecNames = { opus: 'Opus', silk: 'SILK', unknown: 'Unknown' } as const;
