import type { TalkHands } from './talk-hands.ts';

const TEXT = 'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=range])';
/** What Space already means something to, for somebody who goes from one to the next with Tab. */
const PRESSED_WITH_SPACE =
  'button, a[href], summary, [role=switch], [role=option], input, [role=region][tabindex]';

/**
 * Holds the switch while a key is down, and lets go of it when the window is left.
 *
 * The key stays text where text is typed, and with Ctrl, Alt or Meta a shortcut. Space still presses what was reached
 * with Tab; after a click it talks, though the button that was clicked has the focus. Answers how to stop listening.
 */
export function listenForTalk(code: string, hands: TalkHands): () => void {
  let isByKeys = false;

  const isTaken = (target: EventTarget | null): boolean => {
    if (document.querySelector('[role="dialog"]') !== null) return true;
    if (!(target instanceof HTMLElement)) return false;
    return target.matches(TEXT) || (code === 'Space' && isByKeys && target.matches(PRESSED_WITH_SPACE));
  };
  let isDown = false;
  const down = (event: KeyboardEvent): void => {
    if (event.code === 'Tab' || event.code.startsWith('Arrow')) isByKeys = true;
    if (event.code !== code) return;
    // A repeat of a key that is held belongs to it wherever the focus went; it must neither scroll nor click.
    if (isDown) return event.preventDefault();
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || isTaken(event.target)) return;
    event.preventDefault();
    isDown = true;
    hands.press('key');
  };
  const up = (event: KeyboardEvent): void => {
    if (event.code !== code || !isDown) return;
    event.preventDefault();
    isDown = false;
    hands.release('key');
  };
  const leave = (): void => {
    isDown = false;
    hands.leave();
  };
  const hide = (): void => {
    if (document.visibilityState === 'hidden') leave();
  };
  const pointed = (): void => void (isByKeys = false);
  const end = (): void => hands.end();

  window.addEventListener('keydown', down, true);
  window.addEventListener('keyup', up, true);
  window.addEventListener('pointerdown', pointed, true);
  window.addEventListener('blur', leave);
  window.addEventListener('pagehide', end);
  document.addEventListener('visibilitychange', hide);
  return () => {
    window.removeEventListener('keydown', down, true);
    window.removeEventListener('keyup', up, true);
    window.removeEventListener('pointerdown', pointed, true);
    window.removeEventListener('blur', leave);
    window.removeEventListener('pagehide', end);
    document.removeEventListener('visibilitychange', hide);
    // The panel is left: its key no longer works, and what it began ends. The latch goes on.
    hands.release('key');
    hands.release('pointer');
  };
}
