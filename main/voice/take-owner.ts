import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { playbackLimits } from '../../app/voice/playback-limits.ts';

/** What is asked of the system about processes; apart for tests. */
export interface ProcessTable {
  readonly pid: number;
  isRunning(pid: number): boolean;
  /** Of no other process, ever; undefined where the system does not tell without being asked by a program of its own. */
  startOf(pid: number): string | undefined;
  /** Milliseconds since 1970, by the system’s clock. */
  bootedAt(): number;
  now(): number;
}

/** Who writes a take: the number of a process is given to another one when it is gone. */
interface TakeOwner {
  readonly pid: number;
  readonly processStart?: string | undefined;
  readonly bootedAt: number;
  readonly since: number;
}

/** The clock may have been set meanwhile; between two starts of a system lies more than that. */
const BOOT_TOLERANCE_MS = 30_000;

/** No take is written for as long, its tail and its decoding included. */
const LONGEST_WRITING_MS = 2 * 60_000 * playbackLimits.longestTakeMinutes.maximum;

export const systemProcesses: ProcessTable = {
  pid: process.pid,
  isRunning,
  startOf,
  bootedAt: () => Date.now() - 1000 * uptime(),
  now: () => Date.now(),
};

/** What is noted with a take that this process begins. */
export function thisOwner(table: ProcessTable): TakeOwner {
  const processStart = table.startOf(table.pid);
  return { pid: table.pid, processStart, bootedAt: table.bootedAt(), since: table.now() };
}

/**
 * Whether the process that a note tells of still writes its take; this process does not, it knows its own.
 *
 * On Linux by when that process started. Elsewhere a process of that number may be another one: it is if the system was
 * started since, or if no take could take so long. Notes of older benches have the number alone.
 */
export function isWrittenBy(note: unknown, table: ProcessTable): boolean {
  if (typeof note !== 'object' || note === null) return false;
  const { pid, processStart, bootedAt, since }: Partial<Record<keyof TakeOwner, unknown>> = note;
  if (typeof pid !== 'number' || pid === table.pid || !table.isRunning(pid)) return false;
  const start = table.startOf(pid);
  if (start !== undefined && typeof processStart === 'string') return start === processStart;
  if (typeof bootedAt === 'number' && Math.abs(table.bootedAt() - bootedAt) > BOOT_TOLERANCE_MS) return false;
  return typeof since !== 'number' || table.now() - since <= LONGEST_WRITING_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The start of the system, which has an id, and that of the process since then, in ticks: see proc(5). */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold spaces and brackets itself.
    const ticks = line.slice(line.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? undefined : `${boot} ${ticks}`;
  } catch {
    return undefined;
  }
}
