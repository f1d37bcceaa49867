import type { Arrival } from '../pump.ts';
import type { SteamIdText } from '../steam/steam-id.ts';
import { describeEnum, enumMember, type EnumName } from '../steam/enums.ts';
import type { Caller } from '../steam/caller.ts';
import type { StepName } from './walk-through.ts';

/** What a step waits for; `late` ends the wait without it. */
export interface Wait {
  readonly matches: (arrival: Arrival) => boolean;
}

export type Heard = { readonly kind: 'arrival'; readonly arrival: Arrival } | { readonly kind: 'late' };

/** What the flow tells of a step. */
export interface FlowListener {
  begun(step: StepName): void;
  done(step: StepName, answer: string, meaning: string): void;
  failed(step: StepName, answer: string, meaning: string): void;
}

export interface FlowParts {
  readonly caller: Pick<Caller, 'call'>;
  readonly steamId: SteamIdText;
  readonly appId: number;
  readonly listener: FlowListener;
}

const OK = 0;
const RESULT_OK = 1;
const TICKET_CANCELLED = 6;

/**
 * The flow of a ticket, from its issue to the end of its session, against oneself.
 *
 * A generator: it yields what it waits for and goes on with what was heard. Where a step fails, those that need it are
 * left out, and what was taken is given back all the same; also where the flow is ended from outside.
 */
export function* walk({ caller, steamId, appId, listener }: FlowParts): Generator<Wait, void, Heard> {
  listener.begun('issue');
  const issued = caller.call('getAuthSessionTicket', {});
  if (!issued.ok) return listener.failed('issue', issued.error.code, issued.error.message);
  const { id: handle, buffer } = issued.value;
  if (handle === 0)
    return listener.failed('issue', 'Handle 0', 'Steam gave no ticket. Is the client logged on?');
  listener.done(
    'issue',
    `Handle ${handle}, ${buffer.length} bytes`,
    'The ticket is there, not yet confirmed.',
  );

  /** What is to be given back. */
  const held = { ticket: true, session: false };
  const cancel = (): void => {
    held.ticket = false;
    const cancelled = caller.call('cancelAuthTicket', { authTicket: handle });
    if (cancelled.ok)
      listener.done(
        'cancel',
        'no value',
        'CancelAuthTicket answers nothing: that it worked is heard as a verdict.',
      );
    else listener.failed('cancel', cancelled.error.code, cancelled.error.message);
  };

  try {
    if (!(yield* confirm(handle, listener))) return;

    listener.begun('begin');
    const begun = caller.call('beginAuthSession', { authTicket: buffer, steamId });
    if (!begun.ok) return listener.failed('begin', begun.error.code, begun.error.message);
    held.session = begun.value === OK;
    if (!tell(listener, 'begin', 'EBeginAuthSessionResult', begun.value, OK)) return;

    if (!(yield* verdict(steamId, listener, 'verdict', OK))) return;

    listener.begun('licence');
    const licence = caller.call('userHasLicenseForApp', { steamId, appId });
    if (licence.ok) tell(listener, 'licence', 'EUserHasLicenseForAppResult', licence.value, OK);
    else listener.failed('licence', licence.error.code, licence.error.message);

    listener.begun('cancel');
    cancel();
    yield* verdict(steamId, listener, 'cancelVerdict', TICKET_CANCELLED);
  } finally {
    if (held.ticket) {
      listener.begun('cancel');
      cancel();
    }
    if (held.session) {
      listener.begun('end');
      const ended = caller.call('endAuthSession', { steamId });
      if (ended.ok)
        listener.done(
          'end',
          'no value',
          'EndAuthSession answers nothing: no verdict on this player comes any more.',
        );
      else listener.failed('end', ended.error.code, ended.error.message);
    }
  }
}

function* confirm(handle: number, listener: FlowListener): Generator<Wait, boolean, Heard> {
  listener.begun('confirm');
  const heard = yield {
    matches: (arrival) =>
      arrival.name === 'getAuthSessionTicketResponse' && arrival.fields.authTicket === handle,
  };
  if (heard.kind === 'late' || heard.arrival.name !== 'getAuthSessionTicketResponse') {
    listener.failed(
      'confirm',
      'No answer',
      'Callback 163 did not come. A ticket that is sent before it may be refused.',
    );
    return false;
  }
  return tell(listener, 'confirm', 'EResult', heard.arrival.fields.result, RESULT_OK);
}

function* verdict(
  steamId: SteamIdText,
  listener: FlowListener,
  step: 'verdict' | 'cancelVerdict',
  wanted: number,
): Generator<Wait, boolean, Heard> {
  listener.begun(step);
  const heard = yield {
    matches: (arrival) => arrival.name === 'validateAuthTicketResponse' && arrival.fields.authId === steamId,
  };
  if (heard.kind === 'late' || heard.arrival.name !== 'validateAuthTicketResponse') {
    listener.failed(step, 'No answer', 'Callback 143 did not come. Is the client connected to Steam?');
    return false;
  }
  return tell(listener, step, 'EAuthSessionResponse', heard.arrival.fields.response, wanted);
}

/** Tells an answer by its name; whether it is the one that was wanted. */
function tell(
  listener: FlowListener,
  step: StepName,
  name: EnumName,
  value: number,
  wanted: number,
): boolean {
  const answer = describeEnum(name, value);
  const meaning = enumMember(name, value)?.meaning ?? '';
  if (value === wanted) listener.done(step, answer, meaning);
  else listener.failed(step, answer, meaning);
  return value === wanted;
}
