import { useSession } from './session.ts';
import { useTalkFailure } from './talk.ts';
import { useVoice } from './voice.ts';

/**
 * Where recording stands, as far as a word goes.
 *
 * `refused`: the last take did not begin, or Steam ended it by its answer. `stop-failed`: it began, and the call that
 * should have ended it failed.
 */
export type TalkStanding = 'no-client' | 'recording' | 'stopping' | 'refused' | 'stop-failed' | 'ready';

/** The same for whoever shows it; drawn anew when it changes, not with the beats of a take. */
export function useTalkStanding(): TalkStanding {
  const { state } = useSession();
  const recorder = useVoice((voice) => voice.recorder);
  const isRefusedBySteam = useVoice(({ live, last }) => (live ?? last)?.refusal !== undefined);
  const failure = useTalkFailure();
  if (recorder !== 'idle') return recorder;
  if (state !== 'connected') return 'no-client';
  if (isRefusedBySteam || failure?.of === 'start') return 'refused';
  return failure?.of === 'stop' ? 'stop-failed' : 'ready';
}
