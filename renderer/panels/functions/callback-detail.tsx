import { ListTree } from 'lucide-react';
import { cppCallback } from '../../../app/functions/cpp-snippet.ts';
import { callbackPage } from '../../../app/functions/documentation.ts';
import { steamworksCallback } from '../../../app/functions/steamworks-snippet.ts';
import { userCallbacks, type UserCallbackName } from '../../../app/steam/user-callbacks.ts';
import { userFunctionNames, userFunctions, type UserFunction } from '../../../app/steam/user-functions.ts';
import { revealEntry } from '../../stores/timeline.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Column, Columns } from '../panel-body.tsx';
import { CallbackLayout } from './callback-layout.tsx';
import styles from './call-result.module.css';
import { DetailHeader } from './detail-header.tsx';
import { EntryValues } from './entry-values.tsx';
import { choose } from './functions-store.ts';
import { Snippets } from './snippets.tsx';
import { useCount, useRecent } from './use-recent.ts';

export interface CallbackDetailProps {
  readonly name: UserCallbackName;
}

/** A callback: its layout, how often and when it was seen, and what it held the last time. */
export function CallbackDetail({ name }: CallbackDetailProps) {
  const { id, sdkName, meaning } = userCallbacks[name];
  return (
    <>
      <DetailHeader
        name={name}
        tags={[`${sdkName}_t`, `number ${id}`]}
        meaning={meaning}
        page={callbackPage(name)}
      >
        <AnsweredFunctions name={name} />
      </DetailHeader>
      <Columns>
        <Column>
          <LastSeen name={name} />
        </Column>
        <Column>
          <CallbackLayout name={name} />
          <Snippets cpp={cppCallback(name)} steamworks={steamworksCallback(name)} />
        </Column>
      </Columns>
    </>
  );
}

/** The functions that this callback answers. */
function AnsweredFunctions({ name }: CallbackDetailProps) {
  const answered = userFunctionNames.filter((each) => {
    const { answer }: UserFunction = userFunctions[each];
    return answer?.name === name;
  });
  if (answered.length === 0) return null;
  return (
    <p className={styles['words']}>
      Answers{' '}
      {answered.map((each) => (
        <Button
          key={each}
          kind="quiet"
          className={styles['link']}
          onClick={() => choose({ kind: 'function', name: each })}
        >
          {each}
        </Button>
      ))}
    </p>
  );
}

function LastSeen({ name }: CallbackDetailProps) {
  const [last] = useRecent(name, ['callback', 'callResult']);
  const count = useCount(name);
  if (last === undefined) {
    return (
      <Section title="Last seen">
        <p className={styles['words']}>Not seen since the timeline was cleared.</p>
      </Section>
    );
  }
  return (
    <Section
      title="Last seen"
      note={
        <>
          <RelativeTime at={last.time} /> · seen {count === 1 ? 'once' : `${count} times`}
        </>
      }
      actions={
        <>
          {last.simulated === true && <Tag tone="simulated">Simulated</Tag>}
          <IconButton icon={ListTree} label="Show it in the timeline" onClick={() => revealEntry(last.seq)} />
        </>
      }
    >
      <EntryValues key={last.seq} entry={last} caption="Values" />
    </Section>
  );
}
