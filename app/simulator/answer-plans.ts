import type { SteamIdText } from '../steam/steam-id.ts';
import { isCallResultFunction, type AnsweredFunction, type AnswerOutcome } from './answer-knobs.ts';
import { noFaults, type Faults, type FaultsChange } from './fault-knobs.ts';
import type { Random } from './random.ts';
import type { ScriptedAnswer } from './world.ts';

/** When and how something that is due to a client arrives. */
export interface AnswerPlan {
  /** Undefined: it never comes. */
  readonly delayMs: number | undefined;
  /** ESteamAPICallFailure, where the call result fails. */
  readonly failure?: number;
  /** Stands in for the result that Steam would come to. */
  readonly result?: number;
  /** Stands in for the verdict that Steam would come to. */
  readonly response?: number;
}

/** What was chosen for the next answers, and what chance makes of those that nothing was chosen for. */
export interface AnswerPlans {
  choose(answer: ScriptedAnswer): void;
  forget(steamId: SteamIdText): void;
  chosen(): readonly ScriptedAnswer[];
  faults(): Faults;
  setFaults(change: FaultsChange): void;
  /** For a call that was made now: takes what was chosen for it. */
  next(steamId: SteamIdText, name: AnsweredFunction): AnswerPlan;
  /** For news that nobody asked for. */
  news(): AnswerPlan;
  /** Whether the verdict that was just given is given again. */
  isRepeated(): boolean;
}

export function createAnswerPlans(random: (stream: string) => Random, onChanged: () => void): AnswerPlans {
  let script: readonly ScriptedAnswer[] = [];
  let faults = noFaults;

  const latency = (): number =>
    random('latency').between(faults.latencyMs.shortest, faults.latencyMs.longest);

  const news = (): AnswerPlan => {
    const delayMs = latency();
    return { delayMs: random('lost answers').chance(faults.loseAnswers) ? undefined : delayMs };
  };

  const take = (steamId: SteamIdText, name: AnsweredFunction): AnswerOutcome | undefined => {
    const found = script.find((answer) => answer.steamId === steamId && answer.name === name);
    if (found === undefined) return undefined;
    script = script.filter((answer) => answer !== found);
    onChanged();
    return found.outcome;
  };

  return {
    choose(answer) {
      script = [...script, answer];
      onChanged();
    },
    forget(steamId) {
      script = script.filter((answer) => answer.steamId !== steamId);
      onChanged();
    },
    chosen: () => script,
    faults: () => faults,
    setFaults(change) {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      faults = { ...faults, ...given };
      onChanged();
    },
    next(steamId, name) {
      const outcome = take(steamId, name);
      if (outcome !== undefined) return planFor(outcome, latency);
      const plan = news();
      const { probability, reason } = faults.failCalls;
      return isCallResultFunction(name) && random('failed calls').chance(probability)
        ? { ...plan, failure: reason }
        : plan;
    },
    news,
    isRepeated: () => random('repeated verdicts').chance(faults.repeatVerdicts),
  };
}

function planFor(outcome: AnswerOutcome, latency: () => number): AnswerPlan {
  if (outcome.kind === 'never') return { delayMs: undefined };
  const delayMs = outcome.delayMs ?? latency();
  switch (outcome.kind) {
    case 'answer':
      return { delayMs };
    case 'callFailure':
      return { delayMs, failure: outcome.reason };
    case 'result':
      return { delayMs, result: outcome.result };
    case 'verdict':
      return { delayMs, response: outcome.response };
  }
}
