import { Command, Monitor, Moon, Sun } from 'lucide-react';
import { useIsLoggedOn } from '../stores/account.ts';
import { openOverlay } from '../stores/overlay.ts';
import { useSession } from '../stores/session.ts';
import { changeSettings, useTheme, type Theme } from '../stores/settings.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { Icon } from '../ui/icon.ts';
import { Keys } from '../ui/keys.tsx';
import { Lamp } from '../ui/lamp.tsx';
import { tooltip } from '../ui/tooltip.ts';
import { ClientMark } from './client-mark.tsx';
import { PumpReadout } from './pump-readout.tsx';
import { shortcuts } from './shortcuts.ts';
import { SteamIdReadout } from './steam-id-readout.tsx';
import styles from './top-bar.module.css';
import { nextTheme } from './window-actions.ts';

/** Whom the bench talks to, as whom, and how well: in sight whatever else is open. */
export function TopBar() {
  const session = useSession();
  const { appId, appIdSource, personaName, steamId } = session;
  return (
    <header className={styles['bar']}>
      <ClientMark session={session} />
      <dl className={styles['readouts']}>
        <div className={styles['readout']} {...tooltip(`App id, from: ${appIdSource}`)}>
          <dt className={styles['name']}>App</dt>
          <dd className={styles['value']}>{appId}</dd>
        </div>
        {personaName !== undefined && (
          <div className={styles['readout']}>
            <dt className={styles['name']}>User</dt>
            <dd className={styles['persona']}>{personaName}</dd>
          </div>
        )}
        {steamId !== undefined && (
          <div className={styles['readout']}>
            <dt className={styles['name']}>Steam id</dt>
            <dd>
              <SteamIdReadout steamId={steamId} />
            </dd>
          </div>
        )}
      </dl>
      <div className={styles['end']}>
        {session.state === 'connected' && <LoggedOn />}
        <PumpReadout />
        <Button
          icon={Command}
          hint="Every action by name"
          shortcut={shortcuts.palette}
          onClick={() => openOverlay('palette')}
        >
          <span className={styles['commands']}>Commands</span>
          <span aria-hidden>
            <Keys shortcut={shortcuts.palette} />
          </span>
        </Button>
        <ThemeButton />
      </div>
    </header>
  );
}

function LoggedOn() {
  const isLoggedOn = useIsLoggedOn();
  if (isLoggedOn === undefined) return <Lamp state="unknown" label="Logon not known" />;
  return isLoggedOn ? <Lamp state="on" label="Logged on" /> : <Lamp state="warning" label="Not logged on" />;
}

const themeIcons: Readonly<Record<Theme, Icon>> = { system: Monitor, light: Sun, dark: Moon };
const themeWords: Readonly<Record<Theme, string>> = { system: 'as the system', light: 'light', dark: 'dark' };

function ThemeButton() {
  const theme = useTheme();
  const next = nextTheme(theme);
  return (
    <IconButton
      icon={themeIcons[theme]}
      label={`Theme: ${themeWords[theme]}`}
      hint={`Theme: ${themeWords[theme]}. Next: ${themeWords[next]}.`}
      shortcut={shortcuts.theme}
      onClick={() => void changeSettings({ theme: next })}
    />
  );
}
