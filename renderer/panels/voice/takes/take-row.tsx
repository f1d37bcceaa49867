import clsx from 'clsx';
import { Pencil, Play, Square, Trash2 } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import type { RecordingEnd, TakeCard } from '../../../../app/voice/voice.ts';
import { clockText } from '../../../ui/clock-text.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Lamp, type LampState } from '../../../ui/lamp.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { tooltip } from '../../../ui/tooltip.ts';
import { dbfsText, lengthText } from '../level-text.ts';
import { NameField } from './name-field.tsx';
import styles from './takes.module.css';

export interface TakeRowProps {
  readonly take: TakeCard;
  readonly isChosen: boolean;
  /** For the report of several. */
  readonly isTicked: boolean;
  /** The one row of the list that Tab leads into. */
  readonly isTabStop: boolean;
  readonly isPlaying: boolean;
  readonly canPlay: boolean;
  readonly onFocus: () => void;
  readonly onTick: (isTicked: boolean) => void;
  readonly onChoose: () => void;
  readonly onPlay: () => void;
  readonly onRemove: () => void;
}

/** One kept take: listen, look closer, name it, remove it. */
export function TakeRow(props: TakeRowProps) {
  const {
    take,
    isChosen,
    isTicked,
    isTabStop,
    isPlaying,
    canPlay,
    onFocus,
    onTick,
    onChoose,
    onPlay,
    onRemove,
  } = props;
  const [isNaming, setIsNaming] = useState(false);
  const isFocusWanted = useRef(false);
  const nameButton = useCallback((button: HTMLButtonElement | null): void => {
    if (button === null || !isFocusWanted.current) return;
    isFocusWanted.current = false;
    button.focus();
  }, []);
  const tabIndex = isTabStop ? 0 : -1;
  const verdict = verdicts[take.isMeasuring === true ? 'measuring' : (take.verdict ?? 'none')];
  return (
    <tr data-chosen={isChosen} onFocus={onFocus}>
      <td className={styles['button']}>
        <input
          type="checkbox"
          tabIndex={tabIndex}
          aria-label={`${take.name} in the report`}
          checked={isTicked}
          onChange={({ target }) => onTick(target.checked)}
        />
      </td>
      <td className={styles['button']}>
        <IconButton
          icon={isPlaying ? Square : Play}
          label={isPlaying ? `Stop ${take.name}` : `Play ${take.name}`}
          tabIndex={tabIndex}
          disabled={!canPlay}
          onClick={onPlay}
        />
      </td>
      <th scope="row" className={styles['nameCell']}>
        {isNaming ? (
          <NameField
            take={take}
            onDone={(how) => {
              isFocusWanted.current = how === 'by key';
              setIsNaming(false);
            }}
          />
        ) : (
          <span className={styles['nameLine']}>
            <button
              type="button"
              ref={nameButton}
              data-take={take.id}
              data-row-name
              tabIndex={tabIndex}
              {...tooltip(take.name)}
              aria-pressed={isChosen}
              className={styles['name']}
              onClick={onChoose}
            >
              {take.name}
            </button>
            <IconButton
              icon={Pencil}
              label={`Rename ${take.name}`}
              tabIndex={tabIndex}
              onClick={() => setIsNaming(true)}
            />
            {take.isSimulated && <Tag tone="simulated">Simulated</Tag>}
            {take.source === 'opened' && <Tag>From a file</Tag>}
            {isVoiceless(take) && <Tag tone="warning">No voice came</Tag>}
            {take.ending !== 'stopped' && <Tag tone="warning">{endings[take.ending]}</Tag>}
          </span>
        )}
      </th>
      <td>
        <time dateTime={new Date(take.recordedAt).toISOString()}>
          {clockText(take.recordedAt).slice(0, 8)}
        </time>
      </td>
      <td className={styles['figure']}>{lengthText(take.lengthSeconds)}</td>
      <td className={styles['figure']}>{take.rmsDbfs === undefined ? '–' : dbfsText(take.rmsDbfs)}</td>
      <td className={clsx(styles['figure'], styles['spare'])}>
        {take.peakDbfs === undefined ? '–' : dbfsText(take.peakDbfs)}
      </td>
      <td className={styles['figure']}>
        {take.lossPercent === undefined ? '–' : `${take.lossPercent.toFixed(1)} %`}
      </td>
      <td>
        <Lamp state={verdict.state} label={verdict.label} />
      </td>
      <td className={styles['button']}>
        <IconButton
          icon={Trash2}
          label={`Remove ${take.name}`}
          tabIndex={tabIndex}
          isDanger
          onClick={onRemove}
        />
      </td>
    </tr>
  );
}

/** It ended as it should, and there is nothing in it: the microphone was silent or gone, or Steam was. */
function isVoiceless({ source, ending, lengthSeconds }: TakeCard): boolean {
  return source === 'recorded' && ending === 'stopped' && lengthSeconds === 0;
}

const verdicts = {
  pass: { state: 'on', label: 'Within limits' },
  fail: { state: 'fault', label: 'Outside limits' },
  empty: { state: 'unknown', label: 'Nothing to judge' },
  none: { state: 'unknown', label: 'Open it to judge' },
  measuring: { state: 'busy', label: 'Measuring…' },
} as const satisfies Record<string, { readonly state: LampState; readonly label: string }>;

const endings: Readonly<Record<RecordingEnd, string>> = {
  stopped: 'Stopped',
  'tail-timed-out': 'No end of the tail',
  'window-left': 'Window left or reloaded',
  'too-long': 'Longest take reached',
  'client-closed': 'Client closed or lost',
  refused: 'Refused by Steam',
  crashed: 'Cut off by a crash',
  'card-lost': 'Card lost',
};
