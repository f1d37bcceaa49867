import type { Failure } from '../outcome.ts';
import type { AppIdSource } from '../session/session.ts';
import type { DoctorReport } from './report.ts';

/** What the bench knows when it asks the process why Steam cannot be reached. */
export interface DoctorQuestion {
  readonly appId: number;
  readonly appIdSource: AppIdSource;
  /** Why the last connect to Steam failed. */
  readonly lastFailure: Failure | undefined;
  readonly isConnectedNatively: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Looks at this machine; never rejects. */
export type Examine = (question: DoctorQuestion) => Promise<DoctorReport>;
