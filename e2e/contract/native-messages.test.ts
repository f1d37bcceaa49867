import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeCallback } from '../../app/steam/callback-bytes.ts';
import type { SteamClient } from '../../app/steam/steam-client.ts';
import { createNativeWorld, type NativeWorld } from './native-world.ts';
import { createRig } from './rig.ts';
import { sampleFields } from './samples.ts';
import { valueOf } from './world.ts';

const BURST = 100_000;

let world: NativeWorld;
let client: SteamClient;

beforeAll(async () => {
  world = await createNativeWorld();
});

beforeEach(async () => {
  await world.reset();
  client = valueOf(await world.open(480));
});

afterEach(() => {
  client.close();
});

afterAll(() => {
  world.end();
});

describe('call results', () => {
  it.each([
    ['requestEncryptedAppTicket', { userData: Uint8Array.of(1) }, 'encryptedAppTicketResponse'],
    ['requestStoreAuthURL', { redirect: 'https://store.steampowered.com/' }, 'storeAuthUrlResponse'],
    ['getMarketEligibility', {}, 'marketEligibilityResponse'],
    ['getDurationControl', {}, 'durationControl'],
  ] as const)('%s is answered, with the handle that it gave', async (name, args, answer) => {
    const bytes = encodeCallback(answer, sampleFields[answer] as never, 4);
    await world.double.answerCall(name, { outcome: 'success', bytes });
    const rig = createRig(world, client);
    const call = rig.call(name, args);
    const arrival = await rig.arrival(answer);
    expect(arrival).toMatchObject({ fields: sampleFields[answer], answers: 1 });
    expect(await rig.entry(({ kind }) => kind === 'callResult')).toMatchObject({
      name: answer,
      call,
      answers: 1,
    });
  });

  it.each([
    [0, 'SteamGone'],
    [1, 'NetworkFailure'],
    [2, 'InvalidHandle'],
    [3, 'MismatchedCallback'],
  ])('that fail say why: %i', async (reason, reasonName) => {
    await world.double.answerCall('getMarketEligibility', { outcome: 'failure', reason });
    const rig = createRig(world, client);
    const call = rig.call('getMarketEligibility', {});
    const entry = await rig.entry(({ kind }) => kind === 'callResult');
    expect(entry).toMatchObject({
      name: 'marketEligibilityResponse',
      call,
      answers: 1,
      value: { failed: true, reason, reasonName },
    });
  });

  it('that never come leave the call waiting, and come late', async () => {
    await world.double.answerCall('getDurationControl', { outcome: 'never' });
    const rig = createRig(world, client);
    const call = rig.call('getDurationControl', {});
    for (let round = 0; round < 20; round += 1) rig.pump.tick();
    expect(rig.arrivals).toEqual([]);
    expect(rig.pump.stats().mode).toBe('fast');
    await world.double.completeCall(call, { outcome: 'success' });
    expect((await rig.arrival('durationControl')).answers).toBe(1);
    expect(rig.pump.stats().mode).toBe('slow');
  });

  it('of several calls at once find each its own', async () => {
    await world.double.automatic('getDurationControl', false);
    const rig = createRig(world, client);
    const calls = [1, 2, 3].map(() => rig.call('getDurationControl', {}));
    expect(new Set(calls).size).toBe(3);
    for (const call of calls.toReversed()) await world.double.completeCall(call, { outcome: 'success' });
    const answers = [];
    for (let index = 0; index < 3; index += 1) answers.push((await rig.arrival('durationControl')).answers);
    expect(answers).toEqual([3, 2, 1]);
  });

  it('that Steam tells of without having them are failures', async () => {
    const completed = (call: bigint, id: number, size: number): Uint8Array => {
      const bytes = new Uint8Array(16);
      const view = new DataView(bytes.buffer);
      view.setBigUint64(0, call, true);
      view.setInt32(8, id, true);
      view.setUint32(12, size, true);
      return bytes;
    };
    await world.double.postCallback(703, completed(0xffff_ffff_ffff_fff0n, 166, 20));
    await world.double.postCallback(703, completed(5n, 166, 0xffffffff));
    await world.double.postCallback(703, Uint8Array.of(1, 2, 3));
    const messages = client.drain(10);
    expect(messages[0]).toMatchObject({ kind: 'callFailure', call: '18446744073709551600', id: 166 });
    expect(messages[1]).toMatchObject({ kind: 'callResult', call: '5', bytes: new Uint8Array(0) });
    expect(messages[2]).toEqual({ kind: 'callback', id: 703, bytes: Uint8Array.of(1, 2, 3) });
  });
});

describe('messages that are not as the table has them', () => {
  it('of another size are journaled with their bytes and not decoded', async () => {
    const rig = createRig(world, client);
    await world.double.postCallback(143, Uint8Array.of(1, 2, 3));
    const entry = await rig.entry(({ kind }) => kind === 'callback');
    expect(entry).toMatchObject({ name: 'validateAuthTicketResponse', raw: '010203' });
    expect(entry.value).toBeUndefined();
    expect(await rig.entry(({ kind }) => kind === 'fault')).toMatchObject({ name: 'sizeMismatch' });
    expect(rig.arrivals).toEqual([]);
  });

  it('of an unknown number pass through as they are, also without bytes', async () => {
    const rig = createRig(world, client);
    await world.double.postCallback(4711, Uint8Array.of(0xde, 0xad));
    await world.double.postCallback(4712, new Uint8Array(0));
    expect(await rig.entry(({ name }) => name === '4711')).toMatchObject({ kind: 'callback', raw: 'dead' });
    expect(await rig.entry(({ name }) => name === '4712')).toMatchObject({ kind: 'callback', raw: '' });
  });

  it('of more than a mebibyte are not copied', async () => {
    await world.double.postCallback(4713, new Uint8Array((1 << 20) + 1));
    await world.double.postCallback(4714, Uint8Array.of(1));
    const sizes = client.drain(10).map((message) => ('bytes' in message ? message.bytes.length : -1));
    expect(sizes).toEqual([0, 1]);
  });
});

describe('a burst', () => {
  it(`of ${BURST} callbacks arrives whole and in order`, async () => {
    const bytes = encodeCallback('getAuthSessionTicketResponse', { authTicket: 0, result: 1 }, 4);
    await world.double.burst(163, BURST, bytes);
    let next = 0;
    for (let portion = client.drain(64); portion.length > 0; portion = client.drain(64)) {
      for (const message of portion) {
        if (message.kind !== 'callback') throw new Error('A callback was posted.');
        const number = new DataView(message.bytes.buffer, message.bytes.byteOffset).getUint32(0, true);
        if (number !== next) throw new Error(`${number} arrived instead of ${next}.`);
        next += 1;
      }
    }
    expect(next).toBe(BURST);
    expect(await world.double.pendingCallbacks()).toBe(0);
  });

  it('goes through the pump without a loss, a budget at a time', async () => {
    const rig = createRig(world, client);
    const bytes = encodeCallback('getAuthSessionTicketResponse', { authTicket: 0, result: 1 }, 4);
    await world.double.burst(163, BURST, bytes);
    let ticks = 0;
    do {
      rig.pump.tick();
      ticks += 1;
    } while (rig.pump.nextTickMs() === 0 && ticks < BURST);
    expect(rig.arrivals).toHaveLength(BURST);
    expect(rig.arrivals.at(-1)?.fields).toEqual({ authTicket: BURST - 1, result: 1 });
    expect(ticks).toBeGreaterThan(1);
  });
});
