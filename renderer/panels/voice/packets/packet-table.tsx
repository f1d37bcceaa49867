import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { PacketCard } from '../../../../app/voice/voice.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Lamp } from '../../../ui/lamp.tsx';
import { Mono } from '../../../ui/mono.tsx';
import { Table } from '../../../ui/table.tsx';
import { moveBetweenRows } from '../row-keys.ts';
import styles from './inspector.module.css';
import { framesText, sectionsText } from './packet-text.ts';

/** Rows that a window lays out without being noticed. */
export const PAGE_ROWS = 100;

export interface PacketTableProps {
  readonly packets: readonly PacketCard[];
  /** From 0. */
  readonly page: number;
  readonly chosen: number | undefined;
  readonly onPage: (page: number) => void;
  /** Told of the number of a packet. */
  readonly onChoose: (number: number | undefined) => void;
}

/** Packets one by one, a page at a time: where, when, whose, and what is in them. */
export function PacketTable({ packets, page, chosen, onPage, onChoose }: PacketTableProps) {
  const shown = packets.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS);
  const [focused, setFocused] = useState<number>();
  const isShown = (number: number | undefined): boolean => shown.some((packet) => packet.number === number);
  const stop = [focused, chosen].find(isShown) ?? shown[0]?.number;
  return (
    <>
      <Table label="Packets" className={styles['packets']}>
        <thead>
          <tr>
            {['Packet', 'At', 'Size', 'Arrived', 'Talker', 'CRC', 'Sections', 'Frames'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveBetweenRows}>
          {shown.map((packet) => (
            <PacketRow
              key={packet.number}
              packet={packet}
              isTabStop={packet.number === stop}
              onFocus={() => setFocused(packet.number)}
              isChosen={packet.number === chosen}
              onChoose={() => onChoose(packet.number === chosen ? undefined : packet.number)}
            />
          ))}
        </tbody>
      </Table>
      {packets.length > PAGE_ROWS && <Pages count={packets.length} page={page} onPage={onPage} />}
    </>
  );
}

interface PacketRowProps {
  readonly packet: PacketCard;
  readonly isChosen: boolean;
  /** The one row of the table that Tab leads into. */
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onChoose: () => void;
}

function PacketRow({ packet, isChosen, isTabStop, onFocus, onChoose }: PacketRowProps) {
  return (
    <tr data-chosen={isChosen} onFocus={onFocus}>
      <td>
        <button
          type="button"
          data-row-name
          tabIndex={isTabStop ? 0 : -1}
          aria-pressed={isChosen}
          aria-label={`Packet ${packet.number}`}
          className={styles['number']}
          onClick={onChoose}
        >
          {packet.number}
        </button>
      </td>
      <td>{packet.at}</td>
      <td>{packet.sizeBytes} B</td>
      <td>{packet.arrivedMs === undefined ? '–' : `${Math.round(packet.arrivedMs)} ms`}</td>
      <td>{packet.talker === undefined ? '–' : <Mono>{packet.talker}</Mono>}</td>
      <td>
        <Lamp state={packet.isCrcRight ? 'on' : 'fault'} label={packet.isCrcRight ? 'Right' : 'Wrong'} />
      </td>
      <td className={styles['sectionsCell']}>{sectionsText(packet)}</td>
      <td>
        {framesText(packet)}
        {packet.problem !== undefined && (
          <span className={styles['problem']}>
            Byte {packet.problem.at}: {packet.problem.why}
          </span>
        )}
      </td>
    </tr>
  );
}

interface PagesProps {
  readonly count: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function Pages({ count, page, onPage }: PagesProps) {
  const last = Math.ceil(count / PAGE_ROWS) - 1;
  const to = (label: string, icon: typeof ChevronFirst, target: number) => (
    <IconButton icon={icon} label={label} disabled={target === page} onClick={() => onPage(target)} />
  );
  return (
    <div role="group" aria-label="Pages of packets" className={styles['pages']}>
      {to('First packets', ChevronFirst, 0)}
      {to('Packets before', ChevronLeft, Math.max(0, page - 1))}
      <output>
        Packets {page * PAGE_ROWS + 1} to {Math.min(count, (page + 1) * PAGE_ROWS)} of {count}
      </output>
      {to('Packets after', ChevronRight, Math.min(last, page + 1))}
      {to('Last packets', ChevronLast, last)}
    </div>
  );
}
