import type { HandshakeState } from '../../../app/handshake/handshake.ts';
import { MeetingFacts } from './meeting-facts.tsx';
import { MeetingTable } from './meeting-table.tsx';
import { RefusalList } from './refusal-list.tsx';

export interface MeetingViewProps {
  readonly meeting: HandshakeState;
}

/** A meeting that goes on. */
export function MeetingView({ meeting }: MeetingViewProps) {
  return (
    <>
      <MeetingFacts meeting={meeting} />
      <MeetingTable players={meeting.players} findings={meeting.findings} />
      {meeting.state === 'hosting' && <RefusalList refusals={meeting.refusals} />}
    </>
  );
}
