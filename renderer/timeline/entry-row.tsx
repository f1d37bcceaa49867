import clsx from 'clsx';
import { CornerDownRight, CornerRightUp } from 'lucide-react';
import { memo } from 'react';
import type { JournalEntry } from '../../app/journal/entry.ts';
import { hasFailed, summaryOf } from '../journal/entry-summary.ts';
import {
  hoverEntry,
  revealEntry,
  selectEntry,
  setDetailOpen,
  setFollowing,
  useTimeline,
} from '../stores/timeline.ts';
import { clockText, durationText } from '../ui/clock-text.ts';
import styles from './entry-row.module.css';
import { kindLooks } from './kinds.ts';
import kinds from './kinds.module.css';
import { ROW_HEIGHT } from './row-height.ts';

export interface EntryRowProps {
  readonly id: string;
  readonly entry: JournalEntry;
  /** Place in the list, from 0. */
  readonly index: number;
  readonly isSelected: boolean;
  /** The call that this answers, or the answer of this call. */
  readonly partner: number | undefined;
}

/** One entry in one line. */
export const EntryRow = memo(function EntryRow({ id, entry, index, isSelected, partner }: EntryRowProps) {
  const isPartner = useTimeline((state) => state.partnerSeq === entry.seq);
  const { icon: Glyph, label } = kindLooks[entry.kind];
  const isAnswer = entry.answers !== undefined;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={clsx(
        styles['row'],
        isPartner && styles['partner'],
        entry.kind === 'fault' && styles['fault'],
      )}
      style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }}
      onPointerEnter={() => hoverEntry(entry.seq)}
      onClick={() => {
        selectEntry(entry.seq);
        setFollowing(false);
        setDetailOpen(true);
      }}
    >
      <span role="gridcell" className={styles['time']}>
        {clockText(entry.time)}
      </span>
      <span role="gridcell" className={clsx(styles['kind'], kinds[entry.kind])}>
        <Glyph size={12} strokeWidth={2} aria-hidden />
        <span className={styles['kindLabel']}>{label}</span>
      </span>
      <span role="gridcell" className={styles['source']} data-simulated={entry.simulated}>
        {entry.simulated === true ? 'SIM' : entry.kind === 'session' || entry.kind === 'fault' ? '' : 'Steam'}
      </span>
      <span role="gridcell" className={styles['name']}>
        {entry.name}
      </span>
      <span role="gridcell" className={clsx(styles['summary'], hasFailed(entry) && styles['failed'])}>
        <Summary text={summaryOf(entry)} />
      </span>
      <span role="gridcell" className={clsx(styles['latency'], isAnswer && styles['answer'])}>
        {entry.durationMs === undefined ? '' : durationText(entry.durationMs)}
      </span>
      <span role="gridcell" className={styles['pair']}>
        {partner !== undefined && (
          <button
            type="button"
            tabIndex={-1}
            className={styles['jump']}
            aria-label={isAnswer ? `Answers call ${partner}` : `Answered by ${partner}`}
            onClick={(event) => {
              event.stopPropagation();
              revealEntry(partner);
            }}
          >
            {isAnswer ? <CornerRightUp size={11} aria-hidden /> : <CornerDownRight size={11} aria-hidden />}
            {partner}
          </button>
        )}
      </span>
    </div>
  );
});

/** What was given gives way to the answer where there is no room for both. */
function Summary({ text }: { readonly text: string }) {
  const arrow = text.indexOf(' → ');
  if (arrow === -1) return text;
  return (
    <>
      <span className={styles['given']}>{text.slice(0, arrow)}</span>
      <span className={styles['result']}>{text.slice(arrow)}</span>
    </>
  );
}
