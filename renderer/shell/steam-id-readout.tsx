import { ChevronDown } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { copyText } from '../stores/desktop.ts';
import { iconProps } from '../ui/icon.ts';
import { tooltip } from '../ui/tooltip.ts';
import { shortcuts } from './shortcuts.ts';
import styles from './steam-id-readout.module.css';

const SteamIdMenu = lazy(() =>
  import('./steam-id-menu.tsx').then((module) => ({ default: module.SteamIdMenu })),
);

export interface SteamIdReadoutProps {
  readonly steamId: string;
}

/** The Steam id: a click copies it, the menu beside it has its other forms. */
export function SteamIdReadout({ steamId }: SteamIdReadoutProps) {
  return (
    <span className={styles['readout']}>
      <button
        type="button"
        className={styles['id']}
        aria-label={`Copy Steam id ${steamId}`}
        {...tooltip('Copy the Steam id', shortcuts.copySteamId)}
        onClick={() => void copyText(steamId, 'Steam id')}
      >
        {steamId}
      </button>
      <Suspense
        fallback={
          <span className={styles['more']}>
            <ChevronDown {...iconProps} size={12} />
          </span>
        }
      >
        <SteamIdMenu steamId={steamId} className={styles['more']} />
      </Suspense>
    </span>
  );
}
