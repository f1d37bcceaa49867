import { Spinner } from '../../../ui/spinner.tsx';
import { packetsOfTake } from '../../../voice/take-signal.ts';
import styles from './figures.module.css';
import type { PacketScale } from '../packets/packet-drawing.ts';
import { PacketPlot } from '../packets/packet-plot.tsx';
import { TakeWave, type TakeWaveProps } from './take-wave.tsx';
import trace from '../trace/trace.module.css';
import type { TakeDetail } from './use-take-detail.ts';

export interface ShownTraceProps extends Omit<TakeWaveProps, 'sound'> {
  readonly isNamed: boolean;
  readonly detail: TakeDetail;
  readonly scale: PacketScale;
}

/** One take: its wave with what lies over it, and its packets below on the same axis. */
export function ShownTrace({ isNamed, detail, scale, ...wave }: ShownTraceProps) {
  const { name, view } = wave;
  const { sound, failure } = detail;
  return (
    <figure className={trace['figure']}>
      {isNamed && <figcaption className={styles['traceName']}>{name}</figcaption>}
      {sound !== undefined ? (
        <>
          <TakeWave {...wave} sound={sound} />
          <PacketPlot name={name} packets={packetsOfTake(sound)} view={view} scale={scale} />
        </>
      ) : (
        failure === undefined && (
          <p role="status" className={styles['reading']}>
            <Spinner /> Reading the take
          </p>
        )
      )}
    </figure>
  );
}
