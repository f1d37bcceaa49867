import clsx from 'clsx';
import { Pencil, Play, Square, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { LONGEST_TAKE_NAME, type RecordingEnd, type TakeCard } from '../../../../app/voice/voice.ts';
import { renameTake } from '../../../stores/voice.ts';
import { clockText } from '../../../ui/clock-text.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Lamp, type LampState } from '../../../ui/lamp.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { dbfsText, lengthText } from '../level-text.ts';
import styles from './takes.module.css';

export interface TakeRowProps {
  readonly take: TakeCard;
  readonly isChosen: boolean;
  /** For the report of several. */
  readonly isTicked: boolean;
  readonly isPlaying: boolean;
  readonly canPlay: boolean;
  readonly onTick: (isTicked: boolean) => void;
  readonly onChoose: () => void;
  readonly onPlay: () => void;
  readonly onRemove: () => void;
}

/** One kept take: listen, look closer, name it, remove it. */
export function TakeRow(props: TakeRowProps) {
  const { take, isChosen, isTicked, isPlaying, canPlay, onTick, onChoose, onPlay, onRemove } = props;
  const [isNaming, setIsNaming] = useState(false);
  const verdict = verdicts[take.verdict ?? 'none'];
  return (
    <tr className={clsx(isChosen && styles['chosen'])}>
      <td className={styles['button']}>
        <input
          type="checkbox"
          aria-label={`${take.name} in the report`}
          checked={isTicked}
          onChange={({ target }) => onTick(target.checked)}
        />
      </td>
      <td className={styles['button']}>
        <IconButton
          icon={isPlaying ? Square : Play}
          label={isPlaying ? `Stop ${take.name}` : `Play ${take.name}`}
          disabled={!canPlay}
          onClick={onPlay}
        />
      </td>
      <th scope="row">
        {isNaming ? (
          <NameField take={take} onDone={() => setIsNaming(false)} />
        ) : (
          <span className={styles['nameLine']}>
            <button
              type="button"
              data-take={take.id}
              aria-pressed={isChosen}
              className={styles['name']}
              onClick={onChoose}
            >
              {take.name}
            </button>
            <IconButton icon={Pencil} label={`Rename ${take.name}`} onClick={() => setIsNaming(true)} />
            {take.isSimulated && <Tag tone="simulated">Simulated</Tag>}
            {take.source === 'opened' && <Tag>From a file</Tag>}
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
        <IconButton icon={Trash2} label={`Remove ${take.name}`} isDanger onClick={onRemove} />
      </td>
    </tr>
  );
}

/** Enter or a click elsewhere keeps the name, Escape leaves it as it was. */
function NameField({ take, onDone }: { readonly take: TakeCard; readonly onDone: () => void }) {
  const [draft, setDraft] = useState(take.name);
  const keep = (): void => {
    const name = draft.trim();
    if (name !== '' && name !== take.name) void renameTake(take.id, name);
    onDone();
  };
  return (
    <TextField
      label={`Name of ${take.name}`}
      isLabelHidden
      value={draft}
      maxLength={LONGEST_TAKE_NAME}
      onChange={setDraft}
      onBlur={keep}
      onKeyDown={({ key }) => {
        if (key === 'Enter') keep();
        else if (key === 'Escape') onDone();
      }}
      ref={focusAll}
    />
  );
}

function focusAll(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

const verdicts = {
  pass: { state: 'on', label: 'Within limits' },
  fail: { state: 'fault', label: 'Outside limits' },
  empty: { state: 'unknown', label: 'Nothing to judge' },
  none: { state: 'unknown', label: 'Not measured' },
} as const satisfies Record<string, { readonly state: LampState; readonly label: string }>;

const endings: Readonly<Record<RecordingEnd, string>> = {
  stopped: 'Stopped',
  'tail-timed-out': 'No end of the tail',
  'window-left': 'Window left',
  'client-closed': 'Client closed',
  refused: 'Refused by Steam',
  crashed: 'Cut off by a crash',
  'card-lost': 'Card lost',
};
