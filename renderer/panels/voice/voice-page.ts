import { act, cleanup } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { defaultSettings } from '../../../app/settings/settings.ts';
import { noVoice, type VoiceState } from '../../../app/voice/voice.ts';
import { connect } from '../../connect.ts';
import { installFakeBench, type FakeBench } from '../../fake-bench.ts';
import { closeFile } from './packets/open-file.ts';
import { chooseTake } from './take/chosen-take.ts';
import { installTraceWorkers, type FakeTraceWorkers } from './talk/fake-trace-workers.ts';

/** What a test of the whole panel has at hand beside the page itself. */
export interface VoicePage {
  readonly bench: FakeBench;
  readonly workers: FakeTraceWorkers;
  readonly tell: (voice: Partial<VoiceState>) => void;
  /** What was asked to start and stop, oldest first. */
  readonly asked: () => readonly unknown[];
}

export const connected = { state: 'connected', client: 'simulated', appId: 480, appIdSource: 'default' };

/**
 * Connects the page to a bench that answers with states of the test’s own making.
 *
 * Once in a test, whose end closes it: nothing is left to the next one.
 */
export async function openVoicePage(
  voice: Partial<VoiceState> = {},
  session: object = connected,
): Promise<VoicePage> {
  const bench = installFakeBench();
  const workers = installTraceWorkers();
  onTestFinished(() => {
    cleanup();
    workers.remove();
    chooseTake(undefined);
    closeFile();
  });
  bench.answer('session.get', () => session);
  bench.answer('settings.get', () => defaultSettings);
  bench.answer('voice.get', () => ({ ...noVoice, ...voice }));
  for (const name of ['start', 'stop', 'remove', 'rename']) bench.answer(`voice.${name}`, () => noVoice);
  bench.answer('voice.openStreams', () => null);
  await act(async () => {
    await (
      await connect()
    ).rest;
  });
  return {
    bench,
    workers,
    tell: (told) => act(() => bench.tell('voice.changed', { ...noVoice, ...told })),
    asked: () =>
      bench.asked.flatMap(({ channel, payload }) =>
        /^voice\.(start|stop)$/.test(channel) ? [[channel.slice(6), payload]] : [],
      ),
  };
}
