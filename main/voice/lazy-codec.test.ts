import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLazyCodec } from './lazy-codec.ts';

afterEach(() => {
  vi.doUnmock('./opus-codec.ts');
  vi.doUnmock('./warm-up.ts');
  vi.useRealTimers();
});

describe('the codec that is loaded when it is wanted', () => {
  it('is there from then on', async () => {
    const failed = vi.fn();
    const codec = createLazyCodec(failed);
    expect(codec.known()).toBeUndefined();
    await Promise.all([codec.load(), codec.load()]);
    const encoder = codec.known()?.createEncoder({ sampleRate: 24_000, frameSamples: 480 });
    expect(encoder?.encode(new Int16Array(480)).length).toBeGreaterThan(0);
    encoder?.free();
    expect(failed).not.toHaveBeenCalled();
  });

  /** A codec that is loaded with steps of warming up in the place of the true ones. */
  async function loadedWith(warmingUp: () => Generator<void, void>) {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    vi.doMock('./warm-up.ts', () => ({ warmingUp }));
    vi.resetModules();
    const failed = vi.fn();
    const codec = (await import('./lazy-codec.ts')).createLazyCodec(failed);
    await codec.load();
    return { codec, failed };
  }

  /** Three steps, and how many were taken. */
  function threeSteps() {
    const taken: number[] = [];
    function* steps(): Generator<void, void> {
      for (const step of [1, 2, 3]) {
        taken.push(step);
        yield;
      }
    }
    return { taken, steps };
  }

  it('is warm a second later, with others in between, and had nobody wait for it', async () => {
    const { taken, steps } = threeSteps();
    await loadedWith(steps);
    expect(taken).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(taken).toEqual([1]);
    await vi.waitUntil(() => taken.length === 3);
    expect(taken).toEqual([1, 2, 3]);
  });

  it('is warm at once where somebody talks before that, and once is enough', async () => {
    const { taken, steps } = threeSteps();
    const { codec } = await loadedWith(steps);
    codec.known()?.warmUp?.();
    expect(taken).toEqual([1, 2, 3]);
    codec.known()?.warmUp?.();
    await vi.advanceTimersByTimeAsync(1000);
    expect(taken).toEqual([1, 2, 3]);
  });

  it('says once where it cannot be warmed up, and is there all the same', async () => {
    const { codec, failed } = await loadedWith(function* () {
      yield;
      throw new Error('Out of memory.');
    });
    codec.known()?.warmUp?.();
    codec.known()?.warmUp?.();
    await vi.advanceTimersByTimeAsync(1000);
    expect(failed.mock.calls).toEqual([[new Error('Out of memory.')]]);
    expect(codec.known()).toBeDefined();
  });

  it('stays away where it cannot be loaded, and says why once', async () => {
    const broken = new Error('No WebAssembly here.');
    vi.doMock('./opus-codec.ts', () => ({ loadOpusCodec: () => Promise.reject(broken) }));
    const failed = vi.fn();
    const codec = createLazyCodec(failed);
    await codec.load();
    await codec.load();
    expect(codec.known()).toBeUndefined();
    expect(failed.mock.calls).toEqual([[broken]]);
  });
});
