import type { TalkHands } from './talk-hands.ts';

const TEXT = 'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=range])';
/** What Space already means something to, for somebody who works with the keyboard. */
const PRESSED_WITH_SPACE =
  'button, a[href], summary, [role=switch], [role=option], input, [role=region][tabindex]';

/**
 * Holds the switch while a key is down, and lets go of it when the window is left.
 *
 * The key stays text where text is typed, and with Ctrl, Alt or Meta a shortcut. Space still presses what shows that it
 * has the focus, however it came by it; after a click it talks, though what was clicked has the focus. Answers how to
 * stop listening.
 */
export function listenForTalk(code: string, hands: TalkHands): () => void {
  // Asked when the focus comes: a key that goes down on what was clicked makes the browser show the focus as well.
  let isFocusShown = showsFocus(document.activeElement);
  let isPointing = false;

  const isTaken = (target: EventTarget | null): boolean => {
    if (document.querySelector('[role="dialog"]') !== null) return true;
    if (!(target instanceof HTMLElement)) return false;
    return target.matches(TEXT) || (code === 'Space' && isFocusShown && target.matches(PRESSED_WITH_SPACE));
  };
  let isDown = false;
  const down = (event: KeyboardEvent): void => {
    if (event.code === 'Tab' || event.code.startsWith('Arrow')) isFocusShown = true;
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
  const point = (): void => {
    isPointing = true;
    isFocusShown = false;
  };
  const pointed = (): void => void (isPointing = false);
  const focused = ({ target }: FocusEvent): void => void (isFocusShown = !isPointing && showsFocus(target));
  const end = (): void => hands.end();

  window.addEventListener('keydown', down, true);
  window.addEventListener('keyup', up, true);
  window.addEventListener('pointerdown', point, true);
  window.addEventListener('pointerup', pointed, true);
  window.addEventListener('pointercancel', pointed, true);
  window.addEventListener('focusin', focused, true);
  window.addEventListener('blur', leave);
  window.addEventListener('pagehide', end);
  document.addEventListener('visibilitychange', hide);
  return () => {
    window.removeEventListener('keydown', down, true);
    window.removeEventListener('keyup', up, true);
    window.removeEventListener('pointerdown', point, true);
    window.removeEventListener('pointerup', pointed, true);
    window.removeEventListener('pointercancel', pointed, true);
    window.removeEventListener('focusin', focused, true);
    window.removeEventListener('blur', leave);
    window.removeEventListener('pagehide', end);
    document.removeEventListener('visibilitychange', hide);
    // The panel is left: its key no longer works, and what it began ends. The latch goes on.
    hands.release('key');
    hands.release('pointer');
  };
}

function showsFocus(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(':focus-visible');
}
