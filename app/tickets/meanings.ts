/**
 * What is usually behind a result of BeginAuthSession, by its number: what to look at first.
 *
 * What each means by itself stands with the enumerations.
 */
export const beginCauses: Readonly<Record<number, string>> = {
  0: '',
  1: 'Usually the ticket was cut short on its way, or the Steam id is not that of the player who sent it.',
  // What it means says already what to do.
  2: '',
  3: 'Usually the other player’s game was built with a much older or newer Steamworks SDK.',
  4: 'Usually one side runs with another app id: see what stands in steam_appid.txt and on the launch line.',
  5: 'Usually the ticket was kept and sent later. Ask for a new one for every session.',
};

/** What is usually behind a verdict, EAuthSessionResponse, and what a server does then. */
export const verdictCauses: Readonly<Record<number, string>> = {
  0: 'Let the player in.',
  1: 'Usually their connection to Steam broke. Give them a moment, or let them go.',
  2: 'Usually a free weekend or a borrowed game has ended, or a refund went through.',
  3: 'Let them go: a secured server must not keep them.',
  4: 'Usually they started Steam on another machine. This game is no longer theirs.',
  5: 'Usually the network on their side is slow or blocks Valve’s servers. Begin again, or let them go.',
  6: 'Usually the player left the game, which takes its tickets back. End the session.',
  7: 'Usually one ticket was sent to two servers or twice to one. Ask for a new one for every session.',
  8: 'Usually the ticket was sent before callback 163, or its game has ended since. Ask for a new one.',
  9: 'Let them go: the ban was set through the web API.',
  10: 'Usually it was issued for another Steam id, address or name than the one that checks it here.',
};
