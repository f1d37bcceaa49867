import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { SetupProblem } from '../setup/setup-problem.mjs';

/**
 * Chromium refuses to run as root with its sandbox on. Only root goes without.
 *
 * @returns {string[]}
 */
export function sandboxSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * For ordinary users the sandbox needs user namespaces, which some kernels and Ubuntu 24.04 keep to themselves, or
 * else Chromium's own helper, owned by root. Without this check Electron would crash with a long text.
 *
 * @param {string} executable Electron's
 */
export function requireSandbox(executable) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const areNamespacesBarred =
    kernelSetting('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    kernelSetting('kernel/unprivileged_userns_clone') === '0' ||
    kernelSetting('user/max_user_namespaces') === '0';
  if (!areNamespacesBarred) return;

  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  const stats = statSync(helper, { throwIfNoEntry: false });
  if (stats?.uid === 0 && (stats.mode & 0o4000) !== 0) return;
  throw new SetupProblem(
    'This system lets no ordinary user make namespaces, so Electron’s sandbox needs its helper set up by root.',
    { next: [`sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`, 'npm start'] },
  );
}

/** @param {string} name */
function kernelSetting(name) {
  try {
    return readFileSync(path.join('/proc/sys', name), 'utf8').trim();
  } catch {
    return undefined;
  }
}
