import type { Refusal } from './handshake.ts';
import type { Room } from './room.ts';

/** One end of a meeting: the host of it or a guest in it. */
export interface Side {
  /** Undefined for a guest who has not been let in yet. */
  room(): Room | undefined;
  /** Newest first; a guest has none. */
  refusals(): readonly Refusal[];
  tick(now: number): void;
  /** Gives back what it holds, says goodbye, and closes its lines. Leaving twice is allowed. */
  leave(): void;
}
