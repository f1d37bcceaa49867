import { useEffect } from 'react';
import { create } from 'zustand';
import type { DoctorReport } from '../../../app/doctor/report.ts';
import type { Failure, Outcome } from '../../../app/outcome.ts';
import type { SessionSnapshot } from '../../../app/session/session.ts';
import { bench } from '../../bench.ts';
import { useCommand } from '../../use-command.ts';

/** Outlives the panel: a doctor that was closed stays closed, and a report stays on view. */
interface DoctorState {
  readonly isOpen: boolean;
  readonly report: DoctorReport | undefined;
  /** What it last opened for by itself. */
  readonly cause: Failure | string | undefined;
}

const store = create<DoctorState>()(() => ({ isOpen: false, report: undefined, cause: undefined }));

export interface Doctor {
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  /** The last report; it stays on view while the next one is made. */
  readonly report: DoctorReport | undefined;
  readonly failure: Failure | undefined;
  /** Opens the doctor and looks at everything. */
  readonly examine: () => void;
  readonly close: () => void;
}

/** The init doctor: opens by itself when Steam did not answer, and whenever it is asked. */
export function useDoctor(session: SessionSnapshot): Doctor {
  const { isOpen, report } = store();
  const { run, isBusy, failure } = useCommand(examineAll);
  const cause = causeOf(session);
  const isConnecting = session.state === 'connecting';

  useEffect(() => {
    // An attempt that is under way has no cause yet: what is on view stays until it is decided.
    if (isConnecting || cause === store.getState().cause) return;
    // Connected after all: what was found is no longer so.
    store.setState({ cause, isOpen: cause !== undefined });
    if (cause !== undefined) void run();
  }, [cause, isConnecting, run]);

  return {
    isOpen,
    isBusy,
    report,
    failure,
    examine: () => void run(),
    close: () => store.setState({ isOpen: false }),
  };
}

async function examineAll(): Promise<Outcome<DoctorReport>> {
  store.setState({ isOpen: true });
  const outcome = await bench().doctor.examine();
  if (outcome.ok) store.setState({ report: outcome.value });
  return outcome;
}

/**
 * Why Steam did not answer, where it was asked.
 *
 * Each failed attempt is a cause of its own, even if its words are the same; a fallback stays one cause for as long as the
 * simulator stands in.
 */
function causeOf({ state, client, failure, fallback }: SessionSnapshot): Failure | string | undefined {
  if (state === 'failed') return client === 'steam' ? failure : undefined;
  return fallback?.message;
}
