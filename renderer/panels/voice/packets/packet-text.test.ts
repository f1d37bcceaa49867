import { describe, expect, it } from 'vitest';
import { hexLines, sectionsText } from './packet-text.ts';

describe('bytes in hex', () => {
  it('stand sixteen in a line, after their place and before their letters', () => {
    expect(hexLines(Uint8Array.from({ length: 18 }, (_, at) => at * 15))).toBe(
      [
        '0000  00 0f 1e 2d 3c 4b 5a 69 78 87 96 a5 b4 c3 d2 e1  ...-<KZix.......',
        `0010  f0 ff${' '.repeat(44)}..`,
      ].join('\n'),
    );
    expect(hexLines(new Uint8Array())).toBe('');
  });
});

describe('the sections of a packet in a line', () => {
  it('name a rate once for as long as it holds', () => {
    const sections = [
      '24000 Hz',
      'Opus, 3 frames',
      '24000 Hz',
      'Opus, 2 frames',
      '11025 Hz',
      'Opus, 1 frame',
    ];
    expect(sectionsText({ sections })).toBe(
      '24000 Hz · Opus, 3 frames · Opus, 2 frames · 11025 Hz · Opus, 1 frame',
    );
  });

  it('name a rate again after another', () => {
    expect(sectionsText({ sections: ['24000 Hz', '11025 Hz', '24000 Hz'] })).toBe(
      '24000 Hz · 11025 Hz · 24000 Hz',
    );
  });
});
