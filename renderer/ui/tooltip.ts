/** Attributes that the tooltip layer reads. */
export interface TooltipAttributes {
  readonly 'data-tooltip': string;
  readonly 'data-tooltip-keys'?: string;
}

/**
 * Gives an element a tooltip: `<button {...tooltip('Copy', '$mod+C')}>`.
 *
 * One layer in the shell shows them all, on hover and on keyboard focus. A tooltip repeats or adds; it is never the only
 * place where something is said, so icon buttons carry their label besides.
 */
export function tooltip(text: string, shortcut?: string): TooltipAttributes {
  return shortcut === undefined
    ? { 'data-tooltip': text }
    : { 'data-tooltip': text, 'data-tooltip-keys': shortcut };
}
