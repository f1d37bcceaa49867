import { Stethoscope } from 'lucide-react';
import { useSession } from '../../stores/session.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { PanelPage } from '../../ui/panel-page.tsx';
import { Section } from '../../ui/section.tsx';
import { PanelBody } from '../panel-body.tsx';
import { ConnectionForm } from './connection-form.tsx';
import styles from './connection.module.css';
import { DoctorSection } from './doctor-section.tsx';
import { SessionFacts } from './session-facts.tsx';
import { useConnectionForm } from './use-connection-form.ts';
import { useDoctor } from './use-doctor.ts';

/** Which client, as which app; and where that fails, why. */
export function ConnectionPanel() {
  const session = useSession();
  const form = useConnectionForm();
  const doctor = useDoctor(session);
  const { state, client, failure, fallback } = session;
  /** Whoever could not connect wants to know why before anything else; nothing moves while they try again. */
  const isWithoutSteam =
    fallback !== undefined || (client === 'steam' && (state === 'failed' || state === 'connecting'));
  const isDoctorFirst = doctor.isOpen && isWithoutSteam;
  const isRunningSimulated = state === 'connected' && client === 'simulated';

  const goOnSimulated = (): void => {
    if (isRunningSimulated) doctor.close();
    else void form.connectTo('simulated');
  };

  const doctorSection = doctor.isOpen && (
    <DoctorSection
      doctor={doctor}
      actions={
        <>
          <Button
            kind={isDoctorFirst && !isRunningSimulated ? 'primary' : 'normal'}
            isBusy={form.isConnecting}
            onClick={() => void form.connectTo('steam')}
          >
            Try again
          </Button>
          <Button onClick={goOnSimulated} disabled={form.isConnecting}>
            Go on simulated
          </Button>
        </>
      }
    />
  );

  return (
    <PanelPage
      title="Connection"
      summary="Which Steam client the bench talks to, and as which app."
      actions={
        <Button icon={Stethoscope} onClick={doctor.examine} isBusy={doctor.isBusy}>
          Init doctor
        </Button>
      }
    >
      <PanelBody>
        {/* What breaks later concerns every panel: the shell tells it. */}
        {state === 'failed' && failure !== undefined && <FailureNote failure={failure} />}
        {form.failure !== undefined && <FailureNote failure={form.failure} onDismiss={form.dismissFailure} />}
        {isDoctorFirst && doctorSection}
        <div className={styles['sections']}>
          <Section title="Client and app">
            <ConnectionForm form={form} isNextStep={!isDoctorFirst} />
          </Section>
          <Section title="Session">
            <SessionFacts session={session} />
          </Section>
        </div>
        {!isDoctorFirst && doctorSection}
      </PanelBody>
    </PanelPage>
  );
}
