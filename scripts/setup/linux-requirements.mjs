import { existsSync } from 'node:fs';
import path from 'node:path';

import { runCommand } from './command.mjs';

/**
 * @typedef {object} Requirement
 * @property {string} found what proves that it is there: a program, or a shared library's name
 * @property {'program' | 'library'} kind
 * @property {readonly (readonly string[])[]} packages Debian packages; of each list the first that exists is the
 *   right one (Debian 13 and Ubuntu 24.04 renamed some)
 */

/** @type {readonly Requirement[]} */
const electronRequirements = [
  { kind: 'library', found: 'libgtk-3.so.0', packages: [['libgtk-3-0t64', 'libgtk-3-0']] },
  { kind: 'library', found: 'libnss3.so', packages: [['libnss3']] },
  { kind: 'library', found: 'libasound.so.2', packages: [['libasound2t64', 'libasound2']] },
  { kind: 'library', found: 'libgbm.so.1', packages: [['libgbm1']] },
];

/** @type {Requirement} xauth is what xvfb-run needs besides */
const displayRequirement = { kind: 'program', found: 'Xvfb', packages: [['xvfb'], ['xauth']] };

/** @type {Requirement} compiles the tests' stand-in for the Steam client */
const compilerRequirement = { kind: 'program', found: 'g++', packages: [['g++']] };

/** @type {readonly Requirement[]} with which the tests speak, and read sound files */
const soundRequirements = [
  { kind: 'program', found: 'parec', packages: [['pulseaudio-utils']] },
  { kind: 'program', found: 'espeak-ng', packages: [['espeak-ng']] },
  { kind: 'program', found: 'soxi', packages: [['sox']] },
];

/** @type {Requirement} with which the tests hear what the app plays */
const soundServerRequirement = { kind: 'program', found: 'pulseaudio', packages: [['pulseaudio']] };

/** Where Linux looks for a display; without either there is none. */
export function hasDisplay() {
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * @param {{ forTests: boolean }} purpose
 * @returns {Promise<readonly Requirement[]>} what this machine lacks
 */
export async function missingRequirements({ forTests }) {
  const libraries = await knownLibraries();
  const wanted = [
    ...electronRequirements,
    ...(hasDisplay() ? [] : [displayRequirement]),
    ...(forTests ? [compilerRequirement, ...soundRequirements] : []),
    // On a desktop with PipeWire it would take that one’s place: the tests do without hearing there, and say so.
    ...(forTests && !isOnPath('pipewire') ? [soundServerRequirement] : []),
  ];
  return wanted.filter(({ kind, found }) =>
    kind === 'program' ? !isOnPath(found) : libraries !== undefined && !libraries.has(found),
  );
}

/** @param {string} program */
export function isOnPath(program) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.some((folder) => folder !== '' && existsSync(path.join(folder, program)));
}

/**
 * The loader's own list, of this processor's libraries only: 32-bit ones would not do.
 *
 * @returns {Promise<Set<string> | undefined>} undefined where the loader keeps no list that could be asked
 */
async function knownLibraries() {
  // Not on an ordinary user's path in Debian.
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => existsSync(file));
  if (ldconfig === undefined) return undefined;
  const { code, stdout } = await runCommand(ldconfig, ['-p'], { env: { ...process.env, LC_ALL: 'C' } });
  if (code !== 0) return undefined;

  /** @type {Partial<Record<NodeJS.Architecture, string>>} */
  const processors = { x64: 'x86-64', arm64: 'AArch64' };
  const processor = processors[process.arch];
  const lines = stdout.split('\n').filter((line) => processor === undefined || line.includes(processor));
  return new Set(lines.map((line) => line.trim().split(' ')[0] ?? ''));
}
