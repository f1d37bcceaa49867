/** When to look next for waits that are over: every tick asks, and most of the time nothing is due. */
export interface Deadlines {
  add(deadline: number): void;
  /** Replaces all. */
  set(waits: readonly { readonly deadline: number }[]): void;
  /** Whether one may be over. It may also have ended otherwise in the meantime. */
  isDue(at: number): boolean;
}

export function createDeadlines(): Deadlines {
  let next = Infinity;
  return {
    add(deadline) {
      next = Math.min(next, deadline);
    },
    set(waits) {
      next = waits.reduce((earliest, { deadline }) => Math.min(earliest, deadline), Infinity);
    },
    isDue: (at) => at >= next,
  };
}
