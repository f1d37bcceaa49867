import type { StepName, StepState } from '../../../../app/walk-through/walk-through.ts';
import type { LampState } from '../../../ui/lamp.tsx';

interface StepWords {
  readonly title: string;
  /** The function or callback, by Steam’s name. */
  readonly what: string;
  /** Who does it in a game: the player, or whoever checks them, which is a server or another player. */
  readonly who: 'player' | 'verifier';
}

export const stepWords: Readonly<Record<StepName, StepWords>> = {
  issue: { title: 'Ask for a ticket', what: 'GetAuthSessionTicket', who: 'player' },
  confirm: {
    title: 'Wait for Steam’s confirmation',
    what: 'GetAuthSessionTicketResponse 163',
    who: 'player',
  },
  begin: { title: 'Begin a session with it', what: 'BeginAuthSession', who: 'verifier' },
  verdict: { title: 'Wait for Steam’s verdict', what: 'ValidateAuthTicketResponse 143', who: 'verifier' },
  licence: { title: 'Check the licence', what: 'UserHasLicenseForApp', who: 'verifier' },
  cancel: { title: 'Cancel the ticket', what: 'CancelAuthTicket', who: 'player' },
  cancelVerdict: {
    title: 'Hear that it was cancelled',
    what: 'ValidateAuthTicketResponse 143',
    who: 'verifier',
  },
  end: { title: 'End the session', what: 'EndAuthSession', who: 'verifier' },
};

export const whoWords = { player: 'player', verifier: 'verifier' } as const;

export const stepLamps: Readonly<Record<StepState, { readonly lamp: LampState; readonly label: string }>> = {
  pending: { lamp: 'unknown', label: 'Not yet' },
  running: { lamp: 'busy', label: 'Under way' },
  done: { lamp: 'on', label: 'Done' },
  failed: { lamp: 'fault', label: 'Failed' },
  skipped: { lamp: 'off', label: 'Left out' },
};
