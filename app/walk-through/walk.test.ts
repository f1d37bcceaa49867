import { describe, expect, it } from 'vitest';
import { createBench } from '../bench.ts';
import { createHandClock } from '../hand-clock.ts';
import { ANSWER_TIMEOUT_MS } from '../journal/pairing.ts';
import { contract } from '../ipc/contract.ts';
import { createDispatch } from '../ipc/serve.ts';
import { fail, type Outcome } from '../outcome.ts';
import { createScriptedPorts } from '../scripted-ports.ts';
import { defaultAccounts } from '../simulator/default-accounts.ts';
import type { SimulationEvent } from '../simulator/knobs.ts';
import { createSharedSimulation } from '../simulator/shared-simulation.ts';
import { idleWalkThrough, type WalkThrough } from './walk-through.ts';

async function begin(appId = 480) {
  const clock = createHandClock();
  const told: WalkThrough[] = [];
  const bench = createBench({
    ...createScriptedPorts(),
    clock,
    simulation: createSharedSimulation({ seed: 3, clock, packing: 4 }),
    startWith: { client: 'simulated', appId, appIdSource: 'default' },
    openSteam: () => Promise.resolve(fail('client-missing')),
    examine: ({ now }) => Promise.resolve({ checks: [], examinedAt: now }),
    trace: { calling: () => undefined, returned: () => undefined },
    publish: (feature, member, payload) => {
      if (feature === 'walkThrough' && member === 'changed') told.push(payload as unknown as WalkThrough);
    },
    record: () => undefined,
    wake: () => undefined,
  });
  await bench.start();
  const dispatch = createDispatch(contract, bench.handlers, (_channel, error) => {
    throw error;
  });
  const run = (elapsedMs: number): void => {
    for (let passed = 0; passed < elapsedMs; passed += 20) {
      clock.pass(20);
      bench.tick();
    }
  };
  return {
    bench,
    run,
    dispatch,
    walk: () => dispatch('walkThrough.run', undefined),
    raise: (event: SimulationEvent) => dispatch('simulation.raise', event),
    state: (): WalkThrough => told.at(-1) ?? idleWalkThrough,
    /** Names of the calls made since the walk began, in their order. */
    calls: () =>
      bench.journal
        .read()
        .entries.filter(({ kind, name }) => kind === 'call' && /Ticket$|Session|License/.test(name))
        .map(({ name }) => name),
  };
}

function valueOf(outcome: Outcome<unknown>): unknown {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

const stepsOf = ({ steps }: WalkThrough): Readonly<Record<string, string>> =>
  Object.fromEntries(steps.map(({ name, state }) => [name, state]));

describe('the walk-through', () => {
  it('goes through the whole flow, and says what Steam answered and how long each step took', async () => {
    const { walk, run, state, calls, bench } = await begin();
    expect(await walk()).toMatchObject({ ok: true, value: { state: 'running' } });
    run(5000);
    expect(state()).toMatchObject({ state: 'succeeded', isSimulated: true });
    expect(new Set(state().steps.map((step) => step.state))).toEqual(new Set(['done']));
    expect(state().steps.map(({ name, answer }) => [name, answer])).toEqual([
      ['issue', 'Handle 1, 234 bytes'],
      ['confirm', '1 OK'],
      ['begin', '0 OK'],
      ['verdict', '0 OK'],
      ['licence', '0 HasLicense'],
      ['cancel', 'no value'],
      ['cancelVerdict', '6 AuthTicketCanceled'],
      ['end', 'no value'],
    ]);
    const waits = state().steps.filter(({ name }) => ['confirm', 'verdict', 'cancelVerdict'].includes(name));
    for (const { tookMs } of waits) expect(tookMs).toBeGreaterThan(0);
    expect(calls()).toEqual([
      'getAuthSessionTicket',
      'beginAuthSession',
      'userHasLicenseForApp',
      'cancelAuthTicket',
      'endAuthSession',
    ]);
    expect(bench.live()).toMatchObject({ liveTickets: 0 });
    for (const { seq, name } of state().steps) {
      const entry = bench.journal.read().entries.find((one) => one.seq === seq);
      expect(entry?.kind, name).toMatch(/call|callback/);
    }
  });

  it('stops where the ticket is not confirmed, and takes it back', async () => {
    const { walk, run, state, raise, calls } = await begin();
    await raise({ kind: 'nextAnswer', name: 'getAuthSessionTicket', outcome: { kind: 'result', result: 3 } });
    await walk();
    run(3000);
    expect(stepsOf(state())).toMatchObject({
      confirm: 'failed',
      begin: 'skipped',
      cancel: 'done',
      end: 'skipped',
    });
    expect(state().state).toBe('failed');
    expect(calls()).toEqual(['getAuthSessionTicket', 'cancelAuthTicket']);
  });

  it('says that no answer came, in time', async () => {
    const { walk, run, state, raise } = await begin();
    await raise({ kind: 'nextAnswer', name: 'beginAuthSession', outcome: { kind: 'never' } });
    await walk();
    run(ANSWER_TIMEOUT_MS + 3000);
    expect(state().steps.find(({ name }) => name === 'verdict')).toMatchObject({
      state: 'failed',
      answer: 'No answer',
    });
    expect(stepsOf(state())).toMatchObject({ licence: 'skipped', cancel: 'done', end: 'done' });
  });

  it('shows a session that is open already for what it is', async () => {
    const { walk, dispatch, run, state } = await begin();
    const issued = valueOf(await dispatch('steam.call', { name: 'getAuthSessionTicket' }));
    const authTicket = (issued as { readonly buffer: Uint8Array }).buffer;
    const args = { authTicket, steamId: defaultAccounts[0]?.steamId };
    expect(valueOf(await dispatch('steam.call', { name: 'beginAuthSession', args }))).toBe(0);
    run(2000);
    await walk();
    run(3000);
    expect(state().steps.find(({ name }) => name === 'begin')).toMatchObject({
      state: 'failed',
      answer: '2 DuplicateRequest',
    });
    // That session is somebody else's: it stays.
    expect(stepsOf(state())).toMatchObject({ end: 'skipped', cancel: 'done' });
  });

  it('is stopped by the user and gives back what it holds', async () => {
    const { walk, dispatch, run, state, calls } = await begin();
    await walk();
    expect(await walk()).toMatchObject({ error: { code: 'busy' } });
    await dispatch('walkThrough.stop', undefined);
    expect(state().state).toBe('stopped');
    expect(calls()).toEqual(['getAuthSessionTicket', 'cancelAuthTicket']);
    run(3000);
    expect(state().state).toBe('stopped');
    await walk();
    run(5000);
    expect(state().state).toBe('succeeded');
  });

  it('ends with its client, and cannot begin without one', async () => {
    const { walk, dispatch, state, calls } = await begin();
    await walk();
    await dispatch('session.disconnect', undefined);
    expect(state().state).toBe('stopped');
    expect(calls()).toEqual(['getAuthSessionTicket', 'cancelAuthTicket']);
    expect(await walk()).toMatchObject({ error: { code: 'not-connected' } });
  });
});
