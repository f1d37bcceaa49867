import { AppWindow } from 'lucide-react';
import { openNextPlayer } from '../../stores/handshake.ts';
import { isSimulated, useSession } from '../../stores/session.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { useCommand } from '../../use-command.ts';
import styles from './handshake.module.css';

/** Where the other players come from. */
export function MorePlayers() {
  const isOnSimulator = isSimulated(useSession());
  return (
    <Section title="Who else plays" actions={isOnSimulator && <NewPlayerButton />}>
      {isOnSimulator ? (
        <p className={styles['words']}>
          Each window plays another simulated account, all on one simulated Steam. Host here, open a new
          window, and join from there. Simulated benches that were started apart do not know each other’s
          tickets.
        </p>
      ) : (
        <p className={styles['words']}>
          Each player needs a Steam account and a Steam client of their own, so usually a machine of their
          own. Start a bench on each with the same app id, open the meeting to the local network on one, and
          join from the others.
        </p>
      )}
    </Section>
  );
}

/** Opens a window in which another simulated account plays. */
export function NewPlayerButton() {
  const open = useCommand(openNextPlayer);
  return (
    <Button icon={AppWindow} isBusy={open.isBusy} onClick={() => void open.run()}>
      New window as another player
    </Button>
  );
}
