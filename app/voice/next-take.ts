/** A take that was asked for while the tail of the one before is still read: it begins when that is over. */
export interface NextTake<Begun> {
  isWaiting(): boolean;
  /** Resolves with what `begin` gives, or with what it is dropped for. */
  wait(begin: () => Begun): Promise<Begun>;
  /** The tail is over. Nothing happens where nothing waits. */
  begin(): void;
  /** It will not begin: the key was let go, or there is nothing to record with. */
  drop(instead: () => Begun): void;
}

export function createNextTake<Begun>(): NextTake<Begun> {
  let waiting: { readonly begin: () => Begun; readonly settle: (give: () => Begun) => void } | undefined;
  const end = (give: (begin: () => Begun) => Begun): void => {
    const ended = waiting;
    waiting = undefined;
    ended?.settle(() => give(ended.begin));
  };
  return {
    isWaiting: () => waiting !== undefined,
    wait: (begin) =>
      new Promise((resolve, reject) => {
        const settle = (give: () => Begun): void => {
          try {
            resolve(give());
          } catch (error) {
            // Whoever waits hears of a bug; the tail that is over does not.
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        };
        waiting = { begin, settle };
      }),
    begin: () => end((begin) => begin()),
    drop: (instead) => end(instead),
  };
}
