import type { HandshakeState } from '../../../app/handshake/handshake.ts';
import { MeetingFacts } from './meeting-facts.tsx';
import { PlayerTable } from './player-table.tsx';
import { RefusalList } from './refusal-list.tsx';
import { VerdictMatrix } from './verdict-matrix.tsx';

export interface MeetingViewProps {
  readonly meeting: HandshakeState;
}

/** A meeting that goes on. */
export function MeetingView({ meeting }: MeetingViewProps) {
  return (
    <>
      <MeetingFacts meeting={meeting} />
      <PlayerTable players={meeting.players} />
      <VerdictMatrix players={meeting.players} findings={meeting.findings} />
      {meeting.state === 'hosting' && <RefusalList refusals={meeting.refusals} />}
    </>
  );
}
