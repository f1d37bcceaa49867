import { AudioLines } from 'lucide-react';
import { useState } from 'react';
import type { TakeCard } from '../../../app/voice/voice.ts';
import { removeTake, useVoice } from '../../stores/voice.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useCommand } from '../../use-command.ts';
import { sizeText } from './level-text.ts';
import { TakeRow } from './take-row.tsx';
import styles from './takes.module.css';
import type { TakePlayback } from './use-take-playback.ts';

export interface TakesSectionProps {
  readonly playback: TakePlayback;
  readonly canPlay: boolean;
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

/** Kept takes, newest first. */
export function TakesSection({ playback, canPlay, chosenId, onChoose }: TakesSectionProps) {
  const { takes, store } = useVoice();
  const [leaving, setLeaving] = useState<TakeCard>();
  const remove = useCommand(removeTake);
  const removed = store.removed.length;
  return (
    <Section
      title="Takes"
      isFlush
      actions={
        takes.length > 0 && (
          <span className={styles['store']}>
            {sizeText(store.usedBytes)} of {sizeText(store.limitBytes)}
          </span>
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
      {takes.length === 0 ? (
        <EmptyState icon={AudioLines} title="No takes yet">
          Every time the key is held a take is kept: its sound, its packets, and what was measured.
        </EmptyState>
      ) : (
        <div className={styles['scroll']} role="region" aria-label="Takes, newest first" tabIndex={0}>
          <table className={styles['table']}>
            <thead>
              <tr>
                <td />
                <th scope="col">Name</th>
                <th scope="col">Time</th>
                <th scope="col" className={styles['figure']}>
                  Length
                </th>
                <th scope="col" className={styles['figure']}>
                  RMS
                </th>
                <th scope="col" className={styles['figure']}>
                  Loss
                </th>
                <th scope="col">Verdict</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {takes.map((take) => (
                <TakeRow
                  key={take.id}
                  take={take}
                  isChosen={take.id === chosenId}
                  isPlaying={take.id === playback.playingId}
                  canPlay={canPlay}
                  onChoose={() => onChoose(take.id === chosenId ? undefined : take.id)}
                  onPlay={() => playback.toggle(take.id)}
                  onRemove={() => setLeaving(take)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {leaving !== undefined && (
        <Dialog
          title={`Remove “${leaving.name}”?`}
          isOpen
          onClose={() => setLeaving(undefined)}
          summary="Its sound, its packets and its figures are deleted from the disk. What was exported stays."
          actions={
            <>
              <Button onClick={() => setLeaving(undefined)}>Keep it</Button>
              <Button
                kind="danger"
                isBusy={remove.isBusy}
                onClick={() =>
                  void remove.run(leaving.id).then((outcome) => {
                    if (outcome.ok) setLeaving(undefined);
                  })
                }
              >
                Remove
              </Button>
            </>
          }
        >
          {remove.failure !== undefined && <FailureNote failure={remove.failure} />}
        </Dialog>
      )}
    </Section>
  );
}
