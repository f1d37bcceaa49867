/** What holds the talk key down: a key or a pointer, which are let go, or the latch, which stays. */
export type Hand = 'key' | 'pointer' | 'latch';

export type StopReason = 'stopped' | 'window-left';

export interface TalkCommands {
  start(): void;
  stop(why: StopReason): void;
  /** Told of every change. */
  changed(hands: readonly Hand[]): void;
}

/** Several hands on one switch: the first one starts, the last one that lets go stops. */
export interface TalkHands {
  press(hand: Hand): void;
  release(hand: Hand): void;
  /** The window lost focus or was hidden: nobody can tell any more whether a key is down. The latch stays. */
  leave(): void;
  /** The page ends, and the latch with it. */
  end(): void;
  /** Recording ended by itself, or did not begin: all let go, and nothing is stopped. */
  drop(): void;
}

export function createTalkHands(commands: TalkCommands): TalkHands {
  let hands: readonly Hand[] = [];

  const hold = (next: readonly Hand[], why: StopReason): void => {
    const before = hands;
    if (next.length === before.length) return;
    hands = next;
    commands.changed(hands);
    if (before.length === 0) commands.start();
    else if (next.length === 0) commands.stop(why);
  };

  return {
    press: (hand) => hold(hands.includes(hand) ? hands : [...hands, hand], 'stopped'),
    release: (hand) =>
      hold(
        hands.filter((each) => each !== hand),
        'stopped',
      ),
    leave: () =>
      hold(
        hands.filter((each) => each === 'latch'),
        'window-left',
      ),
    end: () => hold([], 'window-left'),
    drop() {
      if (hands.length === 0) return;
      hands = [];
      commands.changed(hands);
    },
  };
}
