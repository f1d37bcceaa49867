import type { KeyboardEvent } from 'react';

/**
 * Moves the focus to the same control of the row that an arrow key, Home or End leads to; for a `tbody` whose rows are one
 * tab stop. Text that is typed keeps its keys.
 */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLElement) || target.matches('input:not([type=checkbox])')) return;
  const row = target.closest('tr');
  if (row === null) return;
  const rows = [...currentTarget.querySelectorAll('tr')];
  const at = rows.indexOf(row);
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  const found = rows[next];
  if (found === undefined) return;
  const same = controlsOf(found)[controlsOf(row).indexOf(target)];
  const main = found.querySelector<HTMLElement>('[data-row-name]');
  // A button that cannot be pressed takes no focus.
  (same?.matches(':disabled') === false ? same : main)?.focus();
}

function controlsOf(row: Element): readonly HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('button, input')];
}
