// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { noVoice, type LiveTake, type VoiceState } from '../../app/voice/voice.ts';
import { connect } from '../connect.ts';
import { installFakeBench, type FakeBench } from '../fake-bench.ts';
import { someCard, someLive } from '../panels/voice/some-takes.ts';
import { readVoice, subscribeToVoice } from './voice.ts';

let fake: FakeBench;

const state: VoiceState = { ...noVoice, takes: [someCard], optimalSampleRate: 24_000, last: someLive };

beforeEach(async () => {
  fake = installFakeBench();
  fake.answer('voice.get', () => state);
  const { rest } = await connect();
  await rest;
});

describe('what is known of voice', () => {
  it('keeps the very same takes and store over the beats of a take', () => {
    const before = readVoice();
    const lives: (LiveTake | undefined)[] = [];
    const stop = subscribeToVoice(({ live, takes, store }) => {
      lives.push(live);
      expect(takes).toBe(before.takes);
      expect(store).toBe(before.store);
    });
    for (let packets = 1; packets <= 20; packets += 1)
      fake.tell('voice.live', { recorder: 'recording', live: { ...someLive, packets } });
    stop();
    expect(lives.map((live) => live?.packets)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(readVoice()).toEqual({ ...state, recorder: 'recording', live: { ...someLive, packets: 20 } });
  });

  it('has no take under way any more once that is told', () => {
    fake.tell('voice.live', { recorder: 'recording', live: someLive });
    fake.tell('voice.changed', { ...state, takes: [] });
    expect(readVoice()).toEqual({ ...state, takes: [] });
  });
});
