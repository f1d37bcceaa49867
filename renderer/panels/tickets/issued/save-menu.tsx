import { Menu } from '@base-ui/react/menu';
import { Download } from 'lucide-react';
import { saveTicket } from '../../../stores/tickets.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import styles from './save-menu.module.css';

const kinds = [
  { encoding: 'bytes', label: 'As bytes', file: '.bin' },
  { encoding: 'hex', label: 'As hex', file: '.txt' },
  { encoding: 'base64', label: 'As Base64', file: '.txt' },
] as const;

export interface SaveMenuProps {
  readonly number: number;
  readonly disabled: boolean;
}

/** Saves a ticket to a file, in one of three ways. */
export function SaveMenu({ number, disabled }: SaveMenuProps) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger disabled={disabled} render={<IconButton icon={Download} label="Save to a file" />} />
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" className={styles['positioner']}>
          <Menu.Popup className={styles['popup']}>
            {kinds.map(({ encoding, label, file }) => (
              <Menu.Item
                key={encoding}
                className={styles['item']}
                onClick={() => void saveTicket(number, encoding)}
              >
                <span>{label}</span>
                <code className={styles['file']}>{file}</code>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
