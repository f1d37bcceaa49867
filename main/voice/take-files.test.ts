import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startRunningBench, valueOf, type RunningBench } from '../../app/duration/running-bench.ts';
import type { Outcome } from '../../app/outcome.ts';
import { createScriptedPorts } from '../../app/scripted-ports.ts';
import { pcmOfSound, readWav } from '../../app/voice/wav/read-wav.ts';
import { openWavStream } from '../../app/voice/wav/wav-stream.ts';
import { recordingHead } from '../../app/voice/packets/recording.ts';
import { loadOpusCodec } from './opus-codec.ts';
import { openTakeFiles } from './take-files.ts';
import { systemFiles } from './take-files-system.ts';
import { systemProcesses } from './take-owner.ts';

const codec = await loadOpusCodec();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'takes-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function now<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

/** An id as the bench makes them. */
const FOUND = '20260102030405-0a1b2c3d';

const names = (): readonly string[] => readdirSync(folder).sort();
const ramp = (length: number): Int16Array => Int16Array.from({ length }, (_, at) => at % 1000);

/** Writes a take up to where a killed process would leave it, and forgets it: of a process that is gone. */
function leaveUnfinished(id: string, samples: Int16Array): void {
  const writer = now(openTakeFiles(folder).begin(id, { name: 'Cut' }));
  const wav = openWavStream(24_000);
  now(writer.packets(recordingHead()));
  now(writer.sound([...wav.begin(), ...wav.append(samples)]));
}

async function bench(): Promise<RunningBench> {
  const parts = { ...createScriptedPorts(), takeFiles: openTakeFiles(folder) };
  return startRunningBench(undefined, parts, codec);
}

describe('a folder of takes', () => {
  it('holds sound, packets and a card, for its owner alone', () => {
    const files = openTakeFiles(folder);
    const writer = now(files.begin('a-1', { name: 'One' }));
    expect(now(files.list())).toEqual([]);
    now(writer.packets(recordingHead()));
    const wav = openWavStream(24_000);
    now(writer.sound([...wav.begin(), ...wav.append(ramp(480)), ...wav.settle()]));
    now(writer.finish({ is: 'through' }));
    expect(names()).toEqual(['a-1.json', 'a-1.stbvoice', 'a-1.wav']);
    if (process.platform !== 'win32')
      for (const name of names()) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    expect(now(files.list())).toEqual([
      { id: 'a-1', sizeBytes: 44 + 960 + 12, about: { is: 'through' }, begun: undefined, wasThrough: false },
    ]);
    now(files.describe('a-1', { is: 'renamed' }));
    expect(now(openTakeFiles(folder).list())).toMatchObject([{ about: { is: 'renamed' } }]);
    now(files.remove('a-1'));
    expect(names()).toEqual([]);
  });

  it('leaves nothing of a take that was given up', () => {
    const writer = now(openTakeFiles(folder).begin('a', {}));
    now(writer.sound(openWavStream(24_000).begin()));
    writer.discard();
    expect(names()).toEqual([]);
  });

  it('looks at no other files', () => {
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    writeFileSync(join(folder, 'Über.wav'), 'mine');
    expect(now(openTakeFiles(folder).list())).toEqual([]);
  });

  it('mends the header of a take that was cut off, to the last whole sample', () => {
    leaveUnfinished('cut', ramp(5000));
    const path = join(folder, 'cut.wav');
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.of(7)]));
    expect(now(openTakeFiles(folder).list())).toMatchObject([
      { id: 'cut', about: undefined, begun: { name: 'Cut' } },
    ]);
    const read = readWav(new Uint8Array(readFileSync(path)));
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.isCut).toBe(false);
    expect(pcmOfSound(read.value)).toEqual(ramp(5000));
  });

  it('leaves a take alone that another process still writes', () => {
    leaveUnfinished('theirs', ramp(5000));
    writeFileSync(join(folder, 'theirs.begun'), JSON.stringify({ pid: process.ppid }));
    expect(now(openTakeFiles(folder).list())).toEqual([]);
  });

  it('mends a take whose process is gone, also where another one has its number since', () => {
    const then = { ...systemProcesses, pid: process.ppid, startOf: () => 'then' };
    const writer = now(openTakeFiles(folder, systemFiles, then).begin('cut', { name: 'Cut' }));
    now(writer.sound(openWavStream(24_000).begin()));
    expect(now(openTakeFiles(folder, systemFiles, { ...then, pid: process.pid }).list())).toEqual([]);
    const since = { ...systemProcesses, startOf: () => 'since' };
    expect(now(openTakeFiles(folder, systemFiles, since).list())).toMatchObject([{ id: 'cut' }]);
  });

  it('clears what an interrupted write left of a card, and what another process writes only when it is old', () => {
    const left = `a.json.${process.pid}.new`;
    const theirs = `b.json.${process.ppid}.new`;
    for (const name of [left, theirs, 'notes.new']) writeFileSync(join(folder, name), '{');
    now(openTakeFiles(folder).list());
    expect(names()).toEqual([theirs, 'notes.new']);
    const later = { ...systemProcesses, now: () => Date.now() + 61_000 };
    now(openTakeFiles(folder, systemFiles, later).list());
    expect(names()).toEqual(['notes.new']);
  });

  it('tells of sound alone only where the bench made its id, and touches no other', () => {
    const foreign = Buffer.alloc(100, 1);
    writeFileSync(join(folder, 'song.wav'), foreign);
    leaveUnfinished(FOUND, ramp(500));
    rmSync(join(folder, `${FOUND}.begun`));
    expect(now(openTakeFiles(folder).list())).toMatchObject([
      { id: FOUND, about: undefined, begun: undefined, wasThrough: false },
    ]);
    expect(readFileSync(join(folder, 'song.wav')).equals(foreign)).toBe(true);
  });
});

describe('takes of a bench', () => {
  it.each([
    ['is gone', undefined],
    ['is broken', '{"version":'],
  ])('whose card %s are described anew from sound and packets', async (_, card) => {
    const first = await bench();
    await valueOf(first.bench.handlers.voice.start({ name: 'Said' }));
    first.run(2000);
    await valueOf(first.bench.handlers.voice.stop({}));
    first.run(600);
    const [before] = (await valueOf(first.bench.handlers.voice.get(undefined))).takes;
    const about = join(folder, `${before!.id}.json`);
    rmSync(about);
    if (card !== undefined) writeFileSync(about, card);
    const second = await bench();
    const { voice } = second.bench.handlers;
    await valueOf(voice.get(undefined));
    second.run(10);
    const { takes } = await valueOf(voice.get(undefined));
    expect(takes).toEqual([
      {
        ...before,
        name: 'Recovered take',
        ending: 'card-lost',
        recordedAt: 1000 * Math.floor(before!.recordedAt / 1000),
      },
    ]);
    expect((await valueOf(voice.sound({ id: before!.id }))).packets.length).toBeGreaterThan(5);
    expect(names()).toContain(`${before!.id}.json`);
  });

  it('with a card of a newer bench are left as they are', async () => {
    leaveUnfinished(FOUND, ramp(500));
    rmSync(join(folder, `${FOUND}.begun`));
    writeFileSync(join(folder, `${FOUND}.json`), '{"version":99}');
    const { voice } = (await bench()).bench.handlers;
    expect((await valueOf(voice.get(undefined))).takes).toEqual([]);
    expect(readFileSync(join(folder, `${FOUND}.json`), 'utf8')).toBe('{"version":99}');
  });

  it('that ended in the middle are there at the next start, playable and measured', async () => {
    const first = await bench();
    await valueOf(first.bench.handlers.voice.start({ name: 'Cut off' }));
    first.run(4000);
    const { live } = await valueOf(first.bench.handlers.voice.get(undefined));
    // Nothing is closed and nothing finished: as after SIGKILL.
    const second = await bench();
    const { voice } = second.bench.handlers;
    expect((await valueOf(voice.get(undefined))).takes).toMatchObject([
      { name: 'Cut off', lengthSeconds: live?.lengthSeconds, isMeasuring: true, lossPercent: undefined },
    ]);
    second.run(10);
    const { takes } = await valueOf(voice.get(undefined));
    expect(takes).toMatchObject([
      { name: 'Cut off', ending: 'crashed', lossPercent: 0, isSimulated: true, talker: live?.talker },
    ]);
    expect(takes[0]!.lengthSeconds).toBeCloseTo(live!.lengthSeconds, 6);
    const sound = await valueOf(voice.sound({ id: takes[0]!.id }));
    expect(sound.samples.length / sound.sampleRate).toBeCloseTo(live!.lengthSeconds, 6);
    expect(sound.packets).toHaveLength(live!.packets);
    expect(names().some((name) => name.endsWith('.begun'))).toBe(false);
  });

  it('that ended while a take was measured have it at the next start, mended', async () => {
    const first = await bench();
    const { voice } = first.bench.handlers;
    await valueOf(voice.start({ name: 'Said' }));
    first.run(2000);
    // A take is through as soon as its client is gone; no tick comes after that.
    await valueOf(first.bench.handlers.session.disconnect(undefined));
    const [card] = (await valueOf(voice.get(undefined))).takes;
    expect(card).toMatchObject({ name: 'Said', isMeasuring: true });
    expect(names()).toEqual([`${card!.id}.begun`, `${card!.id}.stbvoice`, `${card!.id}.wav`]);
    const second = await bench();
    await valueOf(second.bench.handlers.voice.get(undefined));
    second.run(10);
    const { takes } = await valueOf(second.bench.handlers.voice.get(undefined));
    const { id, lengthSeconds } = card!;
    expect(takes).toMatchObject([{ id, name: 'Said', ending: 'crashed', lossPercent: 0, lengthSeconds }]);
    expect(names()).toEqual([`${id}.json`, `${id}.stbvoice`, `${id}.wav`]);
  });

  it('go on being recorded where the folder cannot be made', async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'in the way');
    const { bench: made, run } = await bench();
    await valueOf(made.handlers.voice.start({}));
    run(500);
    const { live, store } = await valueOf(made.handlers.voice.get(undefined));
    expect(live?.packets).toBeGreaterThan(0);
    expect(store.problem).toContain('Takes cannot be kept');
    expect(store.problem).not.toContain(folder);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'go on being recorded where the folder may only be read',
    async () => {
      const inner = join(folder, 'takes');
      mkdirSync(inner);
      chmodSync(inner, 0o500);
      const parts = { ...createScriptedPorts(), takeFiles: openTakeFiles(inner) };
      const { bench: made, run } = await startRunningBench(undefined, parts, codec);
      await valueOf(made.handlers.voice.start({}));
      run(500);
      expect((await valueOf(made.handlers.voice.get(undefined))).store.problem).toContain(
        'this user may not write to their folder. Let this user write',
      );
    },
  );
});
