// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noVoice, type LiveTake } from '../../../../app/voice/voice.ts';
import { takeVoice } from '../../../stores/voice.ts';
import { someLive } from '../some-takes.ts';
import { TalkTrouble } from './talk-trouble.tsx';

const last = (part: Partial<LiveTake>): void =>
  act(() => takeVoice({ ...noVoice, last: { ...someLive, ...part } }));
const live = (part: Partial<LiveTake>): void =>
  act(() => takeVoice({ ...noVoice, recorder: 'recording', live: { ...someLive, ...part } }));

describe('what is wrong with a recording', () => {
  beforeEach(() => void render(<TalkTrouble isSimulated longestTakeMinutes={10} />));
  afterEach(() => {
    cleanup();
    takeVoice(noVoice);
  });

  it('is said with its remedy where Steam refused, until the next one is recorded', () => {
    const refusal = {
      code: 'voice-restricted',
      message: 'Steam refuses voice.',
      remedy: 'See support.',
    } as const;
    last({ ending: 'refused', refusal });
    expect(screen.getByText('Steam refuses voice.')).toBeDefined();
    expect(screen.getByText('See support.')).toBeDefined();
    live({});
    expect(screen.queryByText('Steam refuses voice.')).toBeNull();
  });

  it('is no fault where the take was as long as one may be, and says where that is set', () => {
    last({ ending: 'too-long' });
    expect(screen.getByText(/^Recording stopped by itself/)).toBeDefined();
    expect(screen.getByText(/“Longest take”.*10 min\. Pauses count/)).toBeDefined();
    live({});
    expect(screen.queryByText(/^Recording stopped by itself/)).toBeNull();
  });

  it('is that a key was pressed during the tail alone, until the next take is recorded', () => {
    act(() => takeVoice({ ...noVoice, recorder: 'stopping', live: someLive, missedPressAt: 5 }));
    expect(screen.getByRole('status').textContent).toContain('Pressed during the tail: nothing was recorded');
    live({});
    expect(screen.queryByText(/Pressed during the tail/)).toBeNull();
  });

  it('is wondered about where nothing comes for long, and no more once something does', () => {
    live({ packets: 0, result: 3, emptyPolls: 149 });
    expect(screen.queryByText(/No voice comes/)).toBeNull();
    live({ packets: 0, result: 3, emptyPolls: 150 });
    expect(screen.getByText('No voice comes: GetVoice answers NoData alone')).toBeDefined();
    live({ packets: 1, result: 3, emptyPolls: 200 });
    expect(screen.queryByText(/voice comes/)).toBeNull();
  });

  it('is wondered about where no more comes for longer than a pause, but not in the tail nor after it', () => {
    live({ packets: 9, result: 3, emptyPolls: 499 });
    expect(screen.queryByText(/voice comes/)).toBeNull();
    live({ packets: 9, result: 3, emptyPolls: 500 });
    expect(screen.getByText('No more voice comes: GetVoice answers NoData alone')).toBeDefined();
    live({ packets: 9, result: 3, emptyPolls: 500, stopAt: 7 });
    expect(screen.queryByText(/voice comes/)).toBeNull();
    last({ packets: 9, result: 3, emptyPolls: 500, ending: 'stopped' });
    expect(screen.queryByText(/voice comes/)).toBeNull();
  });

  it('is a broken connection where GetVoice answers OK and gives nothing', () => {
    live({ packets: 0, result: 0, emptyPolls: 150 });
    expect(screen.getByText('No voice comes: GetVoice answers OK, with nothing in it')).toBeDefined();
    expect(screen.getByText(/connection to Steam that is broken/)).toBeDefined();
    live({ packets: 0, result: 2, emptyPolls: 150 });
    expect(screen.queryByText(/voice comes/)).toBeNull();
  });
});
