// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../../app/settings/settings.ts';
import { installFakeBench, type FakeBench } from '../../../fake-bench.ts';
import { takeSettings } from '../../../stores/settings.ts';
import { talkHands } from '../../../stores/talk.ts';
import { openAudioOutput } from '../../../voice/audio-output.ts';
import { startVoice } from '../start-voice.ts';
import { PlaybackSection } from './playback-section.tsx';

vi.setConfig({ testTimeout: 20_000 });

const rates: Readonly<Record<string, number>> = { '': 44_100, headset: 16_000, card: 192_000 };
const contexts: FakeContext[] = [];

/** A context as far as a device and its rate go. */
class FakeContext {
  readonly sampleRate: number;
  /** It never comes: nothing is played here. */
  readonly audioWorklet = { addModule: () => new Promise(() => undefined) };
  state = 'running';

  constructor({ sinkId = '' }: { readonly sinkId?: string } = {}) {
    this.sampleRate = rates[sinkId] ?? 0;
    contexts.push(this);
  }

  setSinkId(sinkId: string): Promise<void> {
    return sinkId in rates ? Promise.resolve() : Promise.reject(new Error('NotFoundError'));
  }

  close(): Promise<void> {
    this.state = 'closed';
    return Promise.resolve();
  }
}

let bench: FakeBench;

beforeEach(async () => {
  bench = installFakeBench();
  await startVoice(bench, {});
  bench.answer('voice.start', () => null);
  const device = (deviceId: string) => ({ kind: 'audiooutput', deviceId, label: deviceId });
  vi.stubGlobal('AudioContext', FakeContext);
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: Object.assign(new EventTarget(), {
      enumerateDevices: () => Promise.resolve(['headset', 'card', 'gone'].map(device)),
    }),
  });
});

afterEach(() => {
  cleanup();
  act(() => takeSettings(defaultSettings));
  Reflect.deleteProperty(navigator, 'mediaDevices');
  vi.unstubAllGlobals();
  contexts.length = 0;
});

async function choose(user: UserEvent, label: string, option: string): Promise<void> {
  await user.click(screen.getByRole('combobox', { name: label }));
  await user.click(await screen.findByRole('option', { name: option }));
}

/** What main is asked to decode to where a take is begun now. */
function askedRate(): unknown {
  talkHands.press('key');
  talkHands.drop();
  return bench.asked.findLast(({ channel }) => channel === 'voice.start')?.payload;
}

async function decodedAt(words: string): Promise<void> {
  const field = screen.getByRole('combobox', { name: 'Decoded at' });
  await waitFor(() => expect(field.textContent).toBe(words));
}

describe('the longest take', () => {
  it('is told with what it counts: the pauses too', () => {
    render(<PlaybackSection output={undefined} />);
    const field = screen.getByRole('spinbutton', { name: 'Longest take, minutes' });
    const hint = document.querySelector(`[id="${field.getAttribute('aria-describedby') ?? ''}"]`);
    expect(hint?.textContent).toContain('pauses count');
  });
});

describe('what is played', () => {
  it('is decoded at the own rate of the output that is chosen, and says so', async () => {
    render(<PlaybackSection output={openAudioOutput()} />);
    const user = userEvent.setup();
    await choose(user, 'Decoded at', 'Output’s own, 44100 Hz');
    expect(askedRate()).toEqual({ outputRate: 44_100 });
    await choose(user, 'Heard on', 'headset');
    await decodedAt('Output’s own, 16000 Hz');
    expect(askedRate()).toEqual({ outputRate: 16_000 });
    await choose(user, 'Heard on', 'card');
    await decodedAt('Output’s own, 48000 of 192000 Hz');
    // What is not there any more is heard on the system’s choice.
    await choose(user, 'Heard on', 'gone');
    await decodedAt('Output’s own, 44100 Hz');
    expect(askedRate()).toEqual({ outputRate: 44_100 });
    // One that was opened only to be asked makes no sound and holds no device.
    expect(contexts.map(({ state }) => state)).toEqual(['running', 'closed', 'closed', 'closed']);
  });
});
