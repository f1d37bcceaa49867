// @vitest-environment happy-dom
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { noVoice } from '../../../app/voice/voice.ts';
import { seriousFindings } from '../testing/audit.ts';
import { someCard } from './some-takes.ts';
import { openVoicePage } from './voice-page.ts';
import { VoicePanel } from './voice-panel.tsx';

vi.setConfig({ testTimeout: 20_000 });

describe('kept takes', () => {
  const other = { ...someCard, id: 'take-2', name: 'Take 2', verdict: 'fail', isSimulated: false } as const;
  const store = { usedBytes: 230_488, limitBytes: 1e9, removed: [] };

  it('are none at first', async () => {
    await openVoicePage();
    render(<VoicePanel />);
    expect(screen.getByText('No takes yet')).toBeDefined();
  });

  it('are listed with their verdicts, named and removed', async () => {
    const { bench } = await openVoicePage({ takes: [other, someCard], store });
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
    await openVoicePage({
      takes: [
        { ...someCard, ending: 'window-left', source: 'opened' },
        { ...someCard, id: 'take-2', ending: 'too-long' },
        { ...someCard, id: 'take-3', lengthSeconds: 0, verdict: 'empty' },
      ],
      store: { ...store, problem: 'The disk is full.', removed: [{ name: 'Old', at: 0 }] },
    });
    render(<VoicePanel />);
    expect(screen.getByText('Window left or reloaded')).toBeDefined();
    expect(screen.getByText('From a file')).toBeDefined();
    expect(screen.getByText('Longest take reached')).toBeDefined();
    expect(screen.getAllByText('No voice came').length).toBe(1);
    expect(screen.getByText('The disk is full.')).toBeDefined();
    expect(screen.getByText(/One take was deleted/)).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
  });

  it('give the focus to the next one when one is removed, and go into one report', async () => {
    const third = { ...someCard, id: 'take-3', name: 'Take 3' };
    const { bench, tell } = await openVoicePage({ takes: [third, other, someCard], store });
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
});
