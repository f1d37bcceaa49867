import { ArrowLeft, ArrowRight, Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { moved, zoomed, type TimeView } from '../../../voice/time-view.ts';
import styles from './figures.module.css';

export interface ZoomButtonsProps {
  readonly view: TimeView;
  readonly lengthSeconds: number;
  /** Undefined: the whole of it. */
  readonly onView: (view: TimeView | undefined) => void;
}

/** Moves and zooms a time axis. */
export function ZoomButtons({ view, lengthSeconds, onView }: ZoomButtonsProps) {
  const middle = (view.from + view.to) / 2;
  const zoom = (factor: number): void => onView(zoomed(view, factor, middle, lengthSeconds));
  return (
    <span className={styles['zoom']}>
      <IconButton
        icon={ArrowLeft}
        label="Earlier"
        onClick={() => onView(moved(view, -0.25, lengthSeconds))}
      />
      <IconButton icon={ArrowRight} label="Later" onClick={() => onView(moved(view, 0.25, lengthSeconds))} />
      <IconButton icon={ZoomOut} label="Zoom out" onClick={() => zoom(0.5)} />
      <IconButton
        icon={ZoomIn}
        label="Zoom in"
        hint="Zoom in; also with Ctrl and the wheel"
        onClick={() => zoom(2)}
      />
      <IconButton icon={Maximize2} label="Whole take" onClick={() => onView(undefined)} />
    </span>
  );
}
