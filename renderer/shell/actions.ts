import { actionsOfConnection } from './connection-actions.ts';
import { actionsOfTimeline } from './timeline-actions.ts';
import { actionsOfWindow } from './window-actions.ts';

/**
 * Something that a user can have done from anywhere.
 *
 * Said once: the palette lists it, the keyboard runs it, buttons show its shortcut.
 */
export interface Action {
  readonly id: string;
  readonly title: string;
  readonly group: 'Go to' | 'Connection' | 'Account and tickets' | 'Timeline' | 'Window';
  /** In the notation of tinykeys. */
  readonly shortcut?: string;
  /** Other words that somebody may look for it by. */
  readonly keywords?: string;
  /** Whether it makes sense now; without it always. */
  readonly isAvailable?: () => boolean;
  readonly run: () => void;
}

export const actions: readonly Action[] = [...actionsOfWindow, ...actionsOfConnection, ...actionsOfTimeline];

export function isAvailable(action: Action): boolean {
  return action.isAvailable?.() ?? true;
}
