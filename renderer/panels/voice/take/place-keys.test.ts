import { describe, expect, it } from 'vitest';
import { placeStep } from './place-keys.ts';

const view = { from: 2, to: 4 };
const kept = { view, lengthSeconds: 10, region: undefined, mark: 3 };
const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });

describe('keys over a wave', () => {
  it('move the place by a hundredth of the view, and to both ends', () => {
    expect(placeStep(key('ArrowRight'), kept)).toEqual({ kind: 'mark', seconds: 3.02 });
    expect(placeStep(key('ArrowLeft'), kept)).toEqual({ kind: 'mark', seconds: 2.98 });
    expect(placeStep(key('Home'), kept)).toEqual({ kind: 'mark', seconds: 0 });
    expect(placeStep(key('End'), kept)).toEqual({ kind: 'mark', seconds: 10 });
    expect(placeStep(key('ArrowRight'), { ...kept, mark: 10 })).toEqual({ kind: 'mark', seconds: 10 });
  });

  it('draw a region from the place with Shift, and go on with the one that begins there', () => {
    const region = { from: 3, to: 3.02 };
    expect(placeStep(key('ArrowRight', true), kept)).toEqual({ kind: 'region', region });
    expect(placeStep(key('ArrowRight', true), { ...kept, region })).toEqual({
      kind: 'region',
      region: { from: 3, to: 3.04 },
    });
    expect(placeStep(key('End', true), { ...kept, region: { from: 5, to: 6 } })).toEqual({
      kind: 'region',
      region: { from: 3, to: 10 },
    });
  });

  it('play with Enter, and leave others to the page', () => {
    expect(placeStep(key('Enter'), kept)).toEqual({ kind: 'play' });
    expect(placeStep(key(' '), kept)).toBeUndefined();
    expect(placeStep(key('a'), kept)).toBeUndefined();
  });
});
