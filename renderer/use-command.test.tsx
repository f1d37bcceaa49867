// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fail, succeed, type Outcome } from '../app/outcome.ts';
import { useCommand } from './use-command.ts';

describe('useCommand', () => {
  it('is busy while the command is under way, and runs it once at a time', async () => {
    let finish: (outcome: Outcome<number>) => void = () => undefined;
    const command = vi.fn(() => new Promise<Outcome<number>>((resolve) => (finish = resolve)));
    const { result } = renderHook(() => useCommand(command));
    let runs: Promise<Outcome<number>>[] = [];
    act(() => void (runs = [result.current.run(), result.current.run()]));
    expect(result.current.isBusy).toBe(true);
    expect(command).toHaveBeenCalledTimes(1);
    await act(async () => {
      finish(succeed(7));
      expect(await Promise.all(runs)).toEqual([succeed(7), succeed(7)]);
    });
    expect(result.current.isBusy).toBe(false);
  });

  it('keeps a failure until the next run or until it is dismissed', async () => {
    const { result } = renderHook(() => useCommand(() => Promise.resolve(fail('not-connected'))));
    await act(() => result.current.run());
    expect(result.current.failure?.code).toBe('not-connected');
    act(() => result.current.dismiss());
    expect(result.current.failure).toBeUndefined();
  });
});
