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

  it('is warm a second later, and had nobody wait for it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const warmUp = vi.fn(() => Promise.reject(new Error('Out of memory.')));
    vi.doMock('./warm-up.ts', () => ({ warmUp }));
    vi.resetModules();
    const failed = vi.fn();
    const codec = (await import('./lazy-codec.ts')).createLazyCodec(failed);
    await codec.load();
    expect(warmUp).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1000);
    expect(warmUp.mock.calls).toEqual([[codec.known()]]);
    expect(failed.mock.calls).toEqual([[new Error('Out of memory.')]]);
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
