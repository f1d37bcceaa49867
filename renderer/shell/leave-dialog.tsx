import { LogOut } from 'lucide-react';
import { bench } from '../bench.ts';
import { useLeaving } from '../stores/leaving.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Asked before a window with live tickets or sessions is closed. */
export function LeaveDialog({ onClose }: { readonly onClose: () => void }) {
  const { liveTickets, openSessions } = useLeaving();
  const what = [count(liveTickets, 'live ticket'), count(openSessions, 'open session')]
    .filter((part) => part !== undefined)
    .join(' and ');
  return (
    <Dialog
      title={`There ${liveTickets + openSessions === 1 ? 'is' : 'are'} ${what}`}
      isOpen
      onClose={onClose}
      summary="Leaving cancels the tickets and ends the sessions: whoever checks one of these tickets is told so."
      actions={
        <>
          <Button onClick={onClose}>Stay</Button>
          <Button kind="danger" icon={LogOut} onClick={() => void bench().desktop.leave()}>
            Cancel them and leave
          </Button>
        </>
      }
    >
      {undefined}
    </Dialog>
  );
}

function count(number: number, noun: string): string | undefined {
  if (number === 0) return undefined;
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
