import type { SimulatedWorld } from '../../../app/simulator/knobs.ts';
import { describeEnum, type EnumName } from '../../../app/steam/enums.ts';
import type { SelectOption } from '../../ui/select-field.tsx';
import { callFailureOptions, enumOptions } from './enum-options.ts';

type ScriptedAnswer = SimulatedWorld['nextAnswers'][number];
export type AnsweredFunction = ScriptedAnswer['name'];
export type AnswerOutcome = ScriptedAnswer['outcome'];
export type OutcomeKind = AnswerOutcome['kind'];

/** How each function can be answered, and of which enumeration its result is. */
const answers: Record<
  AnsweredFunction,
  { readonly kinds: readonly OutcomeKind[]; readonly result: EnumName }
> = {
  getAuthSessionTicket: { kinds: ['result', 'never', 'answer'], result: 'EResult' },
  getAuthTicketForWebApi: { kinds: ['result', 'never', 'answer'], result: 'EResult' },
  beginAuthSession: { kinds: ['verdict', 'result', 'never', 'answer'], result: 'EBeginAuthSessionResult' },
  requestEncryptedAppTicket: { kinds: ['result', 'callFailure', 'never', 'answer'], result: 'EResult' },
  requestStoreAuthURL: { kinds: ['callFailure', 'never', 'answer'], result: 'EResult' },
  getMarketEligibility: { kinds: ['callFailure', 'never', 'answer'], result: 'EResult' },
  getDurationControl: { kinds: ['result', 'callFailure', 'never', 'answer'], result: 'EResult' },
};

const kindWords: Record<OutcomeKind, { readonly label: string; readonly meaning: string }> = {
  answer: { label: 'As Steam would', meaning: 'Whatever faults are set.' },
  never: { label: 'Never comes', meaning: 'The answer is lost.' },
  callFailure: { label: 'Call result fails', meaning: 'With an ESteamAPICallFailure.' },
  result: { label: 'With a result', meaning: 'The answer carries it.' },
  verdict: { label: 'With a verdict', meaning: 'The call says OK, then the verdict comes.' },
};

export const functionOptions: readonly SelectOption<AnsweredFunction>[] = Object.keys(answers)
  .filter((name): name is AnsweredFunction => name in answers)
  .map((name) => ({ value: name, label: name }));

export function kindsOf(name: AnsweredFunction): readonly OutcomeKind[] {
  return answers[name].kinds;
}

export function kindOptions(name: AnsweredFunction): readonly SelectOption<OutcomeKind>[] {
  return kindsOf(name).map((kind) => ({ value: kind, ...kindWords[kind] }));
}

/** What an outcome of that kind carries, to choose from; undefined where it carries nothing. */
export function valueChoice(name: AnsweredFunction, kind: OutcomeKind) {
  switch (kind) {
    case 'answer':
    case 'never':
      return undefined;
    case 'callFailure':
      return { label: 'Failure', options: callFailureOptions, usual: 1 };
    case 'result': {
      const { result } = answers[name];
      return { label: result, options: enumOptions(result), usual: result === 'EResult' ? 2 : 1 };
    }
    case 'verdict':
      return { label: 'Verdict', options: enumOptions('EAuthSessionResponse'), usual: 3 };
  }
}

export function outcomeOf(kind: OutcomeKind, value: number, delayMs: number | undefined): AnswerOutcome {
  const delay = delayMs === undefined ? {} : { delayMs };
  switch (kind) {
    case 'answer':
      return { kind, ...delay };
    case 'never':
      return { kind };
    case 'callFailure':
      return { kind, reason: value, ...delay };
    case 'result':
      return { kind, result: value, ...delay };
    case 'verdict':
      return { kind, response: value, ...delay };
  }
}

/** `refused with 2 Fail after 500 ms`. */
export function outcomeText(name: AnsweredFunction, outcome: AnswerOutcome): string {
  if (outcome.kind === 'never') return 'never comes';
  const after = outcome.delayMs === undefined ? '' : ` after ${outcome.delayMs} ms`;
  switch (outcome.kind) {
    case 'answer':
      return `as Steam would${after}`;
    case 'callFailure':
      return `fails: ${callFailureText(outcome.reason)}${after}`;
    case 'result':
      return `${describeEnum(answers[name].result, outcome.result)}${after}`;
    case 'verdict':
      return `verdict ${describeEnum('EAuthSessionResponse', outcome.response)}${after}`;
  }
}

function callFailureText(reason: number): string {
  return callFailureOptions.find(({ value }) => value === reason)?.label ?? String(reason);
}
