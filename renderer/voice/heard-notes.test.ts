import { describe, expect, it } from 'vitest';
import { createHeardNotes } from './heard-notes.ts';

const playing = (fillMs: number, underruns: number) => ({ fillMs, underruns, isPlaying: true });

describe('notes of what was heard', () => {
  it('tell how late each frame was drawn, and nothing where none was', () => {
    const notes = createHeardNotes();
    notes.drawn(7);
    expect(notes.end()).toBeUndefined();
    notes.begin('one');
    for (const delay of [20, 40, -1]) notes.drawn(delay);
    expect(notes.end()).toEqual({ captureToScreenMs: [20, 40, 0] });
    expect(notes.id).toBeUndefined();
    notes.begin('two');
    expect(notes.end()).toBeUndefined();
  });

  it('thin out evenly what would be too much', () => {
    const notes = createHeardNotes(4);
    notes.begin('one');
    for (let delay = 0; delay < 20; delay += 1) notes.drawn(delay);
    expect(notes.end()?.captureToScreenMs).toEqual([0, 8, 16]);
  });

  it('count underruns since the take began, and the median of what lay before the loudspeaker', () => {
    const notes = createHeardNotes();
    notes.played(playing(60, 3), 10);
    notes.begin('one');
    notes.drawn(20);
    for (const fill of [60, 80, 200]) notes.played(playing(fill, 4), 10);
    notes.played({ ...playing(0, 5), isPlaying: false }, 10);
    expect(notes.end()).toEqual({ captureToScreenMs: [20], underruns: 2, playbackMs: 90 });
    notes.begin('two');
    notes.drawn(20);
    notes.played(playing(60, 5), 10);
    expect(notes.end()).toEqual({ captureToScreenMs: [20], underruns: 0, playbackMs: 70 });
  });
});
