import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import { startRunningBench, valueOf } from '../duration/running-bench.ts';
import { createScriptedPorts } from '../scripted-ports.ts';
import { createMemoryTakeFiles } from './memory-take-files.ts';

const codec = await loadOpusCodec();

async function withTake() {
  const takeFiles = createMemoryTakeFiles();
  const running = await startRunningBench(undefined, { ...createScriptedPorts(), takeFiles }, codec);
  const { voice } = running.bench.handlers;
  await valueOf(voice.start({}));
  running.run(2000);
  const live = (await valueOf(voice.get(undefined))).live;
  const end = async () => {
    await valueOf(voice.stop({}));
    running.run(600);
  };
  return { ...running, voice, takeFiles, id: live?.id ?? '', end };
}

const told = { captureToScreenMs: [20, 30, 250.12345], underruns: 2, playbackMs: 90 };

describe('what the page measured', () => {
  it('stands in the report, counts for the verdict, and is told', async () => {
    const { voice, id, end, toldOn } = await withTake();
    await end();
    const before = await valueOf(voice.report({ id }));
    expect(before.measurement.figures.underrunCount).toBeUndefined();
    expect(before.assessment.failed).not.toContain('underrunCount');
    const toldBefore = toldOn('voice.changed').length;
    const { takes } = await valueOf(voice.noteHeard({ id, ...told }));
    expect(takes).toMatchObject([{ id, verdict: 'fail' }]);
    expect(toldOn('voice.changed').length).toBe(toldBefore + 1);
    const { measurement, assessment } = await valueOf(voice.report({ id }));
    expect(measurement.figures).toMatchObject({
      captureToScreenP50Ms: 30,
      captureToScreenP95Ms: 250.12,
      underrunCount: 2,
    });
    expect(assessment.failed).toContain('underrunCount');
    expect(assessment.figures.captureToScreenP95Ms).toBe('open');
  });

  it('takes the place of what it told before', async () => {
    const { voice, id, end } = await withTake();
    await end();
    await valueOf(voice.noteHeard({ id, ...told }));
    await valueOf(voice.noteHeard({ id, captureToScreenMs: [10] }));
    const { figures } = (await valueOf(voice.report({ id }))).measurement;
    expect([figures.captureToScreenP95Ms, figures.underrunCount]).toEqual([10, undefined]);
  });

  it('is there after the next start', async () => {
    const { voice, id, end, takeFiles } = await withTake();
    await end();
    await valueOf(voice.noteHeard({ id, ...told }));
    const next = await startRunningBench(undefined, { ...createScriptedPorts(), takeFiles }, codec);
    await valueOf(next.bench.handlers.voice.get(undefined));
    const { card, measurement } = await next.answerOf(next.bench.handlers.voice.report({ id }));
    expect(card.verdict).toBe('fail');
    expect(measurement.figures.underrunCount).toBe(2);
  });

  it('is refused for a take that is still recorded, or that is not there', async () => {
    const { voice, id, end } = await withTake();
    expect(await voice.noteHeard({ id, ...told })).toMatchObject({ error: { code: 'voice-busy' } });
    expect(await voice.noteHeard({ id: 'another', ...told })).toMatchObject({
      error: { code: 'unknown-take' },
    });
    await end();
    expect(await voice.noteHeard({ id, ...told })).toMatchObject({ ok: true });
  });
});
