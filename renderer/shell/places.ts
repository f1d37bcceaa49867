/** Places that the keyboard can go to directly; each marks itself with `data-place`. */
export type Place = 'panel' | 'timeline' | 'timeline-search';

/** Moves focus there: at once, or once React has drawn what the same action has just opened. */
export function focusPlace(place: Place): void {
  const find = (): HTMLElement | null => document.querySelector(`[data-place='${place}']`);
  const element = find();
  if (element === null) requestAnimationFrame(() => find()?.focus());
  else element.focus();
}
