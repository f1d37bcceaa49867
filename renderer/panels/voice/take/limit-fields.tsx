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

/**
 * Both ends of a limit, kept on Enter or when they are left; with neither the figure has none.
 *
 * What is wrong stays while it is typed and says why; the limit in force stays, and is back when the field is left.
 */
export function LimitFields({ figure, limit, isChanged }: LimitFieldsProps) {
  const { title, unit } = figureInfo(figure);
  const inUnit = unit === '' ? '' : `, ${unit}`;
  const [draft, setDraft] = useState<{ readonly end: LimitEnd; readonly text: string }>();
  const next = draft && { ...limit, [draft.end]: readLimitEnd(draft.text) };
  const problem = next && problemOf(next);
  const keep = (): void => {
    if (draft === undefined || next === undefined || problem !== undefined) return;
    const isEmpty = next.min === undefined && next.max === undefined;
    if (next[draft.end] !== limit?.[draft.end]) keepLimit(figure, isEmpty ? null : next);
    setDraft(undefined);
  };
  const fieldOf = (end: LimitEnd, label: string) => {
    const value = limit?.[end];
    return (
      <TextField
        label={label}
        isLabelHidden
        isMono
        value={draft?.end === end ? draft.text : value === undefined ? '' : numberText(value)}
        onChange={(text) => setDraft({ end, text })}
        onBlur={() => {
          keep();
          setDraft(undefined);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter') keep();
        }}
      />
    );
  };
  return (
    <span className={styles['limitFields']}>
      {fieldOf('min', `Lowest ${title}${inUnit}`)}
      to
      {fieldOf('max', `Highest ${title}${inUnit}`)}
      <span className={styles['faint']}>{unit}</span>
      <IconButton
        icon={RotateCcw}
        label={`The bench’s own limit for ${title}`}
        disabled={!isChanged}
        onClick={() => keepLimit(figure, undefined)}
      />
      {problem !== undefined && (
        <span role="alert" className={styles['wrong']}>
          {problem}
        </span>
      )}
    </span>
  );
}

type LimitEnd = keyof FigureLimit;

function problemOf({ min, max }: FigureLimit): string | undefined {
  if (Number.isNaN(min) || Number.isNaN(max)) return 'That is no number.';
  return (min ?? -Infinity) > (max ?? Infinity) ? 'It ends below its beginning.' : undefined;
}

/** Undefined goes back to the bench’s own limit; null is none. */
function keepLimit(figure: FigureKey, limit: FigureLimit | null | undefined): void {
  const { voice } = readSettingsNow();
  const { [figure]: _before, ...others } = voice.limits;
  const limits: TakeLimits = limit === undefined ? others : { ...others, [figure]: limit };
  void changeSettings({ voice: { ...voice, limits } });
}
