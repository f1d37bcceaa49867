import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startRunningBench, valueOf } from '../../app/duration/running-bench.ts';
import { createScriptedPorts } from '../../app/scripted-ports.ts';
import type { TakeFiles } from '../../app/voice/take-files.ts';
import { loadOpusCodec } from './opus-codec.ts';
import { openTakeFiles } from './take-files.ts';
import { systemFiles, type FileSystem } from './take-files-system.ts';

const codec = await loadOpusCodec();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'takes-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const names = (): readonly string[] => readdirSync(folder).sort();

/** A file system that refuses to write what it is told to refuse, as the system would say it. */
function failing(isRefused: (path: string) => boolean, code: () => string | undefined): FileSystem {
  const check = (path: unknown): void => {
    const why = typeof path === 'string' && isRefused(path) ? code() : undefined;
    if (why !== undefined) throw Object.assign(new Error(`${why}: ${String(path)}`), { code: why });
  };
  return {
    ...systemFiles,
    writeFileSync(path, data, options) {
      check(path);
      systemFiles.writeFileSync(path, data, options);
    },
    openSync(path, flags, mode) {
      check(path);
      return systemFiles.openSync(path, flags, mode);
    },
    rmSync(path, options) {
      check(path);
      systemFiles.rmSync(path, options);
    },
  };
}

async function bench(takeFiles: TakeFiles) {
  const running = await startRunningBench(undefined, { ...createScriptedPorts(), takeFiles }, codec);
  const { voice } = running.bench.handlers;
  return {
    ...running,
    voice,
    state: () => valueOf(voice.get(undefined)),
    record: async () => {
      await valueOf(voice.start({ name: 'Said' }));
      running.run(1500);
      await valueOf(voice.stop({}));
      running.run(600);
    },
  };
}

describe('a folder that takes cannot be written to', () => {
  it.each([
    ['ENOSPC', 'the disk is full.', 'Make room on the disk, or remove takes.'],
    ['EDQUOT', 'this user’s share of the disk is full.', 'Make room on the disk, or remove takes.'],
    [
      'EROFS',
      'the disk that their folder is on can only be read.',
      'Let this user write to the folder “takes” beside the bench’s settings.',
    ],
    [
      'EACCES',
      'this user may not write to their folder.',
      'Let this user write to the folder “takes” beside the bench’s settings.',
    ],
    [
      'EPERM',
      'this user may not write to their folder.',
      'Let this user write to the folder “takes” beside the bench’s settings.',
    ],
    ['EIO', 'the system says EIO.', 'See to the folder “takes” beside the bench’s settings.'],
  ])('for %s says so, what to do, and no path', async (code, why, remedy) => {
    const message = `Takes cannot be kept: ${why}`;
    const files = openTakeFiles(
      folder,
      failing(
        () => true,
        () => code,
      ),
    );
    expect(files.begin('a', {})).toEqual({ ok: false, error: { code: 'storage-failed', message, remedy } });
    const { record, state } = await bench(files);
    await record();
    expect(await state()).toMatchObject({ takes: [], store: { problem: `${message} ${remedy}` } });
    expect(names()).toEqual([]);
  });

  it('for its first file leaves no word of it', () => {
    const isSound = (path: string): boolean => path.endsWith('.wav');
    const files = openTakeFiles(
      folder,
      failing(isSound, () => 'ENOSPC'),
    );
    expect(files.begin('a', {})).toMatchObject({ ok: false });
    expect(names()).toEqual([]);
  });

  it('nor even looked into is a failure with a code, whatever is asked', async () => {
    let isLocked = false;
    const code = (): string | undefined => (isLocked ? 'EACCES' : undefined);
    const system = failing(() => true, code);
    const files = openTakeFiles(folder, {
      ...system,
      statSync: ((path, options) => {
        if (isLocked) throw Object.assign(new Error(code()), { code: code() });
        return systemFiles.statSync(path, options);
      }) as FileSystem['statSync'],
    });
    const writer = await valueOf(files.begin('a', {}));
    isLocked = true;
    const refused = { ok: false, error: { code: 'storage-failed' } };
    expect(writer.finish({})).toMatchObject(refused);
    expect(files.describe('a', {})).toMatchObject(refused);
    expect(files.remove('a')).toMatchObject(refused);
  });

  it('for its second file alone leaves nothing of the first', () => {
    const isPackets = (path: string): boolean => path.endsWith('.stbvoice') && !isGone;
    let isGone = false;
    const system = failing(isPackets, () => 'ENOSPC');
    const files = openTakeFiles(folder, {
      ...system,
      closeSync(file) {
        isGone = true;
        systemFiles.closeSync(file);
      },
    });
    expect(files.begin('a', {})).toMatchObject({ ok: false });
    expect(names()).toEqual([]);
  });
});

describe('a take whose card cannot be written', () => {
  const isCard = (path: string): boolean => path.endsWith('.new');

  it('is kept with its true ending, and its card written as soon as there is room', async () => {
    let code: string | undefined = 'ENOSPC';
    const files = openTakeFiles(
      folder,
      failing(isCard, () => code),
    );
    const { record, state, voice } = await bench(files);
    await record();
    const { takes, store } = await state();
    expect(takes).toMatchObject([{ name: 'Said', ending: 'stopped' }]);
    expect(store.problem).toContain('the disk is full');
    expect(names().map((name) => name.split('.').pop())).toEqual(['stbvoice', 'through', 'wav']);
    expect((await valueOf(voice.report({ id: takes[0]!.id }))).measurement.figures.tailMs).toBeGreaterThan(0);
    // Another window of the same process does not take it for a crash either.
    expect((await (await bench(files)).state()).takes).toEqual(takes);
    code = undefined;
    expect((await state()).takes).toEqual(takes);
    expect(names().map((name) => name.split('.').pop())).toEqual(['json', 'stbvoice', 'wav']);
    expect((await (await bench(openTakeFiles(folder))).state()).takes).toEqual(takes);
  });

  it('is described from its files at the next start, which does not call it a crash', async () => {
    const full = failing(isCard, () => 'ENOSPC');
    const { record } = await bench(openTakeFiles(folder, full));
    await record();
    const { run, state, voice } = await bench(openTakeFiles(folder));
    expect((await state()).takes).toMatchObject([{ name: 'Said', ending: 'card-lost', isMeasuring: true }]);
    run(10);
    const { takes } = await state();
    expect(takes).toMatchObject([{ name: 'Said', ending: 'card-lost', lossPercent: 0 }]);
    expect((await valueOf(voice.report({ id: takes[0]!.id }))).measurement.figures.tailMs).toBeUndefined();
    expect(names().map((name) => name.split('.').pop())).toEqual(['json', 'stbvoice', 'wav']);
  });

  it('leaves nothing when it is removed', async () => {
    const { record, state, voice } = await bench(
      openTakeFiles(
        folder,
        failing(isCard, () => undefined),
      ),
    );
    await record();
    await valueOf(voice.remove({ id: (await state()).takes[0]!.id }));
    const full = openTakeFiles(
      folder,
      failing(
        (path) => isCard(path),
        () => 'ENOSPC',
      ),
    );
    const writer = await valueOf(full.begin('b', {}));
    expect(writer.finish({})).toMatchObject({ ok: false });
    expect(full.remove('b')).toMatchObject({ ok: true });
    expect(await valueOf(full.list())).toEqual([]);
    expect(names()).toEqual([]);
  });
});
