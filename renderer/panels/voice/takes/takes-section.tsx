import clsx from 'clsx';
import { AudioLines } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { MOST_REPORTED_TAKES, type TakeCard } from '../../../../app/voice/voice.ts';
import { removeTake, useVoice } from '../../../stores/voice.ts';
import { Banner } from '../../../ui/banner.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { useCommand } from '../../../use-command.ts';
import { ReportExports } from '../take/export-buttons.tsx';
import { sizeText } from '../level-text.ts';
import { moveBetweenRows } from '../row-keys.ts';
import { RemoveTake } from './remove-take.tsx';
import { TakeRow } from './take-row.tsx';
import styles from './takes.module.css';
import type { TakePlayback } from '../playback/use-take-playback.ts';

export interface TakesSectionProps {
  readonly playback: TakePlayback;
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

/** Kept takes, newest first. */
export function TakesSection({ playback, chosenId, onChoose }: TakesSectionProps) {
  const takes = useVoice((voice) => voice.takes);
  const store = useVoice((voice) => voice.store);
  const [leaving, setLeaving] = useState<TakeCard>();
  const remove = useCommand(removeTake);
  const removed = store.removed.length;
  const [tickedIds, setTickedIds] = useState<readonly string[]>([]);
  // In the order of the list, and only what is still there.
  const ticked = takes.map(({ id }) => id).filter((id) => tickedIds.includes(id));
  const [focusedId, setFocusedId] = useState<string>();
  const stopId = (byId(takes, focusedId) ?? byId(takes, chosenId) ?? takes[0])?.id;
  const list = useRef<HTMLDivElement>(null);
  /** Where the focus goes when the dialogue is gone, and with it the row that it was in. */
  const [focusOn, setFocusOn] = useState<{ readonly id: string | undefined }>();
  useEffect(() => {
    if (focusOn === undefined) return undefined;
    // The dialogue gives the focus back first, to a button that is no more.
    const frame = requestAnimationFrame(() => {
      const name = list.current?.querySelector<HTMLElement>(`[data-take="${focusOn.id ?? ''}"]`);
      (name ?? list.current)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [focusOn]);
  const removeNow = async ({ id }: TakeCard): Promise<void> => {
    const row = takes.findIndex((take) => take.id === id);
    const outcome = await remove.run(id);
    if (!outcome.ok) return;
    setLeaving(undefined);
    setFocusOn({ id: (takes[row + 1] ?? takes[row - 1])?.id });
  };
  return (
    <Section
      title="Takes"
      isFlush
      actions={
        takes.length > 0 && (
          <>
            {ticked.length > 0 && <ReportExports ids={ticked.slice(0, MOST_REPORTED_TAKES)} />}
            <span className={styles['store']}>
              {sizeText(store.usedBytes)} of {sizeText(store.limitBytes)}
            </span>
          </>
        )
      }
    >
      {store.problem !== undefined && (
        <div className={styles['note']}>
          <Banner tone="warning" title="Takes cannot be kept">
            {store.problem}
          </Banner>
        </div>
      )}
      {removed > 0 && (
        <p className={styles['faint']}>
          {removed === 1 ? 'One take was' : `${removed} takes were`} deleted to keep to the limit: the oldest
          go first.
        </p>
      )}
      {playback.failure !== undefined && (
        <div className={styles['note']}>
          <FailureNote failure={playback.failure} onDismiss={playback.dismiss} />
        </div>
      )}
      <div ref={list} tabIndex={-1} className={styles['list']}>
        {takes.length === 0 ? (
          <EmptyState icon={AudioLines} title="No takes yet">
            Every time the key is held a take is kept: its sound, its packets, and what was measured.
          </EmptyState>
        ) : (
          <Table label="Takes, newest first" className={styles['takes']}>
            <thead>
              <tr>
                <td className={styles['button']}>
                  <input
                    type="checkbox"
                    aria-label="Every take in the report"
                    checked={ticked.length === takes.length}
                    onChange={({ target }) => setTickedIds(target.checked ? takes.map(({ id }) => id) : [])}
                  />
                </td>
                <td />
                <th scope="col" className={styles['nameCell']}>
                  Name
                </th>
                <th scope="col">Time</th>
                <th scope="col" className={styles['figure']}>
                  Length
                </th>
                <th scope="col" className={styles['figure']}>
                  RMS
                </th>
                <th scope="col" className={clsx(styles['figure'], styles['spare'])}>
                  Peak
                </th>
                <th scope="col" className={styles['figure']}>
                  Loss
                </th>
                <th scope="col">Verdict</th>
                <td />
              </tr>
            </thead>
            <tbody onKeyDown={moveBetweenRows}>
              {takes.map((take) => (
                <TakeRow
                  key={take.id}
                  take={take}
                  isChosen={take.id === chosenId}
                  isTabStop={take.id === stopId}
                  onFocus={() => setFocusedId(take.id)}
                  isTicked={ticked.includes(take.id)}
                  onTick={(isTicked) =>
                    setTickedIds([...ticked.filter((id) => id !== take.id), ...(isTicked ? [take.id] : [])])
                  }
                  isPlaying={take.id === playback.playingId}
                  canPlay={playback.canPlay}
                  onChoose={() => onChoose(take.id === chosenId ? undefined : take.id)}
                  onPlay={() => playback.toggle(take.id)}
                  onRemove={() => setLeaving(take)}
                />
              ))}
            </tbody>
          </Table>
        )}
      </div>
      {leaving !== undefined && (
        <RemoveTake
          take={leaving}
          failure={remove.failure}
          isBusy={remove.isBusy}
          onKeep={() => setLeaving(undefined)}
          onRemove={() => void removeNow(leaving)}
        />
      )}
    </Section>
  );
}

function byId(takes: readonly TakeCard[], id: string | undefined): TakeCard | undefined {
  return takes.find((take) => take.id === id);
}
