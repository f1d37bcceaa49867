import type { TalkStanding } from '../stores/talk-standing.ts';
import type { LampState } from '../ui/lamp.tsx';

/**
 * Where recording stands as a lamp, beside the talk button and in the navigation.
 *
 * Beside a failure that stands nothing is called ready. Not in red: of these lamps that one is of recording.
 */
export const talkLamps: Readonly<
  Record<TalkStanding, { readonly state: LampState; readonly label: string }>
> = {
  'no-client': { state: 'off', label: 'No client' },
  recording: { state: 'fault', label: 'Recording' },
  stopping: { state: 'busy', label: 'Waiting for Steam’s tail' },
  refused: { state: 'warning', label: 'Refused' },
  'stop-failed': { state: 'warning', label: 'Stop failed' },
  ready: { state: 'on', label: 'Ready' },
};
