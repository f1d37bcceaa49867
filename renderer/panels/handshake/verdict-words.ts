import type { Finding, HandshakePlayer } from '../../../app/handshake/handshake.ts';
import { describeEnum, enumMember } from '../../../app/steam/enums.ts';
import type { LampState } from '../../ui/lamp.tsx';

/** EBeginAuthSessionResult and EAuthSessionResponse agree on this one. */
const FINE = 0;

/** EAuthSessionResponse. */
const CANCELLED = 6;

/** How one finding is shown. */
export interface VerdictWords {
  readonly lamp: LampState;
  /** A word or Steam’s own name of it. */
  readonly short: string;
  /** What beginAuthSession answered, once it was called. */
  readonly begin: string | undefined;
  /** The whole of it, in one or two sentences. */
  readonly sentence: string;
  /** Whether a user who looks for trouble should read the sentence. */
  readonly isNoteworthy: boolean;
  /** The game is another account’s. */
  readonly isBorrowed: boolean;
}

/** The name that a player gave, else the Steam id. */
export function nameOfPlayer({ personaName, steamId }: HandshakePlayer): string {
  return personaName ?? steamId;
}

/** What the verifier found of the player’s ticket, where anything is known of it. */
export function findingBetween(
  findings: readonly Finding[],
  player: HandshakePlayer,
  verifier: HandshakePlayer,
): Finding | undefined {
  return findings.find(
    ({ playerId, verifierId }) => playerId === player.steamId && verifierId === verifier.steamId,
  );
}

/** What a verifier found of a player’s ticket, in words. */
export function verdictWords(
  finding: Finding | undefined,
  player: HandshakePlayer,
  verifier: HandshakePlayer,
): VerdictWords {
  const whose = nameOfPlayer(player);
  const who = nameOfPlayer(verifier);
  const plain = { begin: undefined, isNoteworthy: false, isBorrowed: false };

  if (finding?.refusedTicket !== undefined && finding.begin === undefined) {
    const result = describeEnum('EResult', finding.refusedTicket);
    return {
      ...plain,
      lamp: 'fault',
      short: 'Not sent',
      sentence: `Steam did not confirm the ticket of ${whose} for ${who} (${result}), so it was not sent. Another one follows once the account is connected to Steam again.`,
      isNoteworthy: true,
    };
  }
  if (finding?.begin === undefined) {
    return player.state === 'here' && verifier.state === 'here'
      ? { ...plain, lamp: 'busy', short: 'On its way', sentence: `${who} waits for the ticket of ${whose}.` }
      : { ...plain, lamp: 'unknown', short: 'None', sentence: `${who} never had a ticket of ${whose}.` };
  }

  const begin = describeEnum('EBeginAuthSessionResult', finding.begin);
  if (finding.begin !== FINE) {
    const meaning = enumMember('EBeginAuthSessionResult', finding.begin)?.meaning ?? '';
    return {
      ...plain,
      lamp: 'fault',
      short: nameIn(begin),
      begin,
      sentence: `${who} could not begin a session with ${whose}: ${begin}. ${meaning}`,
      isNoteworthy: true,
    };
  }
  if (finding.response === undefined) {
    const sentence = `${who} began a session with ${whose} and waits for Steam’s verdict.`;
    return { ...plain, lamp: 'busy', short: 'Being checked', begin, sentence };
  }

  const response = describeEnum('EAuthSessionResponse', finding.response);
  const meaning = enumMember('EAuthSessionResponse', finding.response)?.meaning ?? '';
  const isExpected = finding.response === CANCELLED && player.state !== 'here';
  const isBorrowed =
    finding.ownerId !== undefined && finding.ownerId !== '0' && finding.ownerId !== player.steamId;
  return {
    lamp: finding.response === FINE ? 'on' : isExpected ? 'off' : 'fault',
    short: nameIn(response),
    begin,
    sentence:
      `Steam’s verdict for ${who} on ${whose}: ${response}. ${meaning}` +
      (isBorrowed ? ` The licence belongs to ${finding.ownerId}: the game is borrowed.` : ''),
    isNoteworthy: finding.response !== FINE && !isExpected,
    isBorrowed,
  };
}

/** The name in `6 AuthTicketCanceled`. */
function nameIn(described: string): string {
  return described.replace(/^-?\d+ (?=\w)/, '');
}
