import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { figureInfo, type FigureKey, type FigureLimit } from '../../../../app/voice/figures/figure-table.ts';
import { numberText } from '../../../../app/voice/figures/number-text.ts';
import type { TakeLimits } from '../../../../app/voice/take-limits.ts';
import { changeSettings, readSettingsNow } from '../../../stores/settings.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { readLimitEnd } from './limit-end.ts';
import styles from './figures.module.css';

export interface LimitFieldsProps {
  readonly figure: FigureKey;
  readonly limit: FigureLimit | undefined;
  readonly isChanged: boolean;
}

/** Both ends of a limit, kept when they are left; with neither the figure has none. */
export function LimitFields({ figure, limit, isChanged }: LimitFieldsProps) {
  const { title, unit } = figureInfo(figure);
  const inUnit = unit === '' ? '' : `, ${unit}`;
  const [error, setError] = useState<string>();
  const write = (end: 'min' | 'max', text: string): void => {
    const value = readLimitEnd(text);
    const next = { ...limit, [end]: value };
    const isEmpty = next.min === undefined && next.max === undefined;
    if (Number.isNaN(value)) return setError('That is no number.');
    if ((next.min ?? -Infinity) > (next.max ?? Infinity)) return setError('It ends below its beginning.');
    setError(undefined);
    if (value !== limit?.[end]) keepLimit(figure, isEmpty ? null : next);
  };
  return (
    <span className={styles['limitFields']}>
      <EndField
        key={`min ${limit?.min ?? ''}`}
        label={`Lowest ${title}${inUnit}`}
        value={limit?.min}
        onKeep={(text) => write('min', text)}
      />
      to
      <EndField
        key={`max ${limit?.max ?? ''}`}
        label={`Highest ${title}${inUnit}`}
        value={limit?.max}
        onKeep={(text) => write('max', text)}
      />
      <span className={styles['faint']}>{unit}</span>
      <IconButton
        icon={RotateCcw}
        label={`The bench’s own limit for ${title}`}
        disabled={!isChanged}
        onClick={() => keepLimit(figure, undefined)}
      />
      {error !== undefined && (
        <span role="alert" className={styles['wrong']}>
          {error}
        </span>
      )}
    </span>
  );
}

interface EndFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onKeep: (text: string) => void;
}

function EndField({ label, value, onKeep }: EndFieldProps) {
  const [draft, setDraft] = useState(value === undefined ? '' : numberText(value));
  return (
    <TextField
      label={label}
      isLabelHidden
      isMono
      value={draft}
      onChange={setDraft}
      onBlur={() => onKeep(draft)}
      onKeyDown={({ key }) => {
        if (key === 'Enter') onKeep(draft);
      }}
    />
  );
}

/** Undefined goes back to the bench’s own limit; null is none. */
function keepLimit(figure: FigureKey, limit: FigureLimit | null | undefined): void {
  const { voice } = readSettingsNow();
  const { [figure]: _before, ...others } = voice.limits;
  const limits: TakeLimits = limit === undefined ? others : { ...others, [figure]: limit };
  void changeSettings({ voice: { ...voice, limits } });
}
