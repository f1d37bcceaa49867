// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail } from '../../../app/outcome.ts';
import { defaultSettings } from '../../../app/settings/settings.ts';
import { LARGEST_PACKET_FILE_BYTES, noVoice, type VoiceState } from '../../../app/voice/voice.ts';
import { connect } from '../../connect.ts';
import { installFakeBench, type FakeBench } from '../../fake-bench.ts';
import { seriousFindings } from '../testing/audit.ts';
import { writeRecording } from '../../../app/voice/packets/recording.ts';
import { writeVoicePacket } from '../../../app/voice/packets/write-packet.ts';
import { someContent } from '../../../app/voice/packets/some-packets.ts';
import { inspectPackets } from '../../../app/voice/inspect.ts';
import { closeFile } from './packets/open-file.ts';
import { chooseTake } from './take/chosen-take.ts';
import { someCard, someLive, someReport, someSound } from './some-takes.ts';
import { installTraceWorkers, type FakeTraceWorkers } from './talk/fake-trace-workers.ts';
import { VoicePanel } from './voice-panel.tsx';

vi.setConfig({ testTimeout: 20_000 });

let bench: FakeBench;
const connected = { state: 'connected', client: 'simulated', appId: 480, appIdSource: 'default' };

/** A bench that answers with states of the test’s own making; what it was asked is written down. */
async function start(voice: Partial<VoiceState> = {}, session: object = connected): Promise<void> {
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
}

const tell = (voice: Partial<VoiceState>): void =>
  act(() => bench.tell('voice.changed', { ...noVoice, ...voice }));
const asked = (): readonly unknown[] =>
  bench.asked.flatMap(({ channel, payload }) =>
    /^voice\.(start|stop)$/.test(channel) ? [[channel.slice(6), payload]] : [],
  );

let workers: FakeTraceWorkers;

beforeEach(() => {
  bench = installFakeBench();
  workers = installTraceWorkers();
});

afterEach(() => {
  cleanup();
  workers.remove();
  chooseTake(undefined);
  closeFile();
});

describe('push to talk', () => {
  it('records while the key is held', async () => {
    await start();
    render(<VoicePanel />);
    expect(screen.getByText('Ready')).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
    fireEvent.keyDown(document.body, { code: 'Space' });
    tell({ recorder: 'recording', live: someLive });
    expect(screen.getByRole('button', { name: 'Hold to talk' }).getAttribute('aria-pressed')).toBe('true');
    fireEvent.keyUp(document.body, { code: 'Space' });
    expect(asked()).toEqual([
      ['start', {}],
      ['stop', { why: 'stopped' }],
    ]);
    tell({ recorder: 'stopping', live: { ...someLive, stopAt: Date.now() } });
    expect(screen.getByText('Waiting for Steam’s tail')).toBeDefined();
    expect(screen.getByRole('progressbar', { name: 'Until NotRecording' })).toBeDefined();
  });

  it('ends when the window loses the focus', async () => {
    await start();
    render(<VoicePanel />);
    fireEvent.keyDown(document.body, { code: 'Space' });
    fireEvent.blur(window);
    fireEvent.keyUp(document.body, { code: 'Space' });
    expect(asked()).toEqual([
      ['start', {}],
      ['stop', { why: 'window-left' }],
    ]);
  });

  it('goes on with the latch, whatever is let go', async () => {
    await start();
    render(<VoicePanel />);
    const latch = screen.getByRole('switch', { name: 'Keep talking' });
    await userEvent.setup().click(latch);
    fireEvent.blur(window);
    expect(asked()).toEqual([['start', {}]]);
    tell({ recorder: 'recording', live: someLive });
    expect(latch.getAttribute('aria-checked')).toBe('true');
    // Steam went away: what recorded is over, and the latch with it.
    tell({ recorder: 'idle' });
    expect(latch.getAttribute('aria-checked')).toBe('false');
    expect(asked()).toHaveLength(1);
  });

  it('says why it did not begin', async () => {
    await start();
    bench.answer('voice.start', () => Promise.reject(new Error('unreachable')));
    Object.assign(bench.bridge.voice, {
      start: () => Promise.resolve(fail('call-failed', 'Steam did not begin to record.')),
    });
    render(<VoicePanel />);
    fireEvent.keyDown(document.body, { code: 'Space' });
    expect((await screen.findByRole('alert')).textContent).toContain('Steam did not begin to record.');
    expect(screen.getByText('Refused')).toBeDefined();
    expect(screen.queryByText('Ready')).toBeNull();
    fireEvent.keyUp(document.body, { code: 'Space' });
    await userEvent.setup().click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('Ready')).toBeDefined();
  });

  it('is not called ready after Steam refused, until the next take', async () => {
    const refusal = { code: 'voice-restricted', message: 'Steam refuses voice.' } as const;
    await start({ last: { ...someLive, ending: 'refused', refusal } });
    render(<VoicePanel />);
    expect(screen.getByText('Refused')).toBeDefined();
    expect(screen.queryByText('Ready')).toBeNull();
    tell({ recorder: 'recording', live: someLive });
    expect(screen.getByText('Recording')).toBeDefined();
    tell({ last: { ...someLive, ending: 'stopped' } });
    expect(screen.getByText('Ready')).toBeDefined();
  });

  it('cannot begin where no client is connected', async () => {
    await start({}, { ...connected, state: 'disconnected' });
    render(<VoicePanel />);
    expect(screen.getByText('No client')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Hold to talk' })).toHaveProperty('disabled', true);
    fireEvent.keyDown(document.body, { code: 'Space' });
    expect(asked()).toEqual([]);
    expect(screen.getByRole('button', { name: 'Open Connection' })).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
  });
});

describe('the take under way', () => {
  it('is told in figures, with what Steam answered', async () => {
    await start({ recorder: 'recording', live: someLive });
    render(<VoicePanel />);
    const figures = within(screen.getByText('Packets').closest('dl')!);
    expect(figures.getByText('12 (4.8 kB)')).toBeDefined();
    expect(figures.getByText('3 (4.8 %)')).toBeDefined();
    expect(figures.getByText(/31\.2 kbit\/s$/)).toBeDefined();
    expect(figures.getByText('Talker (simulated)')).toBeDefined();
    const results = within(screen.getByRole('list', { name: 'Answers of GetVoice' }));
    expect(results.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '0 OK 12',
      '3 NoData 40',
    ]);
    expect(await seriousFindings()).toEqual([]);
  });
});

describe('the live trace', () => {
  const [level, loud] = [
    { rmsDbfs: -23.46, peakDbfs: -6.1, isClipped: false },
    { rmsDbfs: -3, peakDbfs: 0, isClipped: true },
  ];
  const trace = () => screen.getByRole('img', { name: /^Live waveform/ });

  it('is drawn by a worker of its own each time the panel is open', async () => {
    await start();
    const { unmount } = render(<VoicePanel />);
    expect(trace().querySelectorAll('canvas')).toHaveLength(1);
    expect(workers.all.map(({ orders }) => orders.map(({ kind }) => kind))).toEqual([['canvas', 'view']]);
    const looks = new MessageChannel();
    const sound = new MessageChannel();
    act(() => {
      window.dispatchEvent(
        new MessageEvent('message', {
          data: { kind: 'bench.voice', heardSeconds: 4.2 },
          ports: [sound.port2, looks.port2] as unknown as MessageEvent['ports'] & [],
        }),
      );
    });
    tell({ recorder: 'recording', live: someLive });
    tell({ recorder: 'recording', live: { ...someLive, packets: 13 } });
    expect(workers.all[0]?.orders.slice(2)).toEqual([
      { kind: 'looks', heardSeconds: 4.2 },
      { kind: 'begin', startedAt: someLive.startedAt },
    ]);
    unmount();
    expect(workers.all.map(({ isEnded }) => isEnded)).toEqual([true]);
    render(<VoicePanel />);
    expect(workers.all.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  it('says in words what it shows', async () => {
    await start();
    render(<VoicePanel />);
    const meter = screen.getByRole('meter', { name: 'Level' });
    expect([trace().getAttribute('aria-label'), meter.getAttribute('aria-valuenow')]).toEqual([
      'Live waveform, the last 10 seconds: not recording, no signal',
      '-60',
    ]);
    act(() => workers.all[0]?.tell({ ...level, delayMs: 12.4, drawnMs: [11, 12.4] }));
    expect(screen.getByText('−23.5 dBFS RMS · −6.1 dBFS peak')).toBeDefined();
    expect(screen.getByText('Capture to screen 12 ms')).toBeDefined();
    expect(meter.getAttribute('aria-valuenow')).toBe('-23');
    expect(screen.getByText('No clipping')).toBeDefined();
    act(() => workers.all[0]?.tell({ ...loud, delayMs: 12.4, drawnMs: [] }));
    expect(screen.getByText('Clipped')).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
  });

  it('is drawn anew with the beats of a take alone: its level waits for one, and its time comes with one', async () => {
    await start();
    render(<VoicePanel />);
    const now = vi.spyOn(Date, 'now').mockReturnValue(someLive.startedAt + 4200);
    const beat = { recorder: 'recording', live: someLive } as const;
    act(() => bench.tell('voice.live', beat));
    expect(screen.getByText('4.2 s')).toBeDefined();
    act(() => workers.all[0]?.tell({ ...level, delayMs: 9, drawnMs: [] }));
    expect(screen.getByText('No signal')).toBeDefined();
    now.mockReturnValue(someLive.startedAt + 4300);
    act(() => bench.tell('voice.live', beat));
    expect(screen.getByText('−23.5 dBFS RMS · −6.1 dBFS peak')).toBeDefined();
    expect(screen.getByText('4.3 s')).toBeDefined();
    tell({ recorder: 'idle', last: someLive });
    act(() => workers.all[0]?.tell({ ...loud, delayMs: 9, drawnMs: [] }));
    expect(screen.getByText('Clipped')).toBeDefined();
    now.mockRestore();
  });

  it('tells main how late each frame was drawn when the take is kept', async () => {
    await start();
    bench.answer('voice.noteHeard', () => noVoice);
    render(<VoicePanel />);
    tell({ recorder: 'recording', live: someLive });
    act(() => workers.all[0]?.tell({ ...level, delayMs: 9, drawnMs: [8, 9] }));
    tell({ takes: [someCard] });
    expect(bench.asked.at(-1)).toEqual({
      channel: 'voice.noteHeard',
      payload: { id: someCard.id, captureToScreenMs: [8, 9] },
    });
  });

  it('says why it is not drawn', async () => {
    await start();
    render(<VoicePanel />);
    act(() => workers.all[0]?.break());
    expect(screen.getByRole('alert').textContent).toContain('The live trace cannot be drawn');
    expect(workers.all[0]?.isEnded).toBe(true);
    expect(await seriousFindings()).toEqual([]);
  });
});

describe('kept takes', () => {
  const other = { ...someCard, id: 'take-2', name: 'Take 2', verdict: 'fail', isSimulated: false } as const;
  const store = { usedBytes: 230_488, limitBytes: 1e9, removed: [] };

  it('are none at first', async () => {
    await start();
    render(<VoicePanel />);
    expect(screen.getByText('No takes yet')).toBeDefined();
  });

  it('are listed with their verdicts, named and removed', async () => {
    await start({ takes: [other, someCard], store });
    render(<VoicePanel />);
    const user = userEvent.setup();
    const rows = within(screen.getByRole('region', { name: 'Takes, newest first' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/Take 2.*2\.4 s−23\.4 dBFS−6\.1 dBFS0\.0 %Outside limits/),
      expect.stringMatching(/Take 1Simulated.*Within limits/),
    ]);

    await user.click(screen.getByRole('button', { name: 'Rename Take 1' }));
    await user.keyboard('Hello{Enter}');
    await user.click(screen.getByRole('button', { name: 'Rename Take 1' }));
    await user.keyboard('Never{Escape}');
    await user.click(screen.getByRole('button', { name: 'Remove Take 2' }));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    await user.click(screen.getByRole('button', { name: 'Remove Take 2' }));
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(bench.asked.filter(({ channel }) => /rename|remove/.test(channel))).toEqual([
      { channel: 'voice.rename', payload: { id: 'take-1', name: 'Hello' } },
      { channel: 'voice.remove', payload: { id: 'take-2' } },
    ]);
  });

  it('say what Steam or the bench did to them, and why they are not kept', async () => {
    await start({
      takes: [
        { ...someCard, ending: 'window-left', source: 'opened' },
        { ...someCard, id: 'take-2', ending: 'too-long' },
      ],
      store: { ...store, problem: 'The disk is full.', removed: [{ name: 'Old', at: 0 }] },
    });
    render(<VoicePanel />);
    expect(screen.getByText('Window left or reloaded')).toBeDefined();
    expect(screen.getByText('From a file')).toBeDefined();
    expect(screen.getByText('Longest take reached')).toBeDefined();
    expect(screen.getByText('The disk is full.')).toBeDefined();
    expect(screen.getByText(/One take was deleted/)).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
  });

  it('are looked at closely: figures with limits, which can be changed', async () => {
    await start({ takes: [someCard], store });
    bench.answer('voice.sound', () => someSound);
    bench.answer('voice.report', () => someReport);
    bench.answer('settings.set', () => defaultSettings);
    render(<VoicePanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Take 1' }));
    const figures = within(await screen.findByRole('region', { name: 'Figures' }));
    const clipped = figures.getByRole('rowheader', { name: 'Clipped peaks' }).closest('tr')!;
    expect(clipped.textContent).toMatch(/^Clipped peaks2Outside its limit≤ 0/);
    expect(screen.getByRole('img', { name: /^Waveform of Take 1/ })).toBeDefined();
    expect(await seriousFindings()).toEqual([]);

    await user.click(screen.getByRole('switch', { name: 'Change limits' }));
    const highest = screen.getByRole('textbox', { name: 'Highest Clipped peaks' });
    await user.clear(highest);
    await user.type(highest, 'many{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('That is no number.');
    const asked = bench.asked.length;
    await user.tab();
    expect([(highest as HTMLInputElement).value, screen.queryByRole('alert')]).toEqual(['0', null]);
    expect(bench.asked.length).toBe(asked);
    const lowest = screen.getByRole('textbox', { name: 'Lowest Clipped peaks' });
    await user.type(lowest, '1');
    expect(screen.getByRole('alert').textContent).toBe('It ends below its beginning.');
    await user.clear(lowest);
    await user.clear(highest);
    await user.type(highest, '3{Enter}');
    const set = bench.asked.filter(({ channel }) => channel === 'settings.set').at(-1);
    expect(set?.payload).toMatchObject({ voice: { limits: { clippingCount: { max: 3 } } } });
    expect(await seriousFindings()).toEqual([]);
  });

  it('give the focus to the next one when one is removed, and go into one report', async () => {
    const third = { ...someCard, id: 'take-3', name: 'Take 3' };
    await start({ takes: [third, other, someCard], store });
    bench.answer('voice.remove', () => noVoice);
    bench.answer('voice.exportReport', () => null);
    render(<VoicePanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('checkbox', { name: 'Every take in the report' }));
    await user.click(screen.getByRole('checkbox', { name: 'Take 2 in the report' }));
    const report = within(screen.getByRole('group', { name: 'Report of 2 takes' }));
    await user.click(report.getByRole('button', { name: 'HTML' }));
    expect(bench.asked.at(-1)).toEqual({
      channel: 'voice.exportReport',
      payload: { ids: ['take-3', 'take-1'], format: 'html' },
    });

    await user.click(screen.getByRole('button', { name: 'Remove Take 2' }));
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    tell({ takes: [third, someCard], store });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Take 1' })));
  });

  it('have regions, by the keys of the wave or typed', async () => {
    await start({ takes: [someCard], store });
    bench.answer('voice.sound', () => someSound);
    bench.answer('voice.report', () => someReport);
    render(<VoicePanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Take 1' }));
    const place = await screen.findByRole('slider', { name: 'Place in Take 1' });
    place.focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}');
    // The take is 2.4 s long: 24 ms a step.
    expect(place.getAttribute('aria-valuenow')).toBe('48');
    const region = within(screen.getByRole('group', { name: 'Region' }));
    const [from, to] = region.getAllByRole<HTMLInputElement>('spinbutton');
    expect([from!.value, to!.value]).toEqual(['48', '120']);
    expect(region.getByText('0.048 s to 0.120 s, 0.072 s long')).toBeDefined();
    await user.clear(to!);
    await user.type(to!, '200');
    expect(region.getByText('0.048 s to 0.200 s, 0.152 s long')).toBeDefined();
    expect(region.getByText(/^−\d\d\.\d dBFS RMS · −\d\d\.\d dBFS peak$/)).toBeDefined();
    await user.type(to!, 'x');
    expect(to!.value).toBe('200x');
    expect(region.getByText('A whole number from 0 to 2400.')).toBeDefined();
    expect(region.getByText('0.048 s to 0.200 s, 0.152 s long')).toBeDefined();
    await user.tab();
    expect(to!.value).toBe('200');
    await user.click(region.getByRole('button', { name: 'Zoom to region' }));
    expect(screen.getByRole('img', { name: 'Waveform of Take 1, 0.0 s to 0.2 s' })).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
    await user.click(region.getByRole('button', { name: 'Clear' }));
    expect(to!.value).toBe('');
    // What is talked by stays talk.
    place.focus();
    fireEvent.keyDown(place, { code: 'Space' });
    expect(asked()).toEqual([['start', {}]]);
    fireEvent.keyUp(place, { code: 'Space' });
  });
});

describe('a packet file', () => {
  it('is looked at packet by packet, to the last one', async () => {
    await start();
    const packets = Array.from({ length: 250 }, (_, index) => ({
      arrivedAt: 100 * index,
      bytes: writeVoicePacket(someContent(4 * index, 4)),
    }));
    const file = writeRecording(packets);
    const inspection = inspectPackets('some.stbvoice', file);
    if (!inspection.ok) throw new Error(inspection.error.message);
    bench.answer('voice.inspect', () => inspection.value);
    render(<VoicePanel />);
    const user = userEvent.setup();
    await user.upload(screen.getByLabelText('Packet file'), new File([file], 'some.stbvoice'));
    expect(await screen.findByText('Packets 1 to 100 of 250')).toBeDefined();
    expect(
      screen.getByRole('img', { name: /^Packets of some.stbvoice over time: 250, up to/ }),
    ).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Last packets' }));
    expect(screen.getByText('Packets 201 to 250 of 250')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Packet 250' }));
    const detail = within(screen.getByRole('region', { name: 'Packet 250' }));
    expect(detail.getByText('seq 999 · 50 B')).toBeDefined();
    const bytes = detail.getByRole('region', { name: 'Bytes of packet 250' }).textContent;
    const shown = bytes.split('\n').flatMap((line) => line.slice(6, 53).trim().split(' '));
    expect(shown.map((hex) => Number.parseInt(hex, 16))).toEqual([...(packets.at(-1)?.bytes ?? [])]);
    expect(await seriousFindings()).toEqual([]);
  });

  it('that is too large is read no further than that shows, and one that is gone says so', async () => {
    await start();
    bench.answer('voice.inspect', () => undefined);
    render(<VoicePanel />);
    const choose = (file: object): void => {
      fireEvent.change(screen.getByLabelText('Packet file'), { target: { files: [file] } });
    };
    const slice = vi.fn(() => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }));
    choose({ name: 'film.mkv', size: 2 ** 40, slice });
    expect(await screen.findByText('film.mkv could not be read.')).toBeDefined();
    expect(slice).toHaveBeenCalledWith(0, LARGEST_PACKET_FILE_BYTES + 1);
    expect(bench.asked.some(({ channel }) => channel === 'voice.inspect')).toBe(false);
  });
});
