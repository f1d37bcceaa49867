import { ClipboardCopy, RefreshCw, Stethoscope, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Check, CheckStatus } from '../../../app/doctor/report.ts';
import { copyText } from '../../stores/desktop.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Lamp, type LampState } from '../../ui/lamp.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './doctor.module.css';
import { checkWords, doctorReportText, doctorSummary } from './doctor-text.ts';
import type { Doctor } from './use-doctor.ts';

const lamps: Readonly<Record<CheckStatus, LampState>> = {
  passed: 'on',
  failed: 'fault',
  unknown: 'unknown',
  skipped: 'off',
};

export interface DoctorSectionProps {
  readonly doctor: Doctor;
  /** Try again, go on simulated. */
  readonly actions: ReactNode;
}

/** What initialisation needs, check by check, and what to do about what is missing. */
export function DoctorSection({ doctor, actions }: DoctorSectionProps) {
  const { report, isBusy, failure } = doctor;
  return (
    <Section
      title="Init doctor"
      note={report === undefined ? 'What initialisation needs, in its order.' : doctorSummary(report)}
      isFlush
      actions={
        <>
          {actions}
          <IconButton icon={RefreshCw} label="Examine again" isBusy={isBusy} onClick={doctor.examine} />
          <IconButton
            icon={ClipboardCopy}
            label="Copy report"
            disabled={report === undefined}
            onClick={() => report !== undefined && void copyText(doctorReportText(report), 'Report')}
          />
          <IconButton icon={X} label="Close the init doctor" onClick={doctor.close} />
        </>
      }
    >
      {failure !== undefined && (
        <div className={styles['failure']}>
          <FailureNote failure={failure} />
        </div>
      )}
      {report !== undefined && (
        <ol className={styles['checks']} aria-busy={isBusy}>
          {report.checks.map((check) => (
            <CheckRow key={check.name} check={check} />
          ))}
        </ol>
      )}
      {report === undefined && isBusy && (
        <EmptyState title="Examining…" icon={Stethoscope}>
          Platform, library, Steam client, app id and interface version are looked at in this order.
        </EmptyState>
      )}
    </Section>
  );
}

function CheckRow({ check }: { readonly check: Check }) {
  return (
    <li className={styles['check']} data-status={check.status}>
      <div className={styles['subject']}>
        <Lamp state={lamps[check.status]} label={check.title} />
      </div>
      <div className={styles['words']}>
        <p>
          {check.found} <span className={styles['meaning']}>{check.meaning}</span>
        </p>
        {check.remedy !== undefined && (
          <p className={styles['remedy']}>
            <strong>What to do:</strong> {check.remedy}
          </p>
        )}
      </div>
      <span className={styles['status']}>{checkWords[check.status]}</span>
    </li>
  );
}
