import { Plug } from 'lucide-react';
import type { HandshakeState } from '../../../app/handshake/handshake.ts';
import { useSession } from '../../stores/session.ts';
import { openPanel } from '../../stores/settings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Columns } from '../panel-body.tsx';
import { HostForm } from './host-form.tsx';
import { JoinForm } from './join-form.tsx';
import { MorePlayers } from './more-players.tsx';

export interface BeforeMeetingProps {
  readonly meeting: HandshakeState;
}

/** Where there is no meeting yet: host one or join one. */
export function BeforeMeeting({ meeting }: BeforeMeetingProps) {
  const isConnected = useSession().state === 'connected';
  return (
    <>
      {meeting.ending !== undefined && (
        <Banner tone="warning" title="The meeting is over">
          {meeting.ending}
        </Banner>
      )}
      {!isConnected && (
        <Banner
          tone="info"
          title="No client is connected"
          actions={
            <Button icon={Plug} onClick={() => openPanel('connection')}>
              Open Connection
            </Button>
          }
        >
          Tickets come from Steam: connect first, to Steam or to the simulator.
        </Banner>
      )}
      <Columns>
        <HostForm isConnected={isConnected} state={meeting.state} />
        <JoinForm isConnected={isConnected} state={meeting.state} />
      </Columns>
      {isConnected && <MorePlayers />}
    </>
  );
}
