// Builds the stand-in for the Steam client. Run it, or import buildSteamClientDouble.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const root = resolve(folder, '../..');
const sourceFolder = join(folder, 'source');

// -z nodelete keeps the library resident after dlclose: its thread goes on, and the script survives a
// shutdown and a second init in the same process.
const flags = [
  ...['-std=c++17', '-O1', '-fPIC', '-shared', '-pthread', '-fvisibility=hidden'],
  ...['-Wall', '-Wextra', '-Werror', '-Wl,-z,nodelete', '-Wl,-z,defs'],
];

export const defaultOutput = join(root, 'build', 'steam-client-double', 'steamclient.so');

/**
 * Compiles the stand-in, unless the output is newer than every source.
 *
 * @param {{ output?: string, log?: (line: string) => void }} [options]
 * @returns {string} the absolute path of the shared object
 */
export function buildSteamClientDouble({ output = defaultOutput, log = console.log } = {}) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const here = `${process.platform} ${process.arch}`;
    throw new Error(`The stand-in for the Steam client works on Linux x64 only; this is ${here}.`);
  }
  const target = resolve(output);
  const files = readdirSync(sourceFolder).map((name) => join(sourceFolder, name));
  const sources = files.filter((file) => file.endsWith('.cpp')).sort();
  const watched = [...files, fileURLToPath(import.meta.url)];
  const shown = relative(process.cwd(), target) || target;
  if (isNewer(target, watched)) {
    log(`steam-client-double: ${shown} is up to date`);
    return target;
  }

  mkdirSync(dirname(target), { recursive: true });
  // Renamed at the end: whoever loads the library at the same time sees the old one or the new one, whole.
  const unfinished = `${target}.${process.pid}`;
  log(`steam-client-double: compiling ${sources.length} files into ${shown}`);
  const startedAt = Date.now();
  const compiler = spawnSync('g++', [...flags, '-o', unfinished, ...sources], { encoding: 'utf8' });
  if (compiler.error || compiler.status !== 0) {
    rmSync(unfinished, { force: true });
    throw new Error(whyNotCompiled(compiler));
  }
  renameSync(unfinished, target);
  log(`steam-client-double: built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return target;
}

function whyNotCompiled(compiler) {
  if (compiler.error?.code === 'ENOENT') {
    return 'g++ is missing: the stand-in for the Steam client is compiled with it. Install it (Debian: apt-get install g++) and try again.';
  }
  return `g++ failed:\n${compiler.error?.message ?? compiler.stderr}`;
}

function isNewer(target, sources) {
  const built = statSync(target, { throwIfNoEntry: false });
  return built !== undefined && sources.every((file) => statSync(file).mtimeMs < built.mtimeMs);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    buildSteamClientDouble({ output: process.argv[2] ?? defaultOutput });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
