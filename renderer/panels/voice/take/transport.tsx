import { Pause, Play } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { secondsText } from '../level-text.ts';
import styles from './figures.module.css';

export interface TransportProps {
  readonly isPlaying: boolean;
  readonly canPlay: boolean;
  readonly mark: number;
  readonly place: () => number | undefined;
  readonly onToggle: () => void;
}

/** Play, pause, and where it is. */
export function Transport({ isPlaying, canPlay, mark, place, onToggle }: TransportProps) {
  return (
    <span className={styles['transport']}>
      <Button icon={isPlaying ? Pause : Play} disabled={!canPlay} onClick={onToggle}>
        {isPlaying ? 'Pause' : 'Play'}
      </Button>
      {isPlaying ? <PlaceNow place={place} /> : <PlaceText seconds={mark} />}
    </span>
  );
}

function PlaceNow({ place }: { readonly place: () => number | undefined }) {
  useNow(50);
  return <PlaceText seconds={place() ?? 0} />;
}

function PlaceText({ seconds }: { readonly seconds: number }) {
  // No live region: nobody wants to be told of every step.
  return (
    <span data-place="take" className={styles['place']}>
      {secondsText(seconds)}
    </span>
  );
}
