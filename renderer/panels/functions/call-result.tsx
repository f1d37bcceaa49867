import { ListTree } from 'lucide-react';
import type { JournalEntry } from '../../../app/journal/entry.ts';
import type { Failure } from '../../../app/outcome.ts';
import {
  userFunctions,
  type Answer,
  type UserFunction,
  type UserFunctionName,
} from '../../../app/steam/user-functions.ts';
import { hasFailed } from '../../journal/entry-summary.ts';
import { revealEntry } from '../../stores/timeline.ts';
import { Button } from '../../ui/button.tsx';
import { clockText, durationText } from '../../ui/clock-text.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './call-result.module.css';
import { EntryValues } from './entry-values.tsx';
import { choose } from './functions-store.ts';
import { useAnswer } from './use-recent.ts';

export interface CallResultProps {
  readonly name: UserFunctionName;
  readonly entry: JournalEntry;
}

/** The newest call: what it gave back, and what answered it later. */
export function CallResult({ name, entry }: CallResultProps) {
  const { answer }: UserFunction = userFunctions[name];
  const { seq, time, durationMs, value } = entry;
  return (
    <Section
      title="Result"
      note={`Called at ${clockText(time)}${durationMs === undefined ? '' : `, took ${durationText(durationMs)}`}`}
      actions={
        <>
          {entry.simulated === true && <Tag tone="simulated">Simulated</Tag>}
          <IconButton
            icon={ListTree}
            label="Show this call in the timeline"
            onClick={() => revealEntry(seq)}
          />
        </>
      }
    >
      {hasFailed(entry) ? (
        // The journal puts the failure of an outcome there as it is.
        <FailureNote failure={value as Failure} />
      ) : (
        <div className={styles['result']}>
          <EntryValues key={seq} entry={entry} caption="Returned" />
          {answer !== undefined && <LaterAnswer call={entry} answer={answer} />}
        </div>
      )}
    </Section>
  );
}

interface LaterAnswerProps {
  readonly call: JournalEntry;
  readonly answer: Answer;
}

function LaterAnswer({ call, answer: { by, name } }: LaterAnswerProps) {
  const entry = useAnswer(call.seq);
  const what = by === 'callback' ? 'callback' : 'call result';
  return (
    <div className={styles['answer']}>
      <p className={styles['words']} role="status">
        {entry === undefined
          ? `Not answered yet by the ${what} `
          : `Answered${entry.durationMs === undefined ? '' : ` after ${durationText(entry.durationMs)}`} by the ${what} `}
        <Button kind="quiet" className={styles['link']} onClick={() => choose({ kind: 'callback', name })}>
          {name}
        </Button>
      </p>
      {entry !== undefined && <EntryValues key={entry.seq} entry={entry} caption="Answered" />}
    </div>
  );
}
