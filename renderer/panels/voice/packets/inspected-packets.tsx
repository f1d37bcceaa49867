import { useMemo } from 'react';
import { inTime } from '../../../voice/packet-columns.ts';
import { packetsOfFile } from '../../../voice/file-packets.ts';
import styles from './inspector.module.css';
import { changeOpenFile, type OpenFile } from './open-file.ts';
import { PacketDetail } from './packet-detail.tsx';
import { PacketLegend } from './packet-legend.tsx';
import { PacketPlot } from './packet-plot.tsx';
import { PAGE_ROWS, PacketTable } from './packet-table.tsx';
import trace from '../trace/trace.module.css';

/** The packets of a file: over time, in rows, and the chosen one to its last byte. */
export function InspectedPackets({ file }: { readonly file: OpenFile }) {
  const { bytes, inspection, page, chosen: chosenNumber } = file;
  const { name, packets } = inspection;
  const { hasTimes, timed, view } = useMemo(() => {
    const placed = packetsOfFile(packets);
    const sorted = inTime(placed.packets);
    return { ...placed, timed: sorted, view: { from: 0, to: Math.max(0.1, sorted.at(-1)?.atSeconds ?? 0) } };
  }, [packets]);
  const chosen = packets.find(({ number }) => number === chosenNumber);
  const choose = (number: number | undefined): void => {
    changeOpenFile(bytes, {
      chosen: number,
      ...(number !== undefined && { page: Math.floor((number - 1) / PAGE_ROWS) }),
    });
  };
  const point = (seconds: number): void => {
    const distances = timed.map(({ atSeconds }) => Math.abs(atSeconds - seconds));
    const nearest =
      timed[distances.indexOf(distances.reduce((one, other) => Math.min(one, other), Infinity))];
    choose(nearest?.number);
  };
  return (
    <>
      <figure className={trace['figure']}>
        <PacketPlot
          name={name}
          packets={timed}
          view={view}
          markAt={timed.find(({ number }) => number === chosenNumber)?.atSeconds}
          onPoint={point}
        />
        <figcaption className={trace['caption']}>
          <PacketLegend bar="Packet size, bytes; click for the packet" />
          <span>
            {hasTimes
              ? 'Since the first packet came'
              : 'The file has no times: by the frames before each packet'}
          </span>
        </figcaption>
      </figure>
      <PacketTable
        packets={packets}
        page={page}
        chosen={chosenNumber}
        onPage={(next) => changeOpenFile(bytes, { page: next })}
        onChoose={choose}
      />
      {chosen === undefined ? (
        <p className={styles['note']}>Choose a packet to see its sections, frames and bytes.</p>
      ) : (
        <PacketDetail packet={chosen} bytes={bytes.subarray(chosen.at, chosen.at + chosen.sizeBytes)} />
      )}
    </>
  );
}
