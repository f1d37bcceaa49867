import type { Clock } from './clock.ts';
import type { Journal } from './journal/journal.ts';
import type { EntryDraft } from './journal/entry.ts';
import type { Pairing } from './journal/pairing.ts';
import { decodeCallback } from './steam/callback-bytes.ts';
import { toHex } from './steam/hex.ts';
import { callFailureNames, type SteamClient, type SteamMessage } from './steam/steam-client.ts';
import { userCallbackName, type UserCallbackFields, type UserCallbackName } from './steam/user-callbacks.ts';

/** Milliseconds between ticks when nothing is awaited: 30 Hz, as games do. */
export const SLOW_TICK_MS = 1000 / 30;

/** Milliseconds between ticks while an answer is awaited: 250 Hz. */
export const FAST_TICK_MS = 4;

/** Longest time that one tick may take before it leaves the rest for the next one: input has to be answered too. */
export const TICK_BUDGET_MS = 6;

/** Messages that are fetched at once between two looks at the clock. */
const PORTION = 64;

/** A callback or call result that was understood. */
export type Arrival = {
  [Name in UserCallbackName]: {
    readonly name: Name;
    readonly fields: UserCallbackFields<Name>;
    readonly seq: number;
    readonly at: number;
    /** The call that this answers, and after how long. */
    readonly answers: number | undefined;
    readonly latencyMs: number | undefined;
  };
}[UserCallbackName];

export type ArrivalListener = (arrival: Arrival) => void;

/** A call result that came to nothing. */
export interface CallFailure {
  /** The call handle. */
  readonly call: string;
  /** What the result would have been. */
  readonly name: UserCallbackName | undefined;
  /** ESteamAPICallFailure. */
  readonly reason: number;
  readonly at: number;
  readonly seq: number;
  /** Seq of the call that this answers. */
  readonly answers: number | undefined;
}

/** What the status bar shows of the pump. */
export interface PumpStats {
  readonly mode: 'stopped' | 'slow' | 'fast';
  /** Ticks in the last second. */
  readonly ticksPerSecond: number;
  /** Mean time of a tick in the last second, in microseconds. */
  readonly microsecondsPerTick: number;
  /** Messages since the client was connected. */
  readonly messages: number;
}

export interface Pump {
  /** Runs a frame and takes what arrived, within the budget. Never throws. */
  tick(): void;
  /** When the next tick is due, in milliseconds from now; 0 when messages are left over. */
  nextTickMs(): number;
  stats(): PumpStats;
}

export interface PumpParts {
  readonly client: SteamClient;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly pairing: Pairing;
  readonly listeners: readonly ArrivalListener[];
  readonly failureListeners?: readonly ((failure: CallFailure) => void)[];
}

/**
 * The one pump: runs Steam's frame, drains messages, decodes them by the table, finds the call that each answers, and
 * writes the journal.
 *
 * A message that is not understood is journaled, never dropped; a listener that throws costs a fault entry, nothing more.
 */
export function createPump({
  client,
  clock,
  journal,
  pairing,
  listeners,
  failureListeners = [],
}: PumpParts): Pump {
  let messages = 0;
  let hasLeftOver = false;
  const meter = createTickMeter();

  const write = (draft: EntryDraft): number =>
    journal.append(client.kind === 'simulated' ? { ...draft, simulated: true } : draft).seq;

  const fault = (name: string, message: string): void => {
    write({ time: clock.now(), kind: 'fault', name, value: { message } });
  };

  const tell = <News>(to: readonly ((news: News) => void)[], news: News, name: string): void => {
    for (const listener of to) {
      try {
        listener(news);
      } catch (error) {
        fault('listenerFailed', `A listener of ${name} failed: ${String(error)}`);
      }
    }
  };

  const takeFailure = (message: Extract<SteamMessage, { kind: 'callFailure' }>, at: number): void => {
    const answered = pairing.callResult(message.call, at);
    const name = userCallbackName(message.id);
    const seq = write({
      time: at,
      kind: 'callResult',
      name: name ?? String(message.id),
      call: message.call,
      value: {
        failed: true,
        reason: message.reason,
        reasonName: callFailureNames[message.reason] ?? 'unknown',
      },
      ...(answered && { answers: answered.answers, durationMs: answered.latencyMs }),
    });
    const { call, reason } = message;
    const failure: CallFailure = { call, name, reason, at, seq, answers: answered?.answers };
    tell(failureListeners, failure, `call ${call}`);
  };

  const take = (message: SteamMessage): void => {
    const at = clock.now();
    messages += 1;
    if (message.kind === 'callFailure') return takeFailure(message, at);
    const name = userCallbackName(message.id);
    const raw = toHex(message.bytes);
    const base = {
      time: at,
      kind: message.kind,
      raw,
      ...(message.kind === 'callResult' && { call: message.call }),
    };
    if (name === undefined) {
      write({ ...base, name: String(message.id) });
      return;
    }
    const decoded = decodeCallback(name, message.bytes, client.packing);
    if (!decoded.ok) {
      const sizes = `${decoded.actualBytes} bytes instead of ${decoded.expectedBytes}`;
      write({ ...base, name });
      fault('sizeMismatch', `${name} arrived with ${sizes}: not decoded.`);
      return;
    }
    const answered =
      message.kind === 'callResult'
        ? pairing.callResult(message.call, at)
        : pairing.callback(name, decoded.fields, at);
    const seq = write({
      ...base,
      name,
      value: decoded.fields,
      ...(answered && { answers: answered.answers, durationMs: answered.latencyMs }),
    });
    // Name and fields come from the same row.
    const arrival = {
      name,
      fields: decoded.fields,
      seq,
      at,
      answers: answered?.answers,
      latencyMs: answered?.latencyMs,
    } as Arrival;
    tell(listeners, arrival, name);
  };

  const drain = (startedAt: number): void => {
    do {
      const portion = client.drain(PORTION);
      hasLeftOver = portion.length === PORTION;
      for (const message of portion) take(message);
    } while (hasLeftOver && clock.now() - startedAt < TICK_BUDGET_MS);
  };

  return {
    tick() {
      const startedAt = clock.now();
      try {
        drain(startedAt);
      } catch (error) {
        hasLeftOver = false;
        fault('pumpFailed', String(error));
      }
      const endedAt = clock.now();
      for (const { seq, name } of pairing.expire(endedAt)) {
        write({
          time: endedAt,
          kind: 'fault',
          name: 'answerTimedOut',
          value: { message: `Nothing answered ${name} in time.` },
          answers: seq,
        });
      }
      meter.add(startedAt, endedAt);
    },
    nextTickMs: () => (hasLeftOver ? 0 : pairing.isAwaiting() ? FAST_TICK_MS : SLOW_TICK_MS),
    stats: () => ({
      mode: pairing.isAwaiting() || hasLeftOver ? 'fast' : 'slow',
      ...meter.read(clock.now()),
      messages,
    }),
  };
}

/** Counts ticks and their cost over the last second. */
function createTickMeter() {
  let ticks: { readonly at: number; readonly costMs: number }[] = [];
  return {
    add(startedAt: number, endedAt: number): void {
      ticks.push({ at: startedAt, costMs: endedAt - startedAt });
      if (ticks.length > 1000) ticks = ticks.filter((tick) => tick.at > endedAt - 1000);
    },
    read(now: number): Pick<PumpStats, 'ticksPerSecond' | 'microsecondsPerTick'> {
      ticks = ticks.filter((tick) => tick.at > now - 1000);
      const costMs = ticks.reduce((sum, tick) => sum + tick.costMs, 0);
      return {
        ticksPerSecond: ticks.length,
        microsecondsPerTick: ticks.length === 0 ? 0 : Math.round((costMs / ticks.length) * 1000),
      };
    },
  };
}
