import { Eraser, Maximize, Play } from 'lucide-react';
import { useState } from 'react';
import type { TakeSound } from '../../../../app/voice/voice.ts';
import { signalOfTake } from '../../../voice/take-signal.ts';
import { ordered, regionLevels } from '../../../voice/time-region.ts';
import type { TimeView } from '../../../voice/time-view.ts';
import { Button } from '../../../ui/button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { dbfsText, secondsText, shortName } from '../level-text.ts';
import styles from './region.module.css';

export interface RegionBarProps {
  /** As it was drawn or typed: it may end before it begins. */
  readonly region: TimeView | undefined;
  readonly lengthSeconds: number;
  /** Takes that it is a region of. */
  readonly takes: readonly { readonly name: string; readonly sound: TakeSound }[];
  readonly canPlay: boolean;
  readonly onRegion: (region: TimeView | undefined) => void;
  readonly onPlay: (region: TimeView) => void;
  readonly onZoom: (region: TimeView) => void;
}

/** A stretch of the takes: where it is, how loud it is there, and what can be done with it. */
export function RegionBar(props: RegionBarProps) {
  const { region, lengthSeconds, takes, canPlay, onRegion, onPlay, onZoom } = props;
  const lengthMs = Math.ceil(1000 * lengthSeconds);
  const own = region === undefined ? undefined : ordered(region, lengthSeconds);
  /** A field that was emptied stays empty until another region comes from elsewhere. */
  const [blank, setBlank] = useState<{
    readonly end: 'from' | 'to';
    readonly region: TimeView | undefined;
  }>();
  const valueOf = (end: 'from' | 'to'): number | undefined => {
    const isBlank = blank?.end === end && blank.region === region;
    return region === undefined || isBlank ? undefined : Math.round(1000 * region[end]);
  };
  // With only one end typed the other is that of the take; with neither there is no region.
  const typed = (end: 'from' | 'to', ms: number | undefined, text: string): void => {
    // What is wrong changes nothing where there is a region; the field says what is wrong.
    if (ms === undefined && text !== '' && valueOf(end) !== undefined) return;
    const seconds = ms === undefined ? undefined : ms / 1000;
    const whole = { from: 0, to: lengthSeconds };
    const next = { ...whole, ...region, [end]: seconds ?? whole[end] };
    const isWhole = next.from === whole.from && next.to === whole.to;
    const chosen = seconds === undefined && isWhole ? undefined : next;
    setBlank(seconds === undefined ? { end, region: chosen } : undefined);
    onRegion(chosen);
  };
  return (
    <div role="group" aria-label="Region" className={styles['region']}>
      <div className={styles['ends']}>
        <NumberField
          label="Region from, ms"
          value={valueOf('from')}
          minimum={0}
          maximum={lengthMs}
          isToldWhenDone
          onChange={(ms, text) => typed('from', ms, text)}
        />
        <NumberField
          label="To, ms"
          value={valueOf('to')}
          minimum={0}
          maximum={lengthMs}
          isToldWhenDone
          onChange={(ms, text) => typed('to', ms, text)}
        />
      </div>
      {own === undefined ? (
        <p className={styles['hint']}>
          Drag over the wave to choose a region; a click sets where to play from. By keys: arrows, with Shift
          for a region from there, Enter to play, Escape to stop.
        </p>
      ) : (
        <output className={styles['words']}>
          <span>
            {secondsText(own.from)} to {secondsText(own.to)}, {secondsText(own.to - own.from)} long
          </span>
          {region !== undefined && region.from > region.to && (
            <span>“From” is after “To”: taken the other way round</span>
          )}
          {takes.map(({ name, sound }) => (
            <span key={sound.id}>
              {takes.length > 1 && `${shortName(name)}: `}
              {levelsText(sound, own)}
            </span>
          ))}
        </output>
      )}
      {own !== undefined && (
        <span className={styles['actions']}>
          <Button icon={Play} disabled={!canPlay || own.to <= own.from} onClick={() => onPlay(own)}>
            Play region
          </Button>
          <Button icon={Maximize} disabled={own.to <= own.from} onClick={() => onZoom(own)}>
            Zoom to region
          </Button>
          <Button icon={Eraser} kind="quiet" onClick={() => onRegion(undefined)}>
            Clear
          </Button>
        </span>
      )}
    </div>
  );
}

function levelsText(sound: TakeSound, region: TimeView): string {
  const levels = regionLevels(signalOfTake(sound), sound.sampleRate, region);
  if (levels === undefined) return 'no sound there';
  return `${dbfsText(levels.rmsDbfs)} RMS · ${dbfsText(levels.peakDbfs)} peak`;
}
