import type { SteamIdText } from '../steam/steam-id.ts';

/** The steps of the authentication flow, in their order. */
export const stepNames = [
  'issue',
  'confirm',
  'begin',
  'verdict',
  'licence',
  'cancel',
  'cancelVerdict',
  'end',
] as const;
export type StepName = (typeof stepNames)[number];

export type StepState = 'pending' | 'running' | 'done' | 'failed' | 'skipped';

/** One step: what was asked, what Steam answered, and the time it took. */
export interface WalkStep {
  readonly name: StepName;
  readonly state: StepState;
  readonly startedAt?: number;
  readonly tookMs?: number;
  /** What Steam answered, by its name: `EResult 1 OK`. Never ticket bytes. */
  readonly answer?: string;
  /** What it means, in one sentence. */
  readonly meaning?: string;
  /** Seq of the journal entry that holds it. */
  readonly seq?: number;
}

/** The whole flow of a ticket, once through: own ticket, own session. */
export interface WalkThrough {
  readonly state: 'idle' | 'running' | 'succeeded' | 'failed' | 'stopped';
  readonly steps: readonly WalkStep[];
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly steamId?: SteamIdText;
  readonly isSimulated: boolean;
}

export const idleWalkThrough: WalkThrough = {
  state: 'idle',
  steps: stepNames.map((name) => ({ name, state: 'pending' })),
  isSimulated: false,
};
