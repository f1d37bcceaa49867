import fc from 'fast-check';
import { userFunctionNames } from '../steam/user-functions.ts';
import { answeredFunctions } from './answer-knobs.ts';
import type { SimulationChange, SimulationEvent } from './knobs.ts';
import { ADA, BO, CLEO, DOV } from './story.ts';

// What the property tests of the simulator draw from.

const accountId = fc.constantFrom(ADA, BO, CLEO, DOV);
const who = fc.option(accountId, { nil: undefined });
const probability = fc.constantFrom(0, 0.3, 1);
const delayMs = fc.nat(2000);

const anyOutcome = fc.oneof(
  fc.record({ kind: fc.constant('answer' as const), delayMs }),
  fc.record({ kind: fc.constant('never' as const) }),
  fc.record({ kind: fc.constant('callFailure' as const), reason: fc.integer({ min: -1, max: 3 }) }),
  fc.record({ kind: fc.constant('result' as const), result: fc.nat(30) }),
  fc.record({ kind: fc.constant('verdict' as const), response: fc.nat(10), delayMs }),
);

const anyAccountEvent: fc.Arbitrary<SimulationEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom('serverConnected', 'loggedInElsewhere', 'licensesUpdated'), who }),
  fc.record({ kind: fc.constant('steamShutdown' as const), who }),
  fc.record({ kind: fc.constant('ipcFailure' as const), type: fc.constantFrom(0 as const, 1 as const), who }),
  fc.record({ kind: fc.constant('serverDisconnected' as const), result: fc.integer(), who }),
  fc.record({
    kind: fc.constant('serverConnectFailed' as const),
    result: fc.integer(),
    retrying: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('microtransaction' as const),
    appId: fc.nat(),
    orderId: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map(String),
    authorized: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('gameWebCallback' as const), url: fc.string({ maxLength: 255 }) }),
  fc.record({
    kind: fc.constant('clientGameServerDeny' as const),
    appId: fc.nat(),
    ip: fc.ipV4(),
    serverPort: fc.nat(65535),
    secure: fc.nat(1),
    reason: fc.nat(15),
  }),
  fc.record({
    kind: fc.constant('durationControl' as const),
    progress: fc.nat(5),
    notification: fc.nat(7),
    who,
  }),
  fc.record({
    kind: fc.constant('playTime' as const),
    secondsLast5Hours: fc.nat(20_000),
    secondsToday: fc.nat(20_000),
    who,
  }),
  fc.record({ kind: fc.constant('validateVerdict' as const), steamId: accountId, response: fc.nat(10), who }),
);

const anyOtherEvent: fc.Arbitrary<SimulationEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('nextAnswer' as const),
    name: fc.constantFrom(...answeredFunctions),
    outcome: anyOutcome,
    who,
  }),
  fc.record({ kind: fc.constant('forgetNextAnswers' as const), who }),
  fc.record({ kind: fc.constant('answerCall' as const), call: fc.nat(5).map(String) }),
  fc.record({ kind: fc.constantFrom('peerIssuesTicket', 'peerLeaves'), steamId: accountId }),
  fc.record({ kind: fc.constant('peerCancelsTicket' as const), steamId: accountId, handle: fc.nat(3) }),
  fc.record({
    kind: fc.constant('peerBeginsSession' as const),
    steamId: accountId,
    ticketHex: fc.constantFrom('', '00', '14000000'.repeat(60)),
    ofSteamId: accountId,
  }),
  fc.record({ kind: fc.constant('peerEndsSession' as const), steamId: accountId, ofSteamId: accountId }),
);

const anyChange: fc.Arbitrary<SimulationChange> = fc.oneof(
  fc.record({
    account: fc.record(
      {
        loggedOn: fc.boolean(),
        steamLevel: fc.nat(100_000),
        licences: fc.array(fc.constantFrom(1, 2, 480), { maxLength: 3 }),
        familyOwner: fc.option(accountId),
        isVacBanned: fc.boolean(),
        isPublisherBanned: fc.boolean(),
        durationControl: fc.record({
          isApplicable: fc.boolean(),
          hasCurfew: fc.boolean(),
          progress: fc.option(fc.nat(5)),
          notification: fc.nat(7),
        }),
      },
      { requiredKeys: [] },
    ),
    accountOf: who,
  }),
  fc.record({ steamId: fc.oneof(accountId, fc.constant('7')) }),
  fc.record({ seed: fc.nat(3) }),
  fc.record({
    faults: fc.record({
      latencyMs: fc.record({ shortest: fc.nat(50), longest: fc.integer({ min: 50, max: 500 }) }),
      loseAnswers: probability,
      failCalls: fc.record({ probability, reason: fc.integer({ min: -1, max: 3 }) }),
      repeatVerdicts: probability,
      dropConnection: fc.record({ perMinute: probability, outageMs: fc.nat(10_000) }),
    }),
  }),
  fc.record({
    clock: fc.record(
      { isPaused: fc.boolean(), rate: fc.constantFrom(1, 60, 3600), stepMs: fc.nat(90_000_000) },
      { requiredKeys: [] },
    ),
  }),
);

/** Arguments of every function at once but for the tickets that were issued: each takes its own. */
export const anyArgs = fc.record({
  remote: fc.constantFrom(undefined, { name: 'server' }, { ip: '203.0.113.2', port: 1 }, { steamId: BO }),
  serviceIdentity: fc.constantFrom(undefined, 'service'),
  handle: fc.nat(5),
  steamId: accountId,
  appId: fc.nat(2),
  series: fc.integer(),
  foil: fc.boolean(),
  userData: fc.uint8Array({ maxLength: 40 }),
  redirect: fc.string({ unit: 'binary' }),
  newState: fc.integer({ min: -1, max: 5 }),
  serverId: fc.constant('7'),
  serverIp: fc.constant('203.0.113.9'),
  serverPort: fc.nat(2),
  secure: fc.boolean(),
});

/** Anything that can be done to a simulation. */
export const anyStep = fc.oneof(
  fc.record({ step: fc.constant('pass' as const), milliseconds: fc.nat(200) }),
  fc.record({ step: fc.constant('open' as const), steamId: accountId, appId: fc.nat(2) }),
  fc.record({ step: fc.constant('close' as const), which: fc.nat() }),
  fc.record({
    step: fc.constant('call' as const),
    which: fc.nat(),
    // Tickets often: they are what time and chance have most to do with.
    name: fc.oneof(
      fc.constantFrom('getAuthSessionTicket' as const, 'beginAuthSession' as const),
      fc.constantFrom(...userFunctionNames),
    ),
    args: anyArgs,
  }),
  fc.record({ step: fc.constant('drain' as const), which: fc.nat(), limit: fc.nat(4) }),
  fc.record({ step: fc.constant('raise' as const), event: fc.oneof(anyAccountEvent, anyOtherEvent) }),
  fc.record({ step: fc.constant('set' as const), change: anyChange }),
);
export type Step = typeof anyStep extends fc.Arbitrary<infer Of> ? Of : never;
