import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { hasDisplay } from '../setup/linux-requirements.mjs';
import { say } from '../setup/messages.mjs';
import { SetupProblem } from '../setup/setup-problem.mjs';

const startLimitMs = 20_000;

/**
 * Runs the work with a display to show windows on: the one there is, or else Xvfb's for as long as the work takes.
 *
 * Xvfb is started directly rather than through xvfb-run: that is a shell script which neither hands signals on nor
 * tidies up after one. Xvfb picks a free display number itself and tells it when it is ready.
 *
 * A display of Xvfb's also keeps its pixels in a file, which only this user reads, where they are wanted.
 *
 * @template T
 * @param {(environment: NodeJS.ProcessEnv) => Promise<T>} work gets the variables that name the display, and its file
 * @param {{ readonly arePixelsKept?: boolean }} [wishes]
 * @returns {Promise<T>}
 */
export async function withDisplay(work, { arePixelsKept = false } = {}) {
  if (process.platform !== 'linux' || hasDisplay()) return work({});

  const folder = mkdtempSync(path.join(os.tmpdir(), 'steam-test-bench-display-'));
  const authority = path.join(folder, 'Xauthority');
  writeFileSync(authority, anyDisplayAuthority(), { mode: 0o600 });
  const server = startXvfb(authority, arePixelsKept ? ['-fbdir', folder] : []);
  const tidyUp = () => {
    server.process.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  // Also for a process.exit() or an exception in the middle.
  process.once('exit', tidyUp);
  try {
    const display = await server.display;
    say(`No display here, so windows go to Xvfb (${display}), unseen.`);
    return await work({
      DISPLAY: display,
      XAUTHORITY: authority,
      ...(arePixelsKept && { STEAM_BENCH_SCREEN: path.join(folder, 'Xvfb_screen0') }),
    });
  } finally {
    process.removeListener('exit', tidyUp);
    tidyUp();
  }
}

/**
 * @param {string} authority
 * @param {readonly string[]} more
 */
function startXvfb(authority, more) {
  const args = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1920x1080x24',
    '-nolisten',
    'tcp',
    '-noreset',
    '-auth',
    authority,
    ...more,
  ];
  const child = spawn('Xvfb', args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C is for the app, which still needs its display to quit in order.
    detached: true,
  });
  let words = '';
  child.stderr?.on('data', (data) => {
    words += data;
  });

  /** @type {Promise<string>} */
  const display = new Promise((resolve, reject) => {
    const fail = () => {
      clearTimeout(limit);
      reject(
        new SetupProblem('Xvfb did not start, and there is no other display.', {
          next: ['npm run setup -- --only=system'],
          details: words,
        }),
      );
    };
    const limit = setTimeout(fail, startLimitMs);
    child.once('error', fail);
    child.once('exit', fail);
    child.stdio[3]?.once('data', (number) => {
      clearTimeout(limit);
      child.removeListener('exit', fail);
      resolve(`:${String(number).trim()}`);
    });
  });
  return { process: child, display };
}

/**
 * An authority file with one fresh key, so that other users of the machine cannot look at the display. It is valid for
 * any display, because the number is not known yet. The format: Xau's `Xauth`, big-endian.
 */
function anyDisplayAuthority() {
  const wildFamily = 0xffff;
  const field = (/** @type {Buffer} */ content) => Buffer.concat([uint16(content.length), content]);
  return Buffer.concat([
    uint16(wildFamily),
    field(Buffer.alloc(0)),
    field(Buffer.alloc(0)),
    field(Buffer.from('MIT-MAGIC-COOKIE-1')),
    field(randomBytes(16)),
  ]);
}

/** @param {number} value */
function uint16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
