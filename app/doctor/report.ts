/** What a check of the init doctor found. `skipped`: an earlier failure makes it meaningless. */
export type CheckStatus = 'passed' | 'failed' | 'unknown' | 'skipped';

export type CheckName =
  'platform' | 'library' | 'clientModule' | 'steamRunning' | 'appId' | 'valveMessage' | 'interfaceVersion';

/** One line of the init doctor. */
export interface Check {
  readonly name: CheckName;
  readonly title: string;
  readonly status: CheckStatus;
  /** What was found, with names and places. */
  readonly found: string;
  /** What that means. */
  readonly meaning: string;
  /** What to do about it, where something is to be done. */
  readonly remedy?: string;
}

/** All checks, in the order in which initialisation passes them. */
export interface DoctorReport {
  readonly checks: readonly Check[];
  readonly examinedAt: number;
}
