import type { Page } from '@playwright/test';
import type { Sound } from './speech.ts';

/** Decodes Opus packets of 20 ms by WebCodecs in the page: Chromium’s own way, which shares nothing with the bench. */
export async function decodeInBrowser(page: Page, frames: readonly Uint8Array[]): Promise<Sound> {
  const { rates, pieces } = await page.evaluate(async (packets) => {
    const heard = { rates: [] as number[], pieces: [] as Float32Array[] };
    let failure: unknown;
    const decoder = new AudioDecoder({
      output(data) {
        const piece = new Float32Array(data.numberOfFrames);
        data.copyTo(piece, { planeIndex: 0, format: 'f32-planar' });
        heard.pieces.push(piece);
        heard.rates.push(data.sampleRate);
        data.close();
      },
      error: (error) => (failure = error),
    });
    decoder.configure({ codec: 'opus', sampleRate: 24_000, numberOfChannels: 1 });
    for (const [index, data] of packets.entries())
      decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp: index * 20_000, data }));
    await decoder.flush();
    if (failure !== undefined) throw failure as Error;
    return heard;
  }, frames);
  const [sampleRate, ...others] = new Set(rates);
  if (sampleRate === undefined || others.length > 0) throw new Error(`Decoded at rates: ${rates.join(', ')}`);
  const signal = pieces.flatMap((piece) => [...piece]);
  return { samples: Int16Array.from(signal, (value) => Math.round(value * 32_768)), sampleRate };
}
