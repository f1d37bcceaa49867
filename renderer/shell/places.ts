/** Places that the keyboard can go to directly; each marks itself with `data-place`. */
export type Place = 'panel' | 'timeline' | 'timeline-search';

/** Moves focus there, once React has drawn what the same action may just have opened. */
export function focusPlace(place: Place): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-place='${place}']`)?.focus());
}
