import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';

import { inMegabytes } from './messages.mjs';
import { SetupProblem } from './setup-problem.mjs';

/**
 * @param {string} folder may not exist yet
 * @param {number} neededBytes
 * @param {string} purpose what the room is for
 */
export async function requireFreeSpace(folder, neededBytes, purpose) {
  let existing = path.resolve(folder);
  while (!existsSync(existing) && path.dirname(existing) !== existing) existing = path.dirname(existing);

  const { bavail, bsize } = await fs.statfs(existing);
  const freeBytes = bavail * bsize;
  if (freeBytes >= neededBytes) return;
  throw new SetupProblem(
    `There is too little room in ${folder} for ${purpose}: ${inMegabytes(neededBytes)} needed, ` +
      `${inMegabytes(freeBytes)} free. Make room.`,
    { next: ['npm run setup'] },
  );
}
