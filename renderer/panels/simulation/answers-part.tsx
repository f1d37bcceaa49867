import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Mono } from '../../ui/mono.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Section } from '../../ui/section.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Column, Columns } from '../panel-body.tsx';
import {
  functionOptions,
  kindOptions,
  kindsOf,
  outcomeOf,
  outcomeText,
  valueChoice,
  type AnsweredFunction,
  type OutcomeKind,
} from './answer-choices.ts';
import { nameOf } from './enum-options.ts';
import type { PartProps } from './part-props.ts';
import { FormSection } from './form-section.tsx';
import styles from './simulation.module.css';

const LONGEST_DELAY_MS = 86_400_000;

/** Chooses what becomes of the next call of a function, whatever chance and the account would make of it. */
export function AnswersPart({ simulator, world }: PartProps) {
  const { nextAnswers } = world;
  return (
    <Columns>
      <Column>
        <AnswerForm simulator={simulator} />
      </Column>
      <Column>
        <Section
          title="Waiting for their call"
          isFlush={nextAnswers.length > 0}
          actions={
            <Button
              kind="quiet"
              disabled={nextAnswers.length === 0}
              onClick={() => {
                for (const steamId of new Set(nextAnswers.map((answer) => answer.steamId)))
                  simulator.raise({ kind: 'forgetNextAnswers', who: steamId });
              }}
            >
              Forget all
            </Button>
          }
        >
          {nextAnswers.length === 0 ? (
            <EmptyState title="Nothing is chosen">Every call is answered as Steam would.</EmptyState>
          ) : (
            <ol className={styles['list']} aria-label="Answers chosen, the next one first">
              {nextAnswers.map(({ steamId, name, outcome }, index) => (
                // Answers have no name of their own and may be alike: their place in line is what they are.
                <li key={index} className={styles['listRow']}>
                  <Mono>{name}</Mono>
                  <span>{outcomeText(name, outcome)}</span>
                  <span className={styles['rowNote']}>{nameOf(simulator.accounts, steamId)}</span>
                </li>
              ))}
            </ol>
          )}
        </Section>
      </Column>
    </Columns>
  );
}

function AnswerForm({ simulator }: Pick<PartProps, 'simulator'>) {
  const [name, setName] = useState<AnsweredFunction>('getAuthSessionTicket');
  const [chosenKind, setKind] = useState<OutcomeKind>('result');
  const [chosenValue, setValue] = useState<number>();
  const [delayMs, setDelayMs] = useState<number>();
  const kinds = kindsOf(name);
  const kind = kinds.includes(chosenKind) ? chosenKind : (kinds[0] ?? 'answer');
  const choice = valueChoice(name, kind);
  const isOffered = choice?.options.some((option) => option.value === chosenValue) === true;
  const value = (isOffered ? chosenValue : choice?.usual) ?? 0;
  return (
    <FormSection
      title="Answer to the next call"
      note="Several for one function wait in line; each is used once."
    >
      <SelectField label="Function" value={name} options={functionOptions} onChange={setName} />
      <SelectField
        label="Its answer"
        value={kind}
        options={kindOptions(name)}
        onChange={(next) => {
          setKind(next);
          setValue(undefined);
        }}
      />
      {choice !== undefined && (
        <SelectField label={choice.label} value={value} options={choice.options} onChange={setValue} />
      )}
      {kind !== 'never' && (
        <NumberField
          label="Delay in ms"
          value={delayMs}
          minimum={0}
          maximum={LONGEST_DELAY_MS}
          hint="Simulated time. Empty: as the latency has it."
          onChange={setDelayMs}
        />
      )}
      <div className={styles['buttons']}>
        <Button
          kind="primary"
          onClick={() =>
            simulator.raise({ kind: 'nextAnswer', name, outcome: outcomeOf(kind, value, delayMs) })
          }
        >
          Choose this answer
        </Button>
      </div>
    </FormSection>
  );
}
