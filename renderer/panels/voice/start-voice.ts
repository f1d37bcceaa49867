import { act } from '@testing-library/react';
import { defaultSettings } from '../../../app/settings/settings.ts';
import { noVoice, type VoiceState } from '../../../app/voice/voice.ts';
import { connect } from '../../connect.ts';
import type { FakeBench } from '../../fake-bench.ts';
import type { TakePlayback } from './playback/use-take-playback.ts';
import { someReport, someSound } from './some-takes.ts';

/** Connects the page to a bench with these takes, for tests of one part of the panel. */
export async function startVoice(bench: FakeBench, voice: Partial<VoiceState>): Promise<void> {
  bench.answer('session.get', () => ({
    state: 'connected',
    client: 'simulated',
    appId: 480,
    appIdSource: 'default',
  }));
  bench.answer('settings.get', () => defaultSettings);
  bench.answer('settings.set', () => defaultSettings);
  bench.answer('voice.get', () => ({ ...noVoice, ...voice }));
  bench.answer('voice.rename', () => noVoice);
  bench.answer('voice.sound', () => someSound);
  bench.answer('voice.report', () => someReport);
  await act(async () => {
    await (
      await connect()
    ).rest;
  });
}

/** Plays nothing, for tests. */
export const silentPlayback: TakePlayback = {
  canPlay: true,
  playingId: undefined,
  failure: undefined,
  toggle: () => undefined,
  play: () => Promise.resolve(),
  stop: () => undefined,
  place: () => undefined,
  dismiss: () => undefined,
};
