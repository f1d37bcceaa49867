import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLazyCodec } from './lazy-codec.ts';

afterEach(() => vi.doUnmock('./opus-codec.ts'));

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
