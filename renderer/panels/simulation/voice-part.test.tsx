// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { stubCodec } from '../../../app/simulator/voice/stub-codec.ts';
import { wavFile } from '../../../app/voice/wav/wav-header.ts';
import { startMicrophone, stopMicrophone, useMicrophone } from '../../stores/microphone.ts';
import { seriousFindings } from '../testing/audit.ts';
import { startMemoryBench, type MemoryBench } from '../testing/memory-bench.ts';
import { SimulationPanel } from './simulation-panel.tsx';
import { voiceOf } from './voice/voice-of.ts';

vi.mock('../../stores/microphone.ts');
// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });

const microphone = { state: 'off', label: undefined, failure: undefined } as const;

afterEach(() => {
  cleanup();
  vi.resetAllMocks();
});

async function open(voiceCodec = stubCodec): Promise<{ bench: MemoryBench; user: UserEvent }> {
  vi.mocked(useMicrophone).mockReturnValue(microphone);
  const bench = await startMemoryBench({ start: 'simulated', voiceCodec });
  render(<SimulationPanel />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('radio', { name: 'Voice' }));
  return { bench, user };
}

async function choose(user: UserEvent, label: string, option: RegExp): Promise<void> {
  await user.click(screen.getByRole('combobox', { name: label }));
  await user.click(await screen.findByRole('option', { name: option }));
}

async function type(user: UserEvent, label: string, text: string, group?: HTMLElement): Promise<void> {
  const field = (group === undefined ? screen : within(group)).getByRole('textbox', { name: label });
  await user.clear(field);
  await user.type(field, `${text}{Enter}`);
}

const press = (user: UserEvent, name: string) => user.click(screen.getByRole('button', { name }));

async function voices() {
  const outcome = await window.bench.simulation.get();
  if (!outcome.ok) throw new Error(outcome.error.message);
  return { steamId: outcome.value.steamId, all: outcome.value.world?.voices ?? [] };
}

async function voice() {
  const { steamId, all } = await voices();
  return voiceOf(all, steamId);
}

const chooseFile = (file: File): void =>
  void fireEvent.change(screen.getByLabelText('WAV file'), { target: { files: [file] } });
const call = async (name: string, args?: unknown) => window.bench.steam.call({ name, args });
const counts = (row: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${row}`) }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('the voice of an account', () => {
  it('is not there without a codec, and says so', async () => {
    await startMemoryBench({ start: 'simulated' });
    vi.mocked(useMicrophone).mockReturnValue(microphone);
    render(<SimulationPanel />);
    await userEvent.setup().click(screen.getByRole('radio', { name: 'Voice' }));
    expect(screen.getByText('This simulator has no voice')).toBeDefined();
    expect(screen.queryByRole('combobox', { name: 'Microphone hears' })).toBeNull();
  });

  it('comes with the client', async () => {
    await startMemoryBench();
    vi.mocked(useMicrophone).mockReturnValue(microphone);
    render(<SimulationPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: 'Voice' }));
    expect(screen.getByText('No voice yet')).toBeDefined();
    await press(user, 'Connect simulated');
    expect(await screen.findByText('This simulator has no voice')).toBeDefined();
  });

  it('begins as the simulator has it', async () => {
    await open();
    const { steamId, all } = await voices();
    expect(all.find((card) => card.steamId === steamId)).toEqual(voiceOf([], steamId));
    expect(await seriousFindings()).toEqual([]);
  });

  it('is another player’s where that one is chosen; this machine’s microphone is not theirs', async () => {
    const { user } = await open();
    await choose(user, 'Voice of', /Simulated Bo/);
    await type(user, 'Tail in ms', '1200');
    const { steamId, all } = await voices();
    expect(all.find((card) => card.tailMs === 1200)?.steamId).not.toBe(steamId);
    expect((await voice()).tailMs).toBe(300);
    await user.click(screen.getByRole('combobox', { name: 'Microphone hears' }));
    expect(await screen.findByRole('option', { name: /^Tone/ })).toBeDefined();
    expect(screen.queryByRole('option', { name: /^This machine/ })).toBeNull();
  });
});

describe('the simulated microphone', () => {
  it('hears what is chosen, as loud as before', async () => {
    const { user } = await open();
    await type(user, 'Peak in dBFS', '-20.5');
    expect((await voice()).source).toEqual({ kind: 'speech', peakDbfs: -20.5 });
    await choose(user, 'Microphone hears', /^Tone/);
    expect((await voice()).source).toEqual({ kind: 'tone', hertz: 997, peakDbfs: -20.5 });
    await type(user, 'Frequency in Hz', '13000');
    expect(screen.getByText('A number from 1 to 12000.')).toBeDefined();
    await type(user, 'Frequency in Hz', '440');
    expect((await voice()).source).toMatchObject({ kind: 'tone', hertz: 440 });
    await choose(user, 'Microphone hears', /^Sweep/);
    await type(user, 'From, in Hz', '50');
    await type(user, 'To, in Hz', '11000');
    await type(user, 'Each in seconds', '2,5');
    expect((await voice()).source).toEqual({
      kind: 'sweep',
      fromHertz: 50,
      toHertz: 11_000,
      seconds: 2.5,
      peakDbfs: -20.5,
    });
    await choose(user, 'Microphone hears', /^Silence/);
    expect((await voice()).source).toEqual({ kind: 'silence' });
  });

  it('hears a WAV file, which a broken one does not replace', async () => {
    const { user } = await open();
    await choose(user, 'Microphone hears', /^WAV file/);
    expect(screen.getByText('Until then the microphone hears built-in speech.')).toBeDefined();
    expect((await voice()).source.kind).toBe('speech');
    chooseFile(new File([wavFile(new Int16Array(24_000), 48_000)], 'quiet.wav'));
    expect(await screen.findByText('quiet.wav')).toBeDefined();
    const heard = {
      kind: 'samples',
      name: 'quiet.wav',
      seconds: 0.5,
      sampleRate: 48_000,
      isRepeated: true,
      channels: 1,
    };
    expect((await voice()).source).toEqual(heard);
    expect(screen.getByText('0.5 s')).toBeDefined();
    expect(screen.getByText('48000 Hz')).toBeDefined();

    chooseFile(new File(['Hello.'], 'broken.wav'));
    expect(await screen.findByText('wav-not-riff')).toBeDefined();
    expect((await voice()).source).toEqual(heard);
    await press(user, 'Dismiss');

    await user.click(screen.getByRole('switch', { name: 'Repeat' }));
    expect((await voice()).source).toEqual({ ...heard, isRepeated: false });
    await choose(user, 'Microphone hears', /^Silence/);
    await choose(user, 'Microphone hears', /^WAV file/);
    expect((await voice()).source).toEqual(heard);
  });

  it('hears a file on, as main tells of it, also where the page was loaded anew', async () => {
    const { user } = await open();
    // The page never had the file: as after a reload, or where a script gave it.
    const samples = new Float32Array(11_025);
    const source = {
      kind: 'samples',
      samples,
      sampleRate: 22_050,
      isRepeated: false,
      name: 'a.wav',
      channels: 2,
      missing: 'cut-off',
    } as const;
    await act(() => window.bench.simulation.set({ voice: { source } }));
    expect(await screen.findByText('a.wav')).toBeDefined();
    expect(screen.getByText('22050 Hz, stereo mixed to mono')).toBeDefined();
    expect(screen.getByText(/^The file ends before the sound/)).toBeDefined();
    const repeat = screen.getByRole('switch', { name: 'Repeat' });
    expect(repeat.getAttribute('aria-checked')).toBe('false');
    await user.click(repeat);
    await waitFor(() => expect(repeat.getAttribute('aria-checked')).toBe('true'));
    expect((await voice()).source).toEqual({
      kind: 'samples',
      name: 'a.wav',
      seconds: 0.5,
      sampleRate: 22_050,
      isRepeated: true,
      channels: 2,
      missing: 'cut-off',
    });
  });

  it('says where a file is longer than what is heard of it', async () => {
    await open();
    const samples = new Float32Array(24_000);
    const source = {
      kind: 'samples',
      samples,
      sampleRate: 24_000,
      isRepeated: true,
      missing: 'too-long',
    } as const;
    await act(() => window.bench.simulation.set({ voice: { source } }));
    expect(await screen.findByText(/^Only the first 1\.0 s are heard/)).toBeDefined();
  });

  it('takes a file that is dropped on it, whatever it heard', async () => {
    await open();
    const file = new File([wavFile(new Int16Array(480), 24_000)], 'dropped.wav');
    const target = screen.getByRole('combobox', { name: 'Microphone hears' });
    fireEvent.drop(target, { dataTransfer: { files: [file] } });
    await waitFor(async () => expect((await voice()).source).toMatchObject({ name: 'dropped.wav' }));
    fireEvent.drop(target, { dataTransfer: { files: [new File(['Hello.'], 'broken.wav')] } });
    expect(await screen.findByText('wav-not-riff')).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
  });

  it('hears this machine’s, which is opened then, and can be closed', async () => {
    const { user } = await open();
    expect(screen.queryByText(/Permission is asked/)).toBeNull();
    expect(startMicrophone).not.toHaveBeenCalled();
    await choose(user, 'Microphone hears', /^This machine/);
    expect((await voice()).source).toEqual({ kind: 'outside' });
    expect(startMicrophone).toHaveBeenCalledTimes(1);
    expect(screen.getByText('Microphone off')).toBeDefined();
    expect(screen.getByText(/Permission is asked/)).toBeDefined();
    await press(user, 'Open the microphone');
    expect(startMicrophone).toHaveBeenCalledTimes(2);

    vi.mocked(useMicrophone).mockReturnValue({ ...microphone, state: 'on', label: 'Desk' });
    await user.click(screen.getByRole('switch', { name: 'Pulled out' }));
    expect(screen.getByText('Microphone on: Desk')).toBeDefined();
    await press(user, 'Close the microphone');
    expect(stopMicrophone).toHaveBeenCalledTimes(1);
  });

  it('is pulled out, runs fast, records on; its account is restricted', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('switch', { name: 'Pulled out' }));
    await user.click(screen.getByRole('switch', { name: 'Account restricted' }));
    await type(user, 'Tail in ms', '0');
    await type(user, 'Clock drift in ppm', '-250.5');
    expect(await voice()).toMatchObject({
      isMicrophonePulled: true,
      isRestricted: true,
      tailMs: 0,
      driftPpm: -250.5,
    });
    await call('startVoiceRecording');
    expect(await call('getAvailableVoice')).toMatchObject({ value: { result: 6 } });
  });

  it('keeps its numbers where what is typed is wrong, says so, and shows them again', async () => {
    const { user } = await open();
    const tail = screen.getByRole<HTMLInputElement>('textbox', { name: 'Tail in ms' });
    await user.clear(tail);
    await user.type(tail, '10001{Enter}');
    expect([tail.value, tail.getAttribute('aria-invalid')]).toEqual(['10001', 'true']);
    expect(screen.getByText('A number from 0 to 10000.')).toBeDefined();
    await user.tab();
    expect([tail.value, tail.getAttribute('aria-invalid')]).toEqual(['300', null]);
    expect(await voice()).toMatchObject({ tailMs: 300 });
  });
});

describe('packets', () => {
  it('come to harm on either way, until they do not', async () => {
    const { user } = await open();
    const ways = [
      [screen.getByRole('group', { name: 'Microphone to GetVoice' }), 'outgoing'],
      [screen.getByRole('group', { name: 'Caller to DecompressVoice' }), 'incoming'],
    ] as const;
    for (const [group, way] of ways) {
      await type(user, 'Lost, %', '10', group);
      await type(user, 'Duplicated, %', '20', group);
      await type(user, 'Swapped, %', '30', group);
      await type(user, 'Bit flipped, %', '0.5', group);
      const set = { lose: 0.1, duplicate: 0.2, swap: 0.3, flipBit: 0.005 };
      expect((await voice())[way]).toMatchObject(set);
    }
    await type(user, 'Jitter in ms', '80');
    expect((await voice()).outgoing.jitterMs).toBe(80);
    await press(user, 'No faults');
    expect(await voice()).toMatchObject({
      outgoing: { lose: 0, duplicate: 0, swap: 0, flipBit: 0, jitterMs: 0 },
      incoming: { lose: 0, duplicate: 0, swap: 0, flipBit: 0 },
    });
  });

  it('are counted as they come, to the packet and the frame', async () => {
    const { bench, user } = await open();
    await choose(user, 'Microphone hears', /^Tone/);
    await type(user, 'Lost, %', '100', screen.getByRole('group', { name: 'Microphone to GetVoice' }));
    // Paused, however long the test itself takes.
    await press(user, 'Pause time');
    await call('startVoiceRecording');
    await window.bench.simulation.set({ clock: { stepMs: 160 } });
    await call('getVoice');
    await bench.advance(1);
    expect(screen.getByText('Recording')).toBeDefined();
    // The first packet of a spurt holds what was recorded before the talker was noticed: eight frames.
    expect(counts('Sent')).toEqual(['1', '8', '0', '0']);
    expect(counts('Lost')).toEqual(['1', '8', '0', '0']);
    expect(counts('Duplicated')).toEqual(['0', '0', '0', '0']);
  });
});

describe('the next result', () => {
  it('is answered as often as was chosen, and can be forgotten', async () => {
    const { bench, user } = await open();
    await press(user, 'Choose this result');
    const list = screen.getByRole('list', { name: 'Results chosen' });
    expect(list.textContent).toContain('getVoice6 Restrictedone call');
    expect(await seriousFindings()).toEqual([]);
    await choose(user, 'EVoiceResult', /^7 UnsupportedCodec/);
    const times = screen.getByRole('spinbutton', { name: 'Calls' });
    await user.clear(times);
    expect(screen.getByRole('button', { name: 'Choose this result' })).toHaveProperty('disabled', true);
    await user.type(times, '2');
    await press(user, 'Choose this result');
    expect(list.textContent).toContain('getVoice7 UnsupportedCodec2 calls');
    expect(await call('getVoice')).toMatchObject({ value: { result: 7 } });
    await bench.advance(1);
    expect(list.textContent).toContain('one call');

    await choose(user, 'Function', /^decompressVoice/);
    await press(user, 'Choose this result');
    await press(user, 'Forget the result of getVoice');
    expect((await voice()).nextResults).toEqual([{ name: 'decompressVoice', result: 7, times: 2 }]);
    await press(user, 'Forget the result of decompressVoice');
    expect(screen.getByText(/^Nothing is chosen/)).toBeDefined();
    expect(await call('getVoice')).toMatchObject({ value: { result: 2 } });
  });
});
