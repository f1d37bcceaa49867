import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { measureBurst } from './burst.ts';
import { measureCallback } from './callback.ts';
import { measureIdle } from './idle.ts';
import { measureNativeCall } from './native-call.ts';
import { measurePageCall } from './page-call.ts';
import { markdownTable, type Finding } from './report.ts';
import { projectRoot, type Runtime } from './running-app.ts';
import { measureStartUp } from './start-up.ts';
import { measureVoiceCodec } from './voice-codec.ts';
import { measureVoiceLatency } from './voice-latency.ts';
import { measureVoicePoll } from './voice-poll.ts';
import { measureVoiceSink } from './voice-sink.ts';
import { measureVoiceWaveform } from './voice-waveform.ts';

const benchmarks = {
  'native-call': measureNativeCall,
  callback: measureCallback,
  'page-call': measurePageCall,
  burst: measureBurst,
  'start-up': measureStartUp,
  idle: measureIdle,
  'voice-waveform': measureVoiceWaveform,
  'voice-latency': measureVoiceLatency,
  'voice-sink': measureVoiceSink,
  'voice-poll': measureVoicePoll,
  'voice-codec': measureVoiceCodec,
} satisfies Record<string, (runtime: Runtime) => Promise<Finding>>;

const names = Object.keys(benchmarks) as (keyof typeof benchmarks)[];

export interface SuiteParts {
  readonly runtime: Runtime;
  readonly flags: readonly string[];
}

/** Runs the benchmarks one after another and prints what they found. Answers the exit code: 2 where a name is no benchmark’s. */
export async function runSuite({ runtime, flags }: SuiteParts): Promise<number> {
  const only = chosen(flags);
  const unknown = only.filter((name) => !isBenchmark(name));
  if (unknown.length > 0) {
    process.stderr.write(`No benchmark “${unknown.join(', ')}”: ${names.join(', ')}.\n`);
    return 2;
  }
  const findings: Finding[] = [];
  const broken: { readonly name: string; readonly error: string }[] = [];
  for (const name of names.filter((each) => only.includes(each))) {
    process.stderr.write(`${name} …\n`);
    try {
      findings.push(await benchmarks[name](runtime));
    } catch (error) {
      broken.push({ name, error: error instanceof Error ? error.message : String(error) });
    }
  }

  const results = {
    machine: `${availableParallelism()} cores, shared`,
    findings,
    broken,
  };
  const json = `${JSON.stringify(results, undefined, 2)}\n`;
  const folder = join(projectRoot, 'build', 'benchmarks');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'results.json'), json);
  process.stdout.write(`\n${markdownTable(findings)}\n${results.machine}\n\n${json}`);
  for (const { name, error } of broken) process.stderr.write(`${name} could not run: ${error}\n`);

  const isMissed = findings.some(({ row }) => !row.isMet);
  return broken.length > 0 || (isMissed && flags.includes('--check')) ? 1 : 0;
}

/** The names that were asked for, whether there is such a benchmark or not; all of them where none was. */
function chosen(flags: readonly string[]): readonly string[] {
  const prefix = '--only=';
  const only = flags.find((flag) => flag.startsWith(prefix));
  return only === undefined ? names : only.slice(prefix.length).split(',');
}

function isBenchmark(name: string): boolean {
  return Object.hasOwn(benchmarks, name);
}
