import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { succeed } from '../outcome.ts';
import type { Arrival } from '../pump.ts';
import type { MadeCall } from '../steam/caller.ts';
import type { ClientKind } from '../steam/steam-client.ts';
import { createQuestion } from '../store/question.ts';
import type { DurationReading, DurationState, OnlineStateChange } from './duration.ts';

const MOST_READINGS = 2000;

/** Shortest time between two changes that arrivals bring: each tells every reading, milliseconds of work where there are many. */
const NEWS_INTERVAL_MS = 50;

/** EFailureType of callback 117. */
const PIPE_FAIL = 1;

export interface Duration extends Follower {
  readonly handlers: Handlers<BenchContract>['duration'];
}

/** Keeps what duration control says: answers to calls, and what Steam tells unasked. */
export function createDuration({ caller, publish }: BenchContext): Duration {
  const question = createQuestion();
  let readings: DurationReading[] = [];
  let onlineState: OnlineStateChange | undefined;
  let heldState: number | undefined;
  let client: { readonly kind: ClientKind; readonly appId: number } | undefined;
  /** What arrives is told with a tick: a burst of callbacks is one change. */
  let isNews = false;
  let newsToldAt = -Infinity;

  const state = (): DurationState => ({
    readings,
    onlineState,
    heldState,
    asking: question.asking(),
    askFailed: question.failed(),
  });

  const tell = (): void => {
    isNews = false;
    publish('duration', 'changed', state());
  };

  const read = (arrival: Extract<Arrival, { name: 'durationControl' }>): void => {
    const { applicable, ...fields } = arrival.fields;
    const reading: DurationReading = {
      at: arrival.at,
      isAsked: arrival.answers !== undefined,
      ...fields,
      isApplicable: applicable,
      seq: arrival.seq,
      isSimulated: client?.kind === 'simulated',
    };
    readings = [reading, ...readings.slice(0, MOST_READINGS - 1)];
    question.answered(arrival.answers);
  };

  const noteState = ({ args, value, at }: MadeCall): void => {
    const { newState } = args as { readonly newState: number };
    const isTaken = value === true;
    onlineState = { at, state: newState, isTaken };
    if (isTaken) heldState = newState;
  };

  return {
    called(call) {
      if (call.name === 'getDurationControl') question.asked(call);
      else if (call.name === 'setDurationControlOnlineState') noteState(call);
      else return;
      tell();
    },
    arrived(arrival) {
      if (arrival.name === 'durationControl') read(arrival);
      else if (arrival.name !== 'ipcFailure' || arrival.fields.type !== PIPE_FAIL) return;
      else question.lose(arrival.at);
      isNews = true;
    },
    callFailed(failure) {
      if (failure.name === 'durationControl' && question.callFailed(failure)) isNews = true;
    },
    tick(now) {
      if (question.expire(now)) isNews = true;
      if (!isNews || now - newsToldAt < NEWS_INTERVAL_MS) return;
      newsToldAt = now;
      tell();
    },
    connected({ kind, appId }) {
      // Times of another world, or of another game, do not belong on the same plot.
      if (client?.kind !== kind || client.appId !== appId) readings = [];
      client = { kind, appId };
      question.forget();
      tell();
    },
    disconnected(at) {
      question.lose(at);
      onlineState = undefined;
      heldState = undefined;
      tell();
    },
    handlers: {
      get: () => succeed(state()),
      ask() {
        const asked = caller.call('getDurationControl', {});
        return asked.ok ? succeed(state()) : asked;
      },
      setOnlineState({ state: newState }) {
        const told = caller.call('setDurationControlOnlineState', { newState });
        return told.ok ? succeed(state()) : told;
      },
    },
  };
}
