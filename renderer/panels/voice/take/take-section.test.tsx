// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TakeReport } from '../../../../app/voice/voice.ts';
import { installFakeBench, type FakeBench } from '../../../fake-bench.ts';
import { noVoice } from '../../../../app/voice/voice.ts';
import { noteHeard } from '../../../stores/voice.ts';
import { seriousFindings } from '../../testing/audit.ts';
import { someCard, someReport, someSound } from '../some-takes.ts';
import { silentPlayback, startVoice } from '../start-voice.ts';
import { changeLooks, chooseTake, compareWith } from './chosen-take.ts';
import { stopWithEscape } from './stop-with-escape.ts';
import { TakeSection } from './take-section.tsx';

vi.setConfig({ testTimeout: 20_000 });

let bench: FakeBench;
const other = { ...someCard, id: 'take-2', name: 'Take 2' };
const louder = {
  ...someReport.measurement,
  figures: { ...someReport.measurement.figures, rmsDbfs: (someReport.measurement.figures.rmsDbfs ?? 0) + 2 },
};
const show = (): void => void render(<TakeSection take={someCard} playback={silentPlayback} />);

beforeEach(async () => {
  bench = installFakeBench();
  await startVoice(bench, { takes: [someCard, other] });
  bench.answer('voice.sound', (payload) => ({ ...someSound, ...(payload as object) }));
  bench.answer('voice.report', (payload) =>
    (payload as { id: string }).id === other.id
      ? { ...someReport, card: other, measurement: louder }
      : someReport,
  );
});

afterEach(() => {
  cleanup();
  chooseTake(undefined);
});

describe('a take that is looked at', () => {
  it('says that it is measured until it is judged', async () => {
    let measured = (_: TakeReport): void => undefined;
    const report = new Promise<TakeReport>((resolve) => (measured = resolve));
    bench.answer('voice.report', () => report);
    show();
    expect(screen.getByText('Measuring…')).toBeDefined();
    expect(await screen.findByRole('img', { name: /^Waveform of Take 1/ })).toBeDefined();
    measured(someReport);
    expect(await screen.findByRole('list', { name: 'Outside limits in Take 1' })).toBeDefined();
    expect(screen.queryByText('Measuring…')).toBeNull();
  });

  it('says each figure that fails with its limit, and has it first in the table', async () => {
    show();
    const failed = await screen.findByRole('list', { name: 'Outside limits in Take 1' });
    const items = within(failed)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(items).toContain('Clipped peaks 2 limit ≤ 0');
    const rows = within(screen.getByRole('region', { name: 'Figures' })).getAllByRole('rowheader');
    expect(rows.slice(0, items.length).every((row, at) => items[at]?.startsWith(row.textContent))).toBe(true);
    expect(rows[items.length]?.textContent).toBe('Length');
    // Rows stay where they are while their limits are changed.
    act(() => changeLooks({ isEditingLimits: true }));
    expect(screen.getAllByRole('rowheader')[0]?.textContent).toBe('Length');
    expect(screen.getByRole('textbox', { name: 'Lowest Peak level, dBFS' })).toBeDefined();
  });

  it('is compared from the whole of both, by names and by differences', async () => {
    chooseTake(someCard.id);
    changeLooks({ view: { from: 0.1, to: 0.2 }, mark: 0.15 });
    show();
    expect(await screen.findByRole('img', { name: 'Waveform of Take 1, 0.1 s to 0.2 s' })).toBeDefined();
    act(() => compareWith(other.id));
    for (const name of ['Take 1', 'Take 2'])
      expect(await screen.findByRole('img', { name: `Waveform of ${name}, 0.0 s to 2.4 s` })).toBeDefined();
    expect(screen.getByRole('radio', { name: 'Take 2' })).toBeDefined();
    await waitFor(() => expect(screen.getByRole('columnheader', { name: 'Difference' })).toBeDefined());
    const level = screen.getByRole('rowheader', { name: 'RMS level' }).closest('tr')!;
    expect(level.textContent).toContain('+2.0 dB');
    expect(await seriousFindings()).toEqual([]);
  });

  it('is as it was when the user comes back to it', async () => {
    chooseTake(someCard.id);
    show();
    await userEvent.setup().click(screen.getByRole('radio', { name: 'Spectrogram' }));
    act(() => changeLooks({ view: { from: 0.1, to: 0.2 }, otherId: other.id }));
    cleanup();
    show();
    for (const name of ['Take 1', 'Take 2'])
      expect(
        await screen.findByRole('img', { name: `Spectrogram of ${name}, 0.1 s to 0.2 s` }),
      ).toBeDefined();
  });

  it('has the figures and the name that were told of it since it was opened', async () => {
    act(() => compareWith(other.id));
    let report = { ...someReport };
    bench.answer('voice.report', (payload) =>
      (payload as { id: string }).id === other.id ? { ...someReport, card: other } : report,
    );
    bench.answer('voice.noteHeard', () => noVoice);
    show();
    const cell = async () =>
      (await screen.findByRole('rowheader', { name: 'Capture to screen, median' })).closest('tr')!
        .textContent;
    expect(await cell()).not.toContain('41.0 ms');
    const asked = (): number => bench.asked.filter(({ channel }) => channel === 'voice.report').length;
    const before = asked();

    const { measurement } = report;
    report = {
      ...report,
      measurement: { ...measurement, figures: { ...measurement.figures, captureToScreenP50Ms: 41 } },
    };
    await act(() => noteHeard(someCard.id, { captureToScreenMs: [41] }));
    await waitFor(async () => expect(await cell()).toContain('41.0 ms'));
    // Of the other take nothing was told.
    expect(asked()).toBe(before + 1);

    const card = { ...someCard, name: 'First words' };
    report = { ...report, card };
    act(() => bench.tell('voice.changed', { ...noVoice, takes: [card, other] }));
    expect(await screen.findByRole('columnheader', { name: 'First words' })).toBeDefined();
    expect(asked()).toBe(before + 2);
  });

  it('has a region begin at the place, wherever another one was', async () => {
    changeLooks({ region: { from: 1, to: 2 }, mark: 0.24 });
    show();
    const place = await screen.findByRole('slider', { name: 'Place in Take 1' });
    fireEvent.keyDown(place, { key: 'ArrowRight', shiftKey: true });
    fireEvent.keyDown(place, { key: 'ArrowRight', shiftKey: true });
    expect(screen.getByText('0.240 s to 0.288 s, 0.048 s long')).toBeDefined();
  });

  it('leaves the focus on the button of an export', async () => {
    let write = (): void => undefined;
    bench.answer('voice.exportWav', () => null);
    const { voice } = bench.bridge;
    Object.assign(voice, {
      exportWav: () => new Promise((resolve) => (write = () => resolve({ ok: true, value: null }))),
    });
    show();
    const wav = screen.getByRole('button', { name: 'WAV' });
    await userEvent.setup().click(wav);
    expect(wav).toHaveProperty('disabled', false);
    expect(wav.getAttribute('aria-busy')).toBe('true');
    await act(async () => {
      write();
      await Promise.resolve();
    });
    await waitFor(() => expect(wav.getAttribute('aria-busy')).toBeNull());
    expect(document.activeElement).toBe(wav);
  });
});

describe('Escape', () => {
  it('stops what plays, and not where a field is left with it', () => {
    const stop = vi.fn();
    const end = stopWithEscape(stop);
    document.body.innerHTML = '<input type="text"><button>Play</button>';
    fireEvent.keyDown(document.querySelector('input')!, { key: 'Escape' });
    expect(stop).not.toHaveBeenCalled();
    fireEvent.keyDown(document.querySelector('button')!, { key: 'Escape' });
    expect(stop).toHaveBeenCalledTimes(1);
    end();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(stop).toHaveBeenCalledTimes(1);
    document.body.innerHTML = '';
  });
});
