import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { changeSettings, openPanel, useSettings } from '../stores/settings.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { iconProps } from '../ui/icon.ts';
import { Lamp } from '../ui/lamp.tsx';
import { ariaShortcut } from '../ui/shortcut-text.ts';
import { tooltip } from '../ui/tooltip.ts';
import styles from './navigation.module.css';
import { panels, type PanelEntry } from './panel-registry.ts';
import { shortcuts } from './shortcuts.ts';

/** The panels, each with its lamp. */
export function Navigation() {
  const { panel: open, isNavigationNarrow: isNarrow } = useSettings();
  return (
    <nav className={styles['navigation']} data-narrow={isNarrow || undefined} aria-label="Panels">
      <ul className={styles['list']}>
        {panels.map((panel) => (
          <li key={panel.name}>
            <NavigationItem panel={panel} isOpen={panel.name === open} isNarrow={isNarrow} />
          </li>
        ))}
      </ul>
      <IconButton
        icon={isNarrow ? PanelLeftOpen : PanelLeftClose}
        label={isNarrow ? 'Widen the navigation' : 'Narrow the navigation'}
        shortcut={shortcuts.narrowNavigation}
        className={styles['toggle']}
        onClick={() => void changeSettings({ isNavigationNarrow: !isNarrow })}
      />
    </nav>
  );
}

interface NavigationItemProps {
  readonly panel: PanelEntry;
  readonly isOpen: boolean;
  readonly isNarrow: boolean;
}

function NavigationItem({ panel, isOpen, isNarrow }: NavigationItemProps) {
  const { name, title, icon: Glyph, shortcut, useLamp, preload } = panel;
  const lamp = useLamp();
  return (
    <button
      type="button"
      className={styles['item']}
      aria-current={isOpen ? 'page' : undefined}
      aria-keyshortcuts={ariaShortcut(shortcut)}
      {...tooltip(isNarrow ? `${title}\n${lamp.label}` : lamp.label, shortcut)}
      onPointerEnter={() => void preload()}
      onClick={() => openPanel(name)}
    >
      <Glyph {...iconProps} size={15} />
      <span className={isNarrow ? 'visually-hidden' : styles['title']}>{title}</span>
      <Lamp state={lamp.state} label={lamp.label} isLabelHidden />
    </button>
  );
}
