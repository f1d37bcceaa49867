import { LogOut, Plug, Unplug } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { bench } from '../bench.ts';
import { useLeaving, type Leaving } from '../stores/leaving.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Icon } from '../ui/icon.ts';

const words: Readonly<
  Record<Leaving['what'], { readonly begin: string; readonly goOn: string; readonly icon: Icon }>
> = {
  close: { begin: 'Leaving', goOn: 'leave', icon: LogOut },
  disconnect: { begin: 'Disconnecting', goOn: 'disconnect', icon: Unplug },
  connect: { begin: 'Connecting anew', goOn: 'connect', icon: Plug },
};

/** Asked before live tickets and open sessions are taken back by something else. */
export function LeaveDialog({ onClose }: { readonly onClose: () => void }) {
  const { what, liveTickets, openSessions, goOn } = useLeaving();
  const stay = useRef<HTMLButtonElement>(null);
  const { begin, goOn: act, icon } = words[what];
  useEffect(() => {
    if (what !== 'close') return undefined;
    // However the question goes, it no longer stands. Where the user leaves, that is decided already.
    return () => void bench().desktop.stay();
  }, [what]);
  const label = `${liveTickets > 0 ? 'Cancel' : 'End'} them and ${act}`;
  const parts = [count(liveTickets, 'live ticket'), count(openSessions, 'open session')];
  return (
    <Dialog
      title={`There ${liveTickets + openSessions === 1 ? 'is' : 'are'} ${parts.filter((part) => part !== undefined).join(' and ')}`}
      isOpen
      onClose={onClose}
      initialFocus={stay}
      summary={`${begin} cancels the tickets and ends the sessions: whoever checks one of these tickets is told so.`}
      actions={
        <>
          <Button ref={stay} onClick={onClose}>
            Stay
          </Button>
          <Button
            kind="danger"
            icon={icon}
            onClick={() => {
              onClose();
              if (goOn === undefined) void bench().desktop.leave();
              else goOn();
            }}
          >
            {label}
          </Button>
        </>
      }
    />
  );
}

function count(number: number, noun: string): string | undefined {
  if (number === 0) return undefined;
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
