// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { TAKE_WAVE_STYLE } from '../../../../app/voice/wave-style.ts';
import { createWave } from './wave-surfer.ts';

afterEach(() => document.body.replaceChildren());

describe('the sheet within a wave', () => {
  it('is the one that the policy of the page allows, and the only one', async () => {
    const place = document.createElement('div');
    document.body.append(place);
    const sound = { signal: new Float32Array(100), sampleRate: 1000, lengthSeconds: 0.1 };
    const calls = { paint: () => undefined, onMark: () => undefined, onRegion: () => undefined };
    const wave = createWave(place, sound, { ...calls, onView: () => undefined });
    wave.showRegion({ from: 0.02, to: 0.05 });
    const sheets = place.firstElementChild?.shadowRoot?.querySelectorAll('style');
    expect(sheets).toHaveLength(1);
    const text = new TextEncoder().encode(sheets?.[0]?.textContent);
    const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
    expect(`sha256-${btoa(String.fromCharCode(...sum))}`).toBe(TAKE_WAVE_STYLE);
    wave.end();
    expect(place.childElementCount).toBe(0);
  });
});
