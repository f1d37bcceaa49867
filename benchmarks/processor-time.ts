import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second there, whatever the kernel's own tick. */
const TICKS_PER_SECOND = 100;

interface Usage {
  readonly parent: number;
  readonly ticks: number;
}

/** What Chromium starts a process for, as its command line says. */
export type ProcessType = 'renderer' | 'gpu-process';

/**
 * Processor time that a process and all its descendants have used so far, or those of certain types. Linux only.
 */
export function processorSeconds(pid: number, types?: readonly ProcessType[]): number {
  const usages = new Map<number, Usage>();
  for (const name of readdirSync('/proc')) {
    const usage = /^\d+$/.test(name) ? readUsage(name) : undefined;
    if (usage !== undefined) usages.set(Number(name), usage);
  }
  const isOf = (candidate: number): boolean => {
    for (let at: number | undefined = candidate; at !== undefined && at > 1; at = usages.get(at)?.parent) {
      if (at === pid) return true;
    }
    return false;
  };
  let ticks = 0;
  for (const [candidate, usage] of usages) {
    if (isOf(candidate) && (types === undefined || isOfType(candidate, types))) ticks += usage.ticks;
  }
  return ticks / TICKS_PER_SECOND;
}

function readUsage(name: string): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold anything, so count from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    // It has ended since the folder was read.
    return undefined;
  }
}

function isOfType(pid: number, types: readonly ProcessType[]): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/);
    return types.some((type) => words.includes(`--type=${type}`));
  } catch {
    return false;
  }
}
