import { describe, expect, it } from 'vitest';
import type { SteamClient } from '../steam/steam-client.ts';
import type { AccountChange, SimulationEvent } from './knobs.ts';
import { ADA, beginStory, BO, CLEO, heardBy, valueOf, type Story } from './story.ts';

const verdict = (authId: string, response: number, ownerId = authId) => ({
  name: 'validateAuthTicketResponse',
  fields: { authId, response, ownerId },
});

/** Ada, whom the knobs change, has a ticket; Bo is to check it. */
function meet(parts: { readonly adasApp?: number; readonly verifier?: string } = {}) {
  const story = beginStory();
  const ada = valueOf(story.simulation.openAs(ADA, parts.adasApp ?? 480));
  const bo = valueOf(story.simulation.openAs(parts.verifier ?? BO, 480));
  const issue = (remote?: { steamId: string } | { name: string } | { ip: string; port: number }) =>
    valueOf(ada.call('getAuthSessionTicket', { remote }));
  const begin = (authTicket: Uint8Array, steamId = ADA, client = bo) =>
    valueOf(client.call('beginAuthSession', { authTicket, steamId }));
  const hears = (client: SteamClient = bo) => {
    story.pass(500);
    return heardBy(client);
  };
  const change = (account: AccountChange, accountOf = ADA) => story.simulation.set({ account, accountOf });
  return { ...story, ada, bo, issue, begin, hears, change };
}

describe('beginning a session', () => {
  it('with a good ticket is OK at once, and verified 20 to 120 ms later', () => {
    const { bo, issue, begin, pass } = meet();
    const { buffer } = issue();
    expect(begin(buffer)).toBe(0);
    pass(19);
    expect(heardBy(bo)).toEqual([]);
    pass(101);
    expect(heardBy(bo)).toEqual([verdict(ADA, 0)]);
  });

  it('gives each of the six results', () => {
    const patched = (buffer: Uint8Array, at: number, value: number) => {
      const bytes = buffer.slice();
      bytes[at] = value;
      return bytes;
    };
    const results = new Map<number, () => number>([
      [0, () => ((story) => story.begin(story.issue().buffer))(meet())],
      [1, () => meet().begin(new Uint8Array(234))],
      [
        2,
        () => {
          const { issue, begin } = meet();
          begin(issue().buffer);
          return begin(issue().buffer);
        },
      ],
      [3, () => ((story) => story.begin(patched(story.issue().buffer, 60, 5)))(meet())],
      [4, () => ((story) => story.begin(story.issue().buffer))(meet({ adasApp: 440 }))],
      [
        5,
        () => {
          const { issue, begin, simulation } = meet();
          const { buffer } = issue();
          simulation.set({ clock: { stepMs: 21 * 24 * 3_600_000 } });
          return begin(buffer);
        },
      ],
    ]);
    for (const [result, tell] of results) expect(tell()).toBe(result);
  });

  it('refuses what is no ticket, is cut short or drawn out, is signed by somebody else, or is another player’s', () => {
    const { issue, begin, hears } = meet();
    const { buffer } = issue();
    expect(begin(new Uint8Array(0))).toBe(1);
    for (const length of [1, 4, 51, 60, 106, 233]) expect(begin(buffer.slice(0, length))).toBe(1);
    expect(begin(Uint8Array.of(...buffer, 0))).toBe(1);
    expect(begin(Uint8Array.of(...buffer.slice(0, -1), 1))).toBe(1);
    expect(begin(buffer, CLEO)).toBe(1);
    expect(hears()).toEqual([]);
  });

  it('does not see that a ticket was forged: the verdict does', () => {
    const { issue, begin, hears } = meet();
    const forged = issue().buffer.slice();
    forged[4] = (forged[4] ?? 0) ^ 1;
    expect(begin(forged)).toBe(0);
    expect(hears()).toEqual([verdict(ADA, 8)]);
  });

  it('is a duplicate until the session is ended, refused or not', () => {
    const { bo, issue, begin, hears, change } = meet();
    change({ isVacBanned: true });
    begin(issue().buffer);
    expect(hears()).toEqual([verdict(ADA, 3)]);
    expect(begin(issue().buffer)).toBe(2);
    bo.call('endAuthSession', { steamId: ADA });
    expect(begin(issue().buffer)).toBe(0);
  });
});

/** How each verdict comes about, before the session is begun or while it is open. */
const beforehand: readonly (readonly [number, string, (story: ReturnType<typeof meet>) => void])[] = [
  [0, 'nothing is wrong', () => undefined],
  [1, 'the owner is offline', ({ change }) => change({ loggedOn: false })],
  [2, 'the owner has no licence', ({ change }) => change({ licences: [] })],
  [3, 'VAC banned the owner', ({ change }) => change({ isVacBanned: true })],
  [4, 'the owner is logged in elsewhere', ({ simulation }) => simulation.raise(elsewhere)],
  [5, 'VAC cannot finish', ({ change }) => change({ isVacUnreachable: true })],
  [6, 'the ticket was cancelled', ({ ada }) => ada.call('cancelAuthTicket', { authTicket: 1 })],
  [8, 'the owner’s game has ended', ({ ada }) => ada.close()],
  [9, 'the publisher banned the owner', ({ change }) => change({ isPublisherBanned: true })],
];
const elsewhere: SimulationEvent = { kind: 'loggedInElsewhere', who: ADA };

describe('the verdict', () => {
  it.each(beforehand)('is %i where %s', (response, _why, happens) => {
    const story = meet();
    const { buffer } = story.issue();
    happens(story);
    expect(story.begin(buffer)).toBe(0);
    expect(story.hears()).toEqual([verdict(ADA, response)]);
  });

  it.each(beforehand.filter(([response]) => response !== 0))(
    'becomes %i when %s, in an open session',
    (response, _why, happens) => {
      const story = meet();
      story.begin(story.issue().buffer);
      expect(story.hears()).toEqual([verdict(ADA, 0)]);
      happens(story);
      expect(story.hears()).toEqual([verdict(ADA, response)]);
      // What is refused stays so: coming right again is not told.
      story.change({
        licences: [480],
        isVacBanned: false,
        isVacUnreachable: false,
        isPublisherBanned: false,
      });
      story.simulation.raise({ kind: 'serverConnected', who: ADA });
      expect(story.hears()).toEqual([]);
    },
  );

  it('is 7 for a ticket that served before, at the same verifier or another one', () => {
    const { bo, simulation, issue, begin, hears } = meet();
    const cleo = valueOf(simulation.openAs(CLEO, 480));
    const { buffer } = issue();
    begin(buffer);
    hears();
    expect(begin(buffer, ADA, cleo)).toBe(0);
    expect(hears(cleo)).toEqual([verdict(ADA, 7)]);
    bo.call('endAuthSession', { steamId: ADA });
    expect(begin(buffer)).toBe(0);
    expect(hears()).toEqual([verdict(ADA, 7)]);
  });

  it('is 10 for a ticket that is meant for somebody else', () => {
    const responses = (
      [
        [{ steamId: BO }, 0],
        [{ steamId: CLEO }, 10],
        [{ name: 'server' }, 10],
        [{ ip: '203.0.113.2', port: 27015 }, 0],
        [{ ip: '203.0.113.3', port: 27015 }, 10],
      ] as const
    ).map(([remote, response]) => {
      const { issue, begin, hears } = meet();
      begin(issue(remote).buffer);
      return [hears(), response] as const;
    });
    for (const [heard, response] of responses) expect(heard).toEqual([verdict(ADA, response)]);
  });

  it('names the owner of a borrowed game, and fails when the lender loses it', () => {
    const { bo, simulation, begin, hears, change } = meet();
    const cleo = valueOf(simulation.openAs(CLEO, 480));
    expect(cleo.details().appOwner).toBe(ADA);
    begin(valueOf(cleo.call('getAuthSessionTicket', {})).buffer, CLEO);
    expect(hears()).toEqual([verdict(CLEO, 0, ADA)]);
    change({ licences: [] });
    expect(hears(bo)).toEqual([verdict(CLEO, 2)]);
  });

  it('does not come after the session was ended', () => {
    const { ada, bo, issue, begin, hears } = meet();
    const first = issue();
    begin(first.buffer);
    bo.call('endAuthSession', { steamId: ADA });
    expect(hears()).toEqual([]);
    begin(issue().buffer);
    hears();
    ada.call('cancelAuthTicket', { authTicket: 2 });
    bo.call('endAuthSession', { steamId: ADA });
    expect(hears()).toEqual([]);
  });

  it('waits for a verifier who is offline', () => {
    const { issue, begin, hears, change, simulation } = meet();
    change({ loggedOn: false }, BO);
    hears();
    begin(issue().buffer);
    expect(hears()).toEqual([]);
    simulation.raise({ kind: 'serverConnected', who: BO });
    expect(hears().map(({ name }) => name)).toEqual(['steamServerConnected', 'validateAuthTicketResponse']);
  });

  it('can be chosen, late or never', () => {
    const { issue, begin, hears, simulation, bo, pass } = meet();
    const choose = (outcome: Extract<SimulationEvent, { kind: 'nextAnswer' }>['outcome']) =>
      valueOf(simulation.raise({ kind: 'nextAnswer', name: 'beginAuthSession', outcome, who: BO }));
    for (let response = 0; response <= 10; response += 1) choose({ kind: 'verdict', response });
    for (let response = 0; response <= 10; response += 1) {
      begin(issue().buffer);
      expect(hears()).toEqual([verdict(ADA, response)]);
      bo.call('endAuthSession', { steamId: ADA });
    }
    for (let result = 1; result <= 5; result += 1) choose({ kind: 'result', result });
    for (let result = 1; result <= 5; result += 1) expect(begin(issue().buffer)).toBe(result);
    choose({ kind: 'verdict', response: 0, delayMs: 60_000 });
    begin(issue().buffer);
    expect(hears()).toEqual([]);
    pass(59_500);
    expect(heardBy(bo)).toEqual([verdict(ADA, 0)]);
    bo.call('endAuthSession', { steamId: ADA });
    choose({ kind: 'never' });
    begin(issue().buffer);
    pass(3_600_000);
    expect(heardBy(bo)).toEqual([]);
  });

  it('can be given again, and without anybody asking', () => {
    const { issue, begin, hears, simulation } = meet();
    simulation.set({ faults: { repeatVerdicts: 1 } });
    begin(issue().buffer);
    expect(hears()).toEqual([verdict(ADA, 0), verdict(ADA, 0)]);
    simulation.raise({ kind: 'validateVerdict', steamId: ADA, response: 9, who: BO });
    simulation.raise({ kind: 'validateVerdict', steamId: CLEO, response: 0, ownerId: ADA, who: BO });
    expect(hears()).toEqual([verdict(ADA, 9), verdict(CLEO, 0, ADA)]);
    expect(simulation.snapshot().world?.sessions).toMatchObject([
      { verifierId: BO, steamId: ADA, state: 'refused', response: 9 },
    ]);
  });
});

describe('licences of a player', () => {
  it('are told in a verified session only', () => {
    const { bo, issue, begin, hears, change } = meet();
    const has = (appId: number) => valueOf(bo.call('userHasLicenseForApp', { steamId: ADA, appId }));
    change({ licences: [480, 7777] });
    expect(has(480)).toBe(2);
    begin(issue().buffer);
    expect(has(480)).toBe(2);
    hears();
    expect([has(480), has(7777), has(8888)]).toEqual([0, 0, 1]);
    bo.call('endAuthSession', { steamId: ADA });
    expect(has(480)).toBe(2);
  });

  it('come with starting an app, unless they were set', () => {
    const { simulation } = beginStory();
    simulation.openAs(ADA, 1234);
    expect(simulation.snapshot().accounts[0]?.licences).toEqual([480, 1234]);
    simulation.set({ account: { licences: [] } });
    simulation.openAs(ADA, 480);
    expect(simulation.snapshot().accounts[0]?.licences).toEqual([]);
  });
});

describe('two accounts', () => {
  it('check each other’s tickets and hear of each other’s leaving', () => {
    const { ada, bo, issue, begin, hears } = meet();
    const bosTicket = valueOf(bo.call('getAuthSessionTicket', {}));
    expect(begin(issue().buffer)).toBe(0);
    expect(begin(bosTicket.buffer, BO, ada)).toBe(0);
    hears(ada);
    heardBy(bo);
    bo.call('cancelAuthTicket', { authTicket: bosTicket.id });
    ada.call('cancelAuthTicket', { authTicket: 1 });
    expect(hears(ada)).toEqual([verdict(BO, 6)]);
    expect(heardBy(bo)).toEqual([verdict(ADA, 6)]);
  });
});

describe('a player whom the simulator plays', () => {
  const peers = ({ simulation }: Story) => simulation.snapshot().world?.peers ?? [];

  it('issues, cancels, checks and leaves', () => {
    const story = beginStory();
    const { simulation, pass } = story;
    const ada = valueOf(simulation.open(480));
    valueOf(simulation.raise({ kind: 'peerIssuesTicket', steamId: BO }));
    const [ticket] = peers(story)[0]?.tickets ?? [];
    expect(ticket).toMatchObject({ handle: 1, isLive: true });
    const authTicket = Uint8Array.from(Buffer.from(ticket?.hex ?? '', 'hex'));
    expect(valueOf(ada.call('beginAuthSession', { authTicket, steamId: BO }))).toBe(0);
    pass(200);
    expect(heardBy(ada)).toEqual([verdict(BO, 0)]);
    valueOf(simulation.raise({ kind: 'peerCancelsTicket', steamId: BO, handle: 1 }));
    pass(200);
    expect(heardBy(ada)).toEqual([verdict(BO, 6)]);

    const mine = valueOf(ada.call('getAuthSessionTicket', {})).buffer;
    const ticketHex = Buffer.from(mine).toString('hex');
    valueOf(simulation.raise({ kind: 'peerBeginsSession', steamId: BO, ticketHex, ofSteamId: ADA }));
    pass(200);
    heardBy(ada);
    expect(peers(story)[0]?.lastBeginResult).toBe(0);
    expect(simulation.snapshot().world?.sessions.at(-1)).toMatchObject({ verifierId: BO, response: 0 });
    valueOf(simulation.raise({ kind: 'peerLeaves', steamId: BO }));
    expect(peers(story)).toEqual([]);
    expect(simulation.raise({ kind: 'peerLeaves', steamId: BO })).toMatchObject({ ok: false });
  });
});
