import { beginResults, inspectTicket } from './begin-result.ts';
import type { Network } from './network.ts';
import type { FunctionTable, Seat } from './seat.ts';
import type { AuthSession } from './session-register.ts';
import { readTicket } from './ticket-reader.ts';
import { judge, responses, type Verdict } from './verdict.ts';

/** EUserHasLicenseForAppResult. */
const HAS_LICENCE = 0;
const HAS_NO_LICENCE = 1;
const NO_AUTH = 2;

/**
 * Auth sessions: a player checks another one's ticket.
 *
 * - The bytes are looked at at once; only after OK does Steam's verdict follow, after the network's latency, from how
 *   things are then. Where the verifier is offline it waits for them to be connected again.
 * - A ticket serves once: the session that is verified with it uses it up, at whichever verifier.
 * - A verified session hears of it when the ticket is cancelled, its owner's game ends, their connection or licence is
 *   lost, they are banned or log in elsewhere. A session that heard a refusal hears nothing more by itself: what comes
 *   right again needs a new ticket.
 * - The session stays open, refused or not, until it is ended, and until then a second one with the same player is a
 *   duplicate. After the end nothing is heard, also what was on its way.
 */
export function createAuthSessions({ network, client, appId }: Seat) {
  return {
    beginAuthSession: ({ authTicket, steamId }) => {
      const plan = network.answers.next(client.steamId, 'beginAuthSession');
      const ticket = readTicket(authTicket);
      const hasSession = network.sessions.between(client.number, steamId) !== undefined;
      const result =
        plan.result ?? inspectTicket(ticket, { steamId, appId, now: network.clock.now(), hasSession });
      if (result !== beginResults.ok) return result;
      // A result that was chosen may come over a session that is open: that one makes room.
      network.sessions.end(client.number, steamId);
      const beganAt = network.clock.now();
      const { number } = network.sessions.open({
        verifier: client,
        steamId,
        appId,
        token: ticket?.token,
        beganAt,
      });
      if (plan.response !== undefined) {
        const ownerId = network.accounts.licenceHolder(steamId, appId) ?? steamId;
        network.sessions.change(number, { upcoming: { response: plan.response, ownerId } });
      }
      if (plan.delayMs !== undefined) network.clock.after(plan.delayMs, () => settle(network, number));
      return result;
    },
    endAuthSession: ({ steamId }) => {
      network.sessions.end(client.number, steamId);
      return null;
    },
    userHasLicenseForApp: ({ steamId, appId: asked }) => {
      const session = network.sessions.between(client.number, steamId);
      if (session?.told?.response !== responses.ok) return NO_AUTH;
      return network.accounts.licenceHolder(steamId, asked) === undefined ? HAS_NO_LICENCE : HAS_LICENCE;
    },
  } satisfies FunctionTable;
}

/** Looks at every verified session again, after something changed: what is no longer right is on its way to be told. */
export function reviewSessions(network: Network): void {
  for (const session of network.sessions.all()) {
    if (session.told?.response !== responses.ok || session.upcoming !== undefined) continue;
    const verdict = judgeSession(network, session);
    if (verdict.response === responses.ok) continue;
    network.sessions.change(session.number, { upcoming: verdict });
    const { delayMs } = network.answers.news();
    if (delayMs !== undefined) network.clock.after(delayMs, () => settle(network, session.number));
  }
}

/** A verifier is connected again: the verdicts that were held back for them come now. */
export function resumeSessions(network: Network, verifierId: string): void {
  for (const { number, verifier, isHeld } of network.sessions.all()) {
    if (verifier.steamId !== verifierId || !isHeld) continue;
    network.sessions.change(number, { isHeld: false });
    const { delayMs } = network.answers.news();
    if (delayMs !== undefined) network.clock.after(delayMs, () => settle(network, number));
  }
}

/** A verdict is due. */
function settle(network: Network, number: number): void {
  const session = network.sessions.find(number);
  if (session === undefined) return;
  if (network.accounts.find(session.verifier.steamId)?.loggedOn !== true) {
    network.sessions.change(number, { isHeld: true });
    return;
  }
  announce(network, session, session.upcoming ?? judgeSession(network, session));
  if (!network.answers.isRepeated()) return;
  const { delayMs } = network.answers.news();
  if (delayMs !== undefined) network.clock.after(delayMs, () => repeat(network, number));
}

function repeat(network: Network, number: number): void {
  const session = network.sessions.find(number);
  if (session?.told !== undefined) announce(network, session, session.told);
}

/** Tells a verifier, who may hear it again or late, or without having asked. */
export function announce(network: Network, session: AuthSession, verdict: Verdict): void {
  if (verdict.response === responses.ok && session.token !== undefined)
    network.tickets.use(session.token, session.number);
  network.sessions.change(session.number, { told: verdict, upcoming: undefined });
  session.verifier.post('validateAuthTicketResponse', { authId: session.steamId, ...verdict });
}

function judgeSession(network: Network, { token, steamId, appId, number, verifier }: AuthSession): Verdict {
  const { external, internal } = network.accounts.addresses(verifier.steamId);
  const known = token === undefined ? undefined : network.tickets.find(token);
  return judge({
    // A token under another name or app was forged.
    ticket: known?.steamId === steamId && known.appId === appId ? known : undefined,
    account: network.accounts.find(steamId),
    licenceHolder: network.accounts.licenceHolder(steamId, appId),
    isElsewhere: network.accounts.isElsewhere(steamId),
    sessionNumber: number,
    verifier: { steamId: verifier.steamId, addresses: [external, internal] },
  });
}
