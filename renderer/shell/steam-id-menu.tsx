import { Menu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import { steamIdForms } from '../../app/steam/steam-id.ts';
import { copyText } from '../stores/desktop.ts';
import { iconProps } from '../ui/icon.ts';
import styles from './steam-id-menu.module.css';

export interface SteamIdMenuProps {
  readonly steamId: string;
  readonly className?: string | undefined;
}

/** Every written form of a Steam id, to copy. */
export function SteamIdMenu({ steamId, className }: SteamIdMenuProps) {
  const forms = steamIdForms(steamId);
  if (forms === undefined) return null;
  const items = [
    { name: 'Steam64', text: forms.steam64 },
    { name: 'Steam3', text: forms.steam3 },
    ...(forms.steam2 === undefined ? [] : [{ name: 'Steam2', text: forms.steam2 }]),
    { name: 'Account id', text: String(forms.accountId) },
  ];
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={className} aria-label="Other forms of the Steam id">
        <ChevronDown {...iconProps} size={12} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className={styles['positioner']}>
          <Menu.Popup className={styles['popup']}>
            {items.map(({ name, text }) => (
              <Menu.Item key={name} className={styles['item']} onClick={() => void copyText(text, name)}>
                <span className={styles['name']}>{name}</span>
                <code className={styles['text']}>{text}</code>
                <span className={styles['hint']}>Copy</span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
