import { rmSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { cacheFolder } from './cache-folder.mjs';
import { say } from './messages.mjs';
import { readJson } from './project.mjs';

const heartbeatMs = 2000;
// Longer than any pause of a living holder's event loop, and what a lost lock from another machine costs.
const lostAfterMs = 30_000;
const retryMs = 200;

/**
 * Runs the work while no other set-up of this user writes. Take it only when there is something to do, and look
 * again inside: the other set-up may have done it.
 *
 * The lock is a file that names its holder. It counts as lost when the holder's process is gone, or when its
 * time stamp has not been refreshed (a holder in another container has a process id that means nothing here).
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetupLock(work) {
  await fs.mkdir(cacheFolder(), { recursive: true });
  const file = path.join(cacheFolder(), 'setup.lock');
  await acquire(file);

  const heartbeat = setInterval(() => {
    const now = new Date();
    fs.utimes(file, now, now).catch(() => {});
  }, heartbeatMs);
  const release = () => rmSync(file, { force: true });
  // For a process.exit() in the middle of the work.
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.removeListener('exit', release);
    release();
  }
}

/** @param {string} file */
async function acquire(file) {
  let hasSaid = false;
  for (;;) {
    try {
      await fs.writeFile(file, JSON.stringify({ pid: process.pid, host: os.hostname() }), { flag: 'wx' });
      return;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (await isLost(file)) {
      await fs.rm(file, { force: true });
      continue;
    }
    if (!hasSaid) say('Another set-up is running; waiting for it to finish …');
    hasSaid = true;
    await delay(retryMs);
  }
}

/** @param {string} file */
async function isLost(file) {
  const age = await fs.stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  if (age > lostAfterMs) return true;
  const holder = readJson(file);
  return holder?.host === os.hostname() && !isAlive(holder.pid);
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, and another user's.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
