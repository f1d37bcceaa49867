import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Outcome } from '../app/outcome.ts';

export interface RunningCommand<Input extends readonly unknown[], Value> {
  /** Runs it; while it is under way a second run answers the first one's outcome. */
  readonly run: (...input: Input) => Promise<Outcome<Value>>;
  readonly isBusy: boolean;
  /** Why the last run failed; undefined again as soon as the next one starts. */
  readonly failure: Failure | undefined;
  readonly dismiss: () => void;
}

/**
 * A command of the bench, for a component: run it, know that it is under way, show why it failed.
 *
 * A command that throws is a bug and goes on as one.
 */
export function useCommand<Input extends readonly unknown[], Value>(
  command: (...input: Input) => Promise<Outcome<Value>>,
): RunningCommand<Input, Value> {
  const latest = useRef(command);
  const running = useRef<Promise<Outcome<Value>>>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  useEffect(() => {
    latest.current = command;
  });

  const run = useCallback((...input: Input): Promise<Outcome<Value>> => {
    if (running.current !== undefined) return running.current;
    const start = async (): Promise<Outcome<Value>> => {
      setIsBusy(true);
      setFailure(undefined);
      try {
        const outcome = await latest.current(...input);
        if (!outcome.ok) setFailure(outcome.error);
        return outcome;
      } finally {
        running.current = undefined;
        setIsBusy(false);
      }
    };
    running.current = start();
    return running.current;
  }, []);

  const dismiss = useCallback(() => setFailure(undefined), []);
  return { run, isBusy, failure, dismiss };
}
