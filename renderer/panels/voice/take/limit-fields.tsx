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
 * What is wrong stays and says why, and the limit in force stays in force; Escape has it back in the fields.
 */
export function LimitFields({ figure, limit, isChanged }: LimitFieldsProps) {
  const { title, unit } = figureInfo(figure);
  const inUnit = unit === '' ? '' : `, ${unit}`;
  const [drafts, setDrafts] = useState<Drafts>({});
  const hasDraft = Object.keys(drafts).length > 0;
  const next = { ...limit, ...read(drafts) };
  const problem = hasDraft ? problemOf(next) : undefined;
  const keep = (): void => {
    if (!hasDraft || problem !== undefined) return;
    const isEmpty = next.min === undefined && next.max === undefined;
    if (next.min !== limit?.min || next.max !== limit?.max) keepLimit(figure, isEmpty ? null : next);
    setDrafts({});
  };
  const fieldOf = (end: LimitEnd, label: string) => {
    const value = limit?.[end];
    return (
      <TextField
        label={label}
        isLabelHidden
        isMono
        value={drafts[end] ?? (value === undefined ? '' : numberText(value))}
        onChange={(text) => setDrafts({ ...drafts, [end]: text })}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          if (event.key !== 'Escape' || !hasDraft) return;
          // What else Escape ends goes on.
          event.stopPropagation();
          setDrafts({});
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
        disabled={!isChanged && problem === undefined}
        onClick={() => {
          setDrafts({});
          if (isChanged) keepLimit(figure, undefined);
        }}
      />
      {problem !== undefined && (
        <span role="alert" className={styles['wrong']}>
          {problem}
        </span>
      )}
    </span>
  );
}

type Drafts = Readonly<Partial<Record<LimitEnd, string>>>;

function read({ min, max }: Drafts): FigureLimit {
  return {
    ...(min !== undefined && { min: readLimitEnd(min) }),
    ...(max !== undefined && { max: readLimitEnd(max) }),
  };
}

type LimitEnd = keyof FigureLimit;

function problemOf({ min, max }: FigureLimit): string | undefined {
  if (Number.isNaN(min) || Number.isNaN(max)) return 'That is no number. Escape undoes it.';
  return (min ?? -Infinity) > (max ?? Infinity)
    ? 'The lowest is above the highest. Escape undoes it.'
    : undefined;
}

/** Undefined goes back to the bench’s own limit; null is none. */
function keepLimit(figure: FigureKey, limit: FigureLimit | null | undefined): void {
  const { voice } = readSettingsNow();
  const { [figure]: _before, ...others } = voice.limits;
  const limits: TakeLimits = limit === undefined ? others : { ...others, [figure]: limit };
  void changeSettings({ voice: { ...voice, limits } });
}
