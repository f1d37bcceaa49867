import { enums, type EnumMember } from '../steam/enums.ts';

/** A reason for which Steam tells the game to leave a server. */
export interface DenyReason extends EnumMember {
  /** What the player can be told, or what whoever runs the server can look at. */
  readonly sentence: string;
}

const sentences: Readonly<Record<number, string>> = {
  0: 'Steam gives no reason.',
  1: 'Game and server have versions that do not fit: update whichever is older.',
  2: 'Steam does not say why.',
  3: 'The player is not logged on to Steam: log on, then join again.',
  4: 'The account has no licence for this game.',
  5: 'The account is VAC banned, and the server is secured.',
  6: 'The account has logged in on another machine, which ends play here.',
  7: 'The server gave a reason of its own that Steam cannot read.',
  8: 'Another anti-cheat system on this machine is in the way.',
  9: 'The game’s memory has changed where it must not: verify its files, and look for cheats.',
  10: 'A program on this machine is in the way of the game.',
  11: 'The server lost its connection to Steam, and with it all its players’ checks.',
  12: 'The server’s connection to Steam failed.',
  13: 'Steam did not answer the server in time: try to join again.',
  14: 'Steam’s check of the player did not come to an end: try to join again.',
  15: 'The player is a guest on somebody else’s licence, and its owner has left.',
};

/** All of EDenyReason, by value. */
export const denyReasons: readonly DenyReason[] = enums.EDenyReason.map((member) => ({
  ...member,
  sentence: sentences[member.value] ?? member.meaning,
}));

/** The reason with that value; one that is later than the table is shown as what it is. */
export function denyReason(value: number): DenyReason {
  const sentence = 'A reason that the bench does not know.';
  return denyReasons[value] ?? { value, name: '(unknown)', meaning: '', sentence };
}
