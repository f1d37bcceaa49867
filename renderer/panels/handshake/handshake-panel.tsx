import { LogOut } from 'lucide-react';
import { leaveMeeting, useHandshake } from '../../stores/handshake.ts';
import { isSimulated, useSession } from '../../stores/session.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { PanelPage } from '../../ui/panel-page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useCommand } from '../../use-command.ts';
import { PanelBody } from '../panel-body.tsx';
import { BeforeMeeting } from './before-meeting.tsx';
import styles from './handshake.module.css';
import { MeetingView } from './meeting-view.tsx';
import { NewPlayerButton } from './more-players.tsx';

/** Benches that meet: each gives the others tickets and checks theirs. */
export function HandshakePanel() {
  const session = useSession();
  const meeting = useHandshake();
  const leave = useCommand(leaveMeeting);
  const isMet = meeting.state === 'hosting' || meeting.state === 'joined';

  return (
    <PanelPage
      title="Handshake"
      summary="Benches meet and check each other’s tickets."
      actions={
        <div className={styles['actions']}>
          {isSimulated(session) && <Tag tone="simulated">Simulated</Tag>}
          {meeting.state === 'hosting' && meeting.isSimulated && <NewPlayerButton />}
          {isMet && (
            <Button
              icon={LogOut}
              isBusy={leave.isBusy}
              hint="Cancels the tickets given out, ends the sessions begun, says goodbye."
              onClick={() => void leave.run()}
            >
              {meeting.state === 'hosting' ? 'End meeting' : 'Leave'}
            </Button>
          )}
        </div>
      }
    >
      <PanelBody>
        {leave.failure !== undefined && <FailureNote failure={leave.failure} onDismiss={leave.dismiss} />}
        {isMet ? <MeetingView meeting={meeting} /> : <BeforeMeeting meeting={meeting} />}
      </PanelBody>
    </PanelPage>
  );
}
