import { Spinner } from '../../../ui/spinner.tsx';
import { packetsOfTake } from '../../../voice/take-signal.ts';
import styles from './figures.module.css';
import type { PacketScale } from '../packets/packet-drawing.ts';
import { PacketPlot } from '../packets/packet-plot.tsx';
import { TakeCursor, type TakeCursorProps } from './take-cursor.tsx';
import type { TakeLook } from './take-drawing.ts';
import { TakeTrace } from './take-trace.tsx';
import trace from '../trace/trace.module.css';
import type { TakeDetail } from './use-take-detail.ts';

export interface ShownTraceProps extends TakeCursorProps {
  readonly isNamed: boolean;
  readonly detail: TakeDetail;
  readonly look: TakeLook;
  readonly scale: PacketScale;
}

/** One take: its wave with what lies over it, and its packets below on the same axis. */
export function ShownTrace({ isNamed, detail, look, scale, ...cursor }: ShownTraceProps) {
  const { name, view, lengthSeconds, onView } = cursor;
  const { sound, failure } = detail;
  return (
    <figure className={trace['figure']}>
      {isNamed && <figcaption className={styles['traceName']}>{name}</figcaption>}
      {sound !== undefined ? (
        <>
          <TakeTrace
            name={name}
            sound={sound}
            look={look}
            view={view}
            lengthSeconds={lengthSeconds}
            onView={onView}
          >
            <TakeCursor {...cursor} />
          </TakeTrace>
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
