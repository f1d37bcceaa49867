import { useCallback, useEffect, useState } from 'react';
import type { DoctorReport } from '../../../app/doctor/report.ts';
import type { Failure } from '../../../app/outcome.ts';
import type { SessionSnapshot } from '../../../app/session/session.ts';
import { bench } from '../../bench.ts';
import { useCommand } from '../../use-command.ts';

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
  const [isOpen, setIsOpen] = useState(false);
  const [report, setReport] = useState<DoctorReport>();
  const { run, isBusy, failure } = useCommand(() => bench().doctor.examine());
  const isNeeded = needsDoctor(session);

  const examine = useCallback((): void => {
    setIsOpen(true);
    void run().then((outcome) => {
      if (outcome.ok) setReport(outcome.value);
    });
  }, [run]);

  useEffect(() => {
    // Steam's refusal is the event that this answers; there is nothing to derive it from while rendering.
    if (isNeeded) queueMicrotask(examine);
  }, [isNeeded, examine]);

  return { isOpen, isBusy, report, failure, examine, close: () => setIsOpen(false) };
}

/** Whether Steam was asked and did not answer. */
export function needsDoctor({ state, client, fallback }: SessionSnapshot): boolean {
  return (state === 'failed' && client === 'steam') || fallback !== undefined;
}
