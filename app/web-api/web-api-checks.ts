import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed } from '../outcome.ts';
import type { FindTicket } from '../tickets/tickets.ts';
import { describeAnswer, describeFailure } from './end-of-check.ts';
import { isOwnMachine } from './own-machine.ts';
import { createPublisherKey } from './publisher-key.ts';
import { methodAddress, questionUrl, type Question } from './question.ts';
import type { WebApiCheck, WebApiState } from './web-api.ts';

/** Checks that are remembered. */
const MOST_CHECKS = 20;

const TIMEOUT_MS = 15_000;
const LARGEST_BODY_BYTES = 64 * 1024;

/** What an address with a ticket in it can still hold: no ticket of Steam's comes near. */
const LARGEST_TICKET_BYTES = 8 * 1024;

const noKey = fail('no-key', 'There is no web API key.', 'Set one above.');
const tooLarge = fail(
  'ticket-broken',
  `A ticket for the web API has at most ${LARGEST_TICKET_BYTES} bytes.`,
  'Give the ticket alone.',
);

/** Checks of tickets by Steam's web API, asked as a backend would. */
export interface WebApiChecks extends Follower {
  readonly handlers: Handlers<BenchContract>['webApi'];
}

export function createWebApiChecks(context: BenchContext, find: FindTicket): WebApiChecks {
  const { clock, ports, publish, write } = context;
  const key = createPublisherKey(ports.keyStore);
  let checks: readonly WebApiCheck[] = [];
  let lastNumber = 0;

  const state = (): WebApiState => ({ ...key.about(), checks });
  const tell = (): void => publish('webApi', 'changed', state());

  const answer = () => {
    tell();
    return succeed(state());
  };

  const ask = async (begun: WebApiCheck, question: Question): Promise<WebApiCheck> => {
    const answered = await ports.webFetch({
      url: questionUrl(begun.address, question),
      timeoutMs: TIMEOUT_MS,
      largestBodyBytes: LARGEST_BODY_BYTES,
    });
    const tookMs = clock.now() - begun.askedAt;
    const end = answered.ok
      ? describeAnswer(answered.value, question, begun.isTicketSimulated && !isOwnMachine(begun.address))
      : describeFailure(answered.error, question);
    return { ...begun, ...end, tookMs };
  };

  return {
    handlers: {
      get: () => succeed(state()),
      setKey({ key: text, isKept }) {
        const set = key.set(text, isKept);
        return set.ok ? answer() : set;
      },
      forgetKey() {
        const forgotten = key.forget();
        tell();
        return forgotten.ok ? succeed(state()) : forgotten;
      },
      async check({ ticket, appId, identity: given }) {
        const known = key.read();
        if (known === undefined) return noKey;
        const found = find(ticket);
        if (!found.ok) return found;
        const { bytes, number, isSimulated } = found.value;
        if (bytes.length > LARGEST_TICKET_BYTES) return tooLarge;
        const identity = given === '' ? undefined : given;
        lastNumber += 1;
        const begun: WebApiCheck = {
          number: lastNumber,
          askedAt: clock.now(),
          appId,
          identity,
          ...(number !== undefined && { ticketNumber: number }),
          address: methodAddress(ports.settings.get().webApiUrl),
          state: 'waiting',
          isTicketSimulated: isSimulated,
        };
        checks = [begun, ...checks].slice(0, MOST_CHECKS);
        tell();
        const done = await ask(begun, { key: known, appId, ticket: bytes, identity });
        checks = checks.map((one) => (one.number === done.number ? done : one));
        const { status, tookMs } = done;
        const kind = done.answer?.kind ?? done.state;
        write({
          time: clock.now(),
          kind: 'session',
          name: 'webApiCheck',
          value: { status, kind, tookMs, appId },
        });
        tell();
        return succeed(done);
      },
    },
  };
}
