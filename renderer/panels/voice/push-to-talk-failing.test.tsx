// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { fail } from '../../../app/outcome.ts';
import { someLive } from './some-takes.ts';
import { openVoicePage } from './voice-page.ts';
import { VoicePanel } from './voice-panel.tsx';

vi.setConfig({ testTimeout: 20_000 });

describe('push to talk that comes to nothing', () => {
  it('says why it did not begin', async () => {
    const { bench } = await openVoicePage();
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
    const { tell } = await openVoicePage({ last: { ...someLive, ending: 'refused', refusal } });
    render(<VoicePanel />);
    expect(screen.getByText('Refused')).toBeDefined();
    expect(screen.queryByText('Ready')).toBeNull();
    tell({ recorder: 'recording', live: someLive });
    expect(screen.getByText('Recording')).toBeDefined();
    tell({ last: { ...someLive, ending: 'stopped' } });
    expect(screen.getByText('Ready')).toBeDefined();
  });

  it('is not called refused where it was the stop that failed', async () => {
    const { bench, tell } = await openVoicePage();
    Object.assign(bench.bridge.voice, {
      stop: () => Promise.resolve(fail('call-failed', 'Steam was not told to stop.')),
    });
    render(<VoicePanel />);
    fireEvent.keyDown(document.body, { code: 'Space' });
    tell({ recorder: 'recording', live: someLive });
    fireEvent.keyUp(document.body, { code: 'Space' });
    expect((await screen.findByRole('alert')).textContent).toContain('Steam was not told to stop.');
    tell({ last: { ...someLive, ending: 'tail-timed-out' } });
    expect(screen.getByText('Stop failed')).toBeDefined();
    expect(screen.queryByText('Refused')).toBeNull();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.getByText('Ready')).toBeDefined();
  });

  it('stays refused where what never began could not be stopped either', async () => {
    const { bench } = await openVoicePage();
    Object.assign(bench.bridge.voice, {
      start: () => Promise.resolve(fail('call-failed', 'Steam did not begin to record.')),
      stop: () => Promise.resolve(fail('not-recording')),
    });
    render(<VoicePanel />);
    fireEvent.keyDown(document.body, { code: 'Space' });
    fireEvent.keyUp(document.body, { code: 'Space' });
    expect((await screen.findByRole('alert')).textContent).toContain('Steam did not begin to record.');
    expect(screen.getByText('Refused')).toBeDefined();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Dismiss' }));
  });
});
