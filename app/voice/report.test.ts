import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { assess } from './figures/assess.ts';
import { measureTake } from './figures/measure-take.ts';
import { someSpurt } from './figures/some-frames.ts';
import { reportHtml, type ReportedTake } from './report-html.ts';
import { reportJson } from './report-json.ts';
import { talkingNoise } from './signal/known-signals.ts';
import { pcmOfSignal } from './signal/signal.ts';
import { limitsInForce } from './take-limits.ts';

const RATE = 24_000;
const limits = limitsInForce({ rmsDbfs: { min: -60, max: -10 }, lossPercent: null });

function someTake(seconds: number, name = 'One'): ReportedTake {
  const samples = pcmOfSignal(talkingNoise(seconds, RATE, 5));
  const reference = { samples, sampleRate: RATE, leads: [{ fromSample: 0, leadMs: 80, beginsSpurt: true }] };
  const { frames, packets } = someSpurt(50 * seconds);
  const measurement = measureTake({ samples, sampleRate: RATE, frames, packets, times: {}, reference });
  return {
    card: {
      id: 'a',
      name,
      recordedAt: 0,
      lengthSeconds: seconds,
      sampleRate: RATE,
      sizeBytes: 1,
      source: 'recorded',
      ending: 'stopped',
      talker: '76561202255165729',
      rmsDbfs: -20,
      peakDbfs: -3,
      lossPercent: 0,
      verdict: 'pass',
      isSimulated: true,
    },
    measurement,
    assessment: assess(measurement.figures, limits),
    sound: {
      id: 'a',
      samples,
      sampleRate: RATE,
      packets: Array.from({ length: 10 * seconds }, (_, at) => ({
        arrivedMs: 100 * at,
        bytes: 300 + (at % 40),
      })),
      marks: [
        { kind: 'spurt', fromMs: 0, toMs: 1000 * seconds },
        { kind: 'gap', fromMs: 500, toMs: 540 },
        { kind: 'dtx', fromMs: 800, toMs: 900 },
        { kind: 'latePoll', fromMs: 950, toMs: 950 },
        { kind: 'undecoded', fromMs: 600, toMs: 600 },
      ],
    },
  };
}

function parse(html: string) {
  const page = new Window();
  return new page.DOMParser().parseFromString(html, 'text/html');
}

describe('the report as a page', () => {
  const html = reportHtml([someTake(4)], limits, 0);
  const page = parse(html);
  const labels = [...page.querySelectorAll('svg')].map((plot) => plot.getAttribute('aria-label') ?? '');

  it('has a plot of each kind, with something drawn in it', () => {
    for (const words of [
      'Waveform',
      'Level',
      'Spectrogram',
      'Packet sizes',
      'Bitrate',
      'How long packets',
      'Lost: 1',
      'DTX: 1',
      'Undecoded packets: 1',
    ])
      expect(labels.filter((label) => label.startsWith(words))).toHaveLength(1);
    for (const shape of page.querySelectorAll('path, polyline')) {
      const drawn = shape.getAttribute('d') ?? shape.getAttribute('points') ?? '';
      expect(drawn.length).toBeGreaterThan(8);
      expect(drawn).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('needs nothing from elsewhere, and is let nothing', () => {
    expect(page.querySelectorAll('script, link, img, iframe, object, use, image')).toHaveLength(0);
    expect(html).not.toMatch(/https?:|url\(|@import|src=|href=/);
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toContain("default-src 'none'");
  });

  it('tells limits beside figures, and says what is simulated', () => {
    const rows = [...page.querySelectorAll('table.figures tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    const row = (title: string) => rows.find(([first]) => first === title) ?? [];
    expect(row('RMS level')[2]).toBe('−60 to −10 dBFS');
    expect(row('Loss').slice(2, 4)).toEqual(['none', 'no limit']);
    expect(row('Highest jitter')[2]).toBe('none');
    expect(row('Mouth to ear (simulated)').slice(1, 3)).toEqual(['80.0 ms', '≤ 400 ms']);
  });

  it('shows names as they are, whatever stands in them', () => {
    const name = `</h2><script>alert(1)</script><img src=x onerror="x"> & 'one'`;
    const other = parse(reportHtml([someTake(1, name)], limits, 0));
    expect(other.querySelector('h2')?.textContent).toBe(name);
    expect(other.querySelectorAll('script, img')).toHaveLength(0);
  });

  it.each([10, 40])('of %i s stays below 300 KB', (seconds) => {
    const take = someTake(seconds);
    const many = Array.from({ length: 3000 }, (_, at) => ({
      kind: 'gap' as const,
      fromMs: 37 * at,
      toMs: 37 * at + 20,
    }));
    const packets = Array.from({ length: 20_000 }, (_, at) => ({ arrivedMs: 6 * at, bytes: at % 900 }));
    const sound = { ...take.sound, packets, marks: many };
    expect(reportHtml([{ ...take, sound }], limits, 0).length).toBeLessThan(300_000);
  });

  it('says of a take without sound and packets that it has none', () => {
    const take = someTake(1);
    const sound = { ...take.sound, samples: new Int16Array(), packets: [], marks: [] };
    const measurement = measureTake({
      samples: sound.samples,
      sampleRate: RATE,
      frames: [],
      packets: [],
      times: {},
    });
    const other = parse(reportHtml([{ ...take, sound, measurement }], limits, 0));
    expect(other.querySelectorAll('svg')).toHaveLength(0);
    expect(other.body.textContent).toContain('The take holds no sound.');
    expect(other.body.textContent).toContain('The take has no packets.');
  });

  it.each([
    ['years apart', [0, 1.9e12], '3800001 seconds'],
    ['in no order', [0, 900_000, 400_000], '2 seconds'],
  ])('draws packets that came %s in no more bars than ever', (_, arrivals, stretch) => {
    const take = someTake(1);
    const packets = arrivals.map((arrivedMs) => ({ arrivedMs, bytes: 100 }));
    const other = parse(reportHtml([{ ...take, sound: { ...take.sound, packets } }], limits, 0));
    const plot = [...other.querySelectorAll('svg')].find((one) =>
      one.getAttribute('aria-label')?.startsWith(`Bitrate of each ${stretch}`),
    );
    expect(plot?.querySelector('path')?.getAttribute('d')?.split('M')).toHaveLength(1 + arrivals.length);
  });

  it('counts intervals where they lie', () => {
    const take = someTake(1);
    const packets = [0, 100, 200, 300, 5000].map((arrivedMs) => ({ arrivedMs, bytes: 100 }));
    const other = parse(reportHtml([{ ...take, sound: { ...take.sound, packets } }], limits, 0));
    const plot = [...other.querySelectorAll('svg')].find((one) =>
      one.getAttribute('aria-label')?.startsWith('How long packets'),
    );
    // Three of 100 ms in the sixth bar, at the top; one of more than 380 ms in the last.
    expect(plot?.querySelector('path')?.getAttribute('d')).toBe(
      'M250.0 140v-140.0h45.00V140zM950.0 140v-46.7h45.00V140z',
    );
  });
});

describe('the verdicts of a report', () => {
  const good = someTake(4, 'Good');
  const strict = limitsInForce({ durationSeconds: { max: 1 } });
  const bad = { ...good, assessment: assess(good.measurement.figures, strict) };
  const verdictOf = (page: ReturnType<typeof parse>) =>
    page.querySelector('section > p.pass, section > p.fail')?.textContent;

  it('are told in the words of the app, with what fails, by how much, and what was not measured', () => {
    expect(verdictOf(parse(reportHtml([good], limits, 0)))).toBe('Within limits');
    const page = parse(reportHtml([bad], strict, 0));
    expect(verdictOf(page)).toBe('Outside limits: Length 4.00 s (≤ 1 s)');
    const notes = [...page.querySelectorAll('section > p.note')].map(({ textContent }) => textContent);
    expect(notes.at(-1)).toMatch(/^Not measured: .*Underruns.*\.$/);
  });

  it('of several takes stand in one table at the top, and of one in none', () => {
    const page = parse(reportHtml([good, { ...bad, card: { ...bad.card, name: 'Bad' } }], strict, 0));
    const rows = [...page.querySelectorAll('table.summary tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(rows.map(([name, length]) => [name, length])).toEqual([
      ['Good', '4.00 s'],
      ['Bad', '4.00 s'],
    ]);
    expect(rows[1]?.slice(4)).toEqual(['Outside limits', 'Length 4.00 s (≤ 1 s)']);
    expect(parse(reportHtml([bad], strict, 0)).querySelector('table.summary')).toBeNull();
  });
});

describe('the plots of a report', () => {
  it('name the ends of their axes with units', () => {
    const page = parse(reportHtml([someTake(4)], limits, 0));
    const ends = [...page.querySelectorAll('figure')].map((one) =>
      [...one.querySelectorAll('.axis span')].map(({ textContent }) => textContent),
    );
    expect(ends[0]).toEqual(['0 dBFS at the top', '0 s', '0 dBFS at the bottom', '4.0 s']);
    expect(ends[1]).toEqual(['0 dBFS at the top', '0 s', '−70 dBFS at the bottom', '4.0 s']);
    expect(ends[2]?.at(0)).toBe('12.0 kHz at the top');
    expect(ends).toHaveLength(6);
    for (const words of ends) expect(words).toHaveLength(4);
  });

  it('draw a bitrate bar as wide as the part of a second that there was', () => {
    const take = someTake(1);
    const packets = [0, 1000, 2250].map((arrivedMs) => ({ arrivedMs, bytes: 100 }));
    const page = parse(reportHtml([{ ...take, sound: { ...take.sound, packets } }], limits, 0));
    const plot = [...page.querySelectorAll('svg')].find((one) =>
      one.getAttribute('aria-label')?.startsWith('Bitrate'),
    );
    const widths = plot
      ?.querySelector('path')
      ?.getAttribute('d')
      ?.match(/h([\d.]+)/g)
      ?.map((width) => Number(width.slice(1)));
    expect(widths).toEqual([400, 400, 100]);
  });
});

describe('the report for scripts', () => {
  it('has a unit and a limit with each figure', () => {
    const read = JSON.parse(reportJson([someTake(2)], limits, 0)) as {
      takes: { figures: Record<string, unknown>; mouthToEar: unknown[] }[];
    };
    const [take] = read.takes;
    expect(take?.figures).toMatchObject({
      rmsDbfs: { unit: 'dBFS', limit: { min: -60, max: -10 }, verdict: 'pass' },
      lossPercent: { value: 0, unit: '%', limit: null, verdict: 'open' },
      clippingCount: { unit: '', limit: { max: 0 } },
    });
    expect(take?.mouthToEar.length).toBeGreaterThan(0);
  });
});
