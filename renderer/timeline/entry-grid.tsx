import { useId } from 'react';
import { isFiltering, showEverything } from '../journal/entry-filter.ts';
import { changeFilter, journalView, useJournal } from '../stores/journal.ts';
import { hoverEntry, partnerOf, useTimeline } from '../stores/timeline.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './entry-grid.module.css';
import { EntryRow } from './entry-row.tsx';
import { gridKeyHandler } from './grid-keys.ts';
import { ROW_HEIGHT } from './row-height.ts';
import { useScroll } from './use-scroll.ts';

const columns = ['Time', 'Kind', 'From', 'Name', 'Arguments and values', 'Took', 'Pair'];

/** The entries: only the rows in sight are in the document. */
export function EntryGrid() {
  const journal = useJournal();
  const { shown, held, filter, shift } = journal;
  const selectedSeq = useTimeline((state) => state.selectedSeq);
  const id = useId();
  const { scroller, rows, pageRows, bringIntoSight } = useScroll(journal);

  const rowId = (seq: number): string => `${id}-${seq}`;
  const indexes = Array.from(
    { length: Math.max(0, rows.end - rows.first) },
    (_, offset) => rows.first + offset,
  );
  const selectedRow = selectedSeq === undefined ? -1 : journalView.rowOf(selectedSeq);
  const isSelectedDrawn = selectedRow >= rows.first && selectedRow < rows.end;

  return (
    <div className={styles['frame']}>
      <div
        ref={scroller}
        role="grid"
        aria-label="Timeline"
        aria-rowcount={shown + 1}
        aria-colcount={columns.length}
        aria-activedescendant={isSelectedDrawn && selectedSeq !== undefined ? rowId(selectedSeq) : undefined}
        aria-readonly
        tabIndex={0}
        data-place="timeline"
        className={styles['grid']}
        onKeyDown={gridKeyHandler({ shown, pageRows, bringIntoSight })}
        onPointerLeave={() => hoverEntry(undefined)}
      >
        <div role="row" aria-rowindex={1} className={styles['header']}>
          {columns.map((column) => (
            <span key={column} role="columnheader" className={column === 'Took' ? styles['end'] : undefined}>
              {column}
            </span>
          ))}
        </div>
        <div role="rowgroup" className={styles['rows']} style={{ height: shown * ROW_HEIGHT }}>
          {indexes.map((index) => {
            const entry = journalView.row(index);
            // A row that leaves the window is used for one that comes into it: a new one costs twice as much.
            return (
              entry && (
                <EntryRow
                  key={(index + shift) % rows.slots}
                  id={rowId(entry.seq)}
                  entry={entry}
                  index={index}
                  isSelected={entry.seq === selectedSeq}
                  partner={partnerOf(entry.seq)}
                />
              )
            );
          })}
        </div>
        {shown === 0 && (
          <div role="row" className={styles['empty']}>
            <div role="gridcell">
              {held > 0 && isFiltering(filter) ? (
                <EmptyState
                  title="No entry passes the filter"
                  actions={<Button onClick={() => changeFilter(showEverything)}>Show every entry</Button>}
                >
                  {held.toLocaleString('en')} entries are held.
                </EmptyState>
              ) : (
                <EmptyState title="The timeline is empty">
                  Every call, call result, callback and session change is listed here as it happens.
                </EmptyState>
              )}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
