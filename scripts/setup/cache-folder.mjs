import os from 'node:os';
import path from 'node:path';

/** @returns {string} this project's folder among the user's caches; it may not exist yet */
export function cacheFolder() {
  return path.join(userCaches(), 'steam-test-bench');
}

function userCaches() {
  const home = os.homedir();
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches');
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local');
  // The XDG specification has relative values ignored.
  const xdg = process.env['XDG_CACHE_HOME'];
  return xdg && path.isAbsolute(xdg) ? xdg : path.join(home, '.cache');
}
