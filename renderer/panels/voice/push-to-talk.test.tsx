// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { seriousFindings } from '../testing/audit.ts';
import { someLive } from './some-takes.ts';
import { connected, openVoicePage } from './voice-page.ts';
import { VoicePanel } from './voice-panel.tsx';

vi.setConfig({ testTimeout: 20_000 });

describe('push to talk', () => {
  it('records while the key is held', async () => {
    const { tell, asked } = await openVoicePage();
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

  it('records while the button is held, wherever its pointer is let go', async () => {
    const { asked } = await openVoicePage();
    render(<VoicePanel />);
    const button = screen.getByRole('button', { name: 'Hold to talk' });
    button.setPointerCapture = () => undefined;
    fireEvent.pointerDown(button, { button: 0, pointerId: 7 });
    fireEvent.pointerUp(document.body, { pointerId: 8 });
    expect(asked()).toEqual([['start', {}]]);
    fireEvent.pointerUp(document.body, { pointerId: 7 });
    expect(asked()).toEqual([
      ['start', {}],
      ['stop', { why: 'stopped' }],
    ]);
  });

  it('ends when the window loses the focus', async () => {
    const { asked } = await openVoicePage();
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
    const { tell, asked } = await openVoicePage();
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

  it('cannot begin where no client is connected', async () => {
    const { asked } = await openVoicePage({}, { ...connected, state: 'disconnected' });
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
    await openVoicePage({ recorder: 'recording', live: someLive });
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
