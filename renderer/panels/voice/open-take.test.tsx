// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../app/settings/settings.ts';
import { seriousFindings } from '../testing/audit.ts';
import { someCard, someReport, someSound } from './some-takes.ts';
import { openVoicePage } from './voice-page.ts';
import { VoicePanel } from './voice-panel.tsx';

vi.setConfig({ testTimeout: 20_000 });

describe('kept takes', () => {
  const store = { usedBytes: 230_488, limitBytes: 1e9, removed: [] };

  it('are looked at closely: figures with limits, which can be changed', async () => {
    const { bench } = await openVoicePage({ takes: [someCard], store });
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
    expect((await screen.findByRole('alert')).textContent).toMatch(/^That is no number/);
    const asked = bench.asked.length;
    await user.tab();
    expect((highest as HTMLInputElement).value).toBe('many');
    expect(screen.getByRole('alert')).toBeDefined();
    expect(bench.asked.length).toBe(asked);
    await user.type(highest, '{Escape}');
    expect([(highest as HTMLInputElement).value, screen.queryByRole('alert')]).toEqual(['0', null]);
    const lowest = screen.getByRole('textbox', { name: 'Lowest Clipped peaks' });
    await user.type(lowest, '1');
    expect(screen.getByRole('alert').textContent).toMatch(/^The lowest is above the highest/);
    // Both ends are changed: what is wrong until the second is typed is kept with it.
    await user.clear(highest);
    await user.type(highest, '3{Enter}');
    const set = bench.asked.filter(({ channel }) => channel === 'settings.set').at(-1);
    expect(set?.payload).toMatchObject({ voice: { limits: { clippingCount: { min: 1, max: 3 } } } });
    expect(await seriousFindings()).toEqual([]);
  });

  it('have regions, by the keys of the wave or typed', async () => {
    const { bench, asked } = await openVoicePage({ takes: [someCard], store });
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
    // Not that of each digit on the way.
    expect(region.getByText('0.048 s to 0.120 s, 0.072 s long')).toBeDefined();
    await user.keyboard('{Enter}');
    expect(region.getByText('0.048 s to 0.200 s, 0.152 s long')).toBeDefined();
    expect(region.getByText(/^−\d\d\.\d dBFS RMS · −\d\d\.\d dBFS peak$/)).toBeDefined();
    await user.type(to!, 'x');
    expect(to!.value).toBe('200x');
    expect(region.getByText('A whole number from 0 to 2400.')).toBeDefined();
    expect(region.getByText('0.048 s to 0.200 s, 0.152 s long')).toBeDefined();
    await user.tab();
    expect(to!.value).toBe('200');
    await user.clear(to!);
    await user.type(to!, '9999');
    await user.tab();
    expect([to!.value, region.queryByText('0.048 s to 0.200 s, 0.152 s long') === null]).toEqual([
      '200',
      false,
    ]);
    await user.clear(from!);
    await user.type(from!, '300{Enter}');
    expect(region.getByText('0.200 s to 0.300 s, 0.100 s long')).toBeDefined();
    expect(region.getByText('“From” is after “To”: taken the other way round')).toBeDefined();
    await user.clear(from!);
    await user.type(from!, '48{Enter}');
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
