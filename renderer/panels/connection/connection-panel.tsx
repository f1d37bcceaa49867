import { Stethoscope } from 'lucide-react';
import { useSession } from '../../stores/session.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { PanelPage } from '../../ui/panel-page.tsx';
import { Section } from '../../ui/section.tsx';
import { Columns, PanelBody } from '../panel-body.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { DoctorSection } from './doctor-section.tsx';
import { SessionFacts } from './session-facts.tsx';
import { useConnectionForm } from './use-connection-form.ts';
import { needsDoctor, useDoctor } from './use-doctor.ts';

/** Which client, as which app; and where that fails, why. */
export function ConnectionPanel() {
  const session = useSession();
  const form = useConnectionForm();
  const doctor = useDoctor(session);
  const { state, client, failure, fallback } = session;
  const hasFailed = state === 'failed';
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
          <Button isBusy={form.isConnecting} onClick={() => void form.connectTo('steam')}>
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
        {failure !== undefined && (
          <FailureNote
            failure={failure}
            actions={
              state === 'connected' && (
                <Button isBusy={form.isConnecting} onClick={() => void form.connectTo(client)}>
                  Reconnect
                </Button>
              )
            }
          />
        )}
        {form.failure !== undefined && <FailureNote failure={form.failure} onDismiss={form.dismissFailure} />}
        {fallback !== undefined && (
          <Banner tone="warning" title="Steam did not answer, so the simulator stands in.">
            {fallback.message} {fallback.remedy}
          </Banner>
        )}
        {/* Whoever has just failed to connect wants to know why before anything else. */}
        {hasFailed && needsDoctor(session) && doctorSection}
        <Columns>
          <Section title="Client and app">
            <ConnectionForm form={form} />
          </Section>
          <Section title="Session">
            <SessionFacts session={session} />
          </Section>
        </Columns>
        {!(hasFailed && needsDoctor(session)) && doctorSection}
      </PanelBody>
    </PanelPage>
  );
}
