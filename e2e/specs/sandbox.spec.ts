import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { projectRoot } from '../launch.ts';

// Chromium's sandbox refuses to work for root, so that root steps down to an ordinary user for this one launch.

/** A user that owns nothing: `nobody`. */
const NOBODY = 65534;
const SECCOMP_FILTER = '2';

const electronPath = (): string => {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  return folder === undefined
    ? execFileSync(process.execPath, ['-p', "require('electron')"], {
        cwd: projectRoot,
        encoding: 'utf8',
      }).trim()
    : join(folder, 'electron');
};

/** Everything that an ordinary user needs to start the bench, in a folder that is theirs. */
interface Place {
  readonly executable: string;
  readonly app: string;
  readonly home: string;
  readonly environment: Record<string, string>;
}

function placeForOrdinaryUser(folder: string): Place {
  const app = join(folder, 'app');
  const home = join(folder, 'home');
  mkdirSync(app);
  mkdirSync(home);
  cpSync(join(projectRoot, 'package.json'), join(app, 'package.json'));
  cpSync(join(projectRoot, 'out'), join(app, 'out'), { recursive: true });
  const electron = electronPath();
  const environment: Record<string, string> = { HOME: home, DISPLAY: process.env['DISPLAY'] ?? '' };
  const authority = process.env['XAUTHORITY'];
  if (userInfo().uid !== 0) {
    return {
      app,
      home,
      executable: electron,
      environment: { ...environment, ...(authority !== undefined && { XAUTHORITY: authority }) },
    };
  }

  // Hard links where they can be: the runtime is large, and root's own folders are closed to others.
  const runtime = join(folder, 'electron');
  try {
    execFileSync('cp', ['-al', dirname(electron), runtime], { stdio: 'ignore' });
  } catch {
    cpSync(dirname(electron), runtime, { recursive: true, verbatimSymlinks: true });
  }
  const executable = join(folder, 'as-nobody');
  writeFileSync(
    executable,
    `#!/bin/sh\nexec setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups '${join(runtime, 'electron')}' "$@"\n`,
  );
  chmodSync(executable, 0o755);
  if (authority !== undefined && existsSync(authority)) {
    const copy = join(folder, 'Xauthority');
    cpSync(authority, copy);
    chownSync(copy, NOBODY, NOBODY);
    environment['XAUTHORITY'] = copy;
  }
  chownSync(home, NOBODY, NOBODY);
  chmodSync(folder, 0o755);
  return { app, home, executable, environment };
}

/** A value of a process, as the kernel tells it. */
function statusOf(pid: number, name: string): string {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '';
}

test('the page runs in the operating system’s sandbox: filtered calls, and processes of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const { app, home, executable, environment } = placeForOrdinaryUser(folder);
  const bench = await _electron.launch({
    executablePath: executable,
    chromiumSandbox: true,
    args: [app, `--user-data-dir=${join(home, 'user-data')}`, '--client=simulated'],
    cwd: home,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  try {
    await bench.firstWindow();
    const pids = await bench.evaluate(({ BrowserWindow, app: electron }) => ({
      page: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
      main: process.pid,
      arguments: process.argv.join(' '),
      path: electron.getAppPath(),
    }));
    expect(pids.arguments).not.toContain('--no-sandbox');
    expect(statusOf(pids.main, 'Uid')).not.toMatch(/^0\b/);
    expect(statusOf(pids.page, 'Seccomp')).toBe(SECCOMP_FILTER);
    expect(statusOf(pids.page, 'NSpid').split(/\s+/).length).toBeGreaterThan(1);
    expect(statusOf(pids.main, 'NSpid').split(/\s+/)).toHaveLength(1);
  } finally {
    await bench.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});
