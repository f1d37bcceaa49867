import clsx from 'clsx';
import { Mic } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { RecorderState } from '../../../../app/voice/voice.ts';
import { talkHands } from '../../../stores/talk.ts';
import { shortcutKeys } from '../../../ui/shortcut-text.ts';
import styles from './talk.module.css';

export interface TalkButtonProps {
  readonly recorder: RecorderState;
  /** `KeyboardEvent.code` that does the same. */
  readonly code: string;
  /** It goes on without a hand. */
  readonly isLatched: boolean;
  readonly disabled: boolean;
}

/** Held with the mouse, a finger, or Space or Enter where it has the focus. */
export function TalkButton({ recorder, code, isLatched, disabled }: TalkButtonProps) {
  const press = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.button !== 0) return;
    // Also where the pointer slides off the button it is this one that is let go.
    event.currentTarget.setPointerCapture(event.pointerId);
    pressedBy.current = event.pointerId;
    talkHands.press('pointer');
  };
  const pressedBy = useRef<number>(undefined);
  useEffect(() => {
    // Capture may be lost, and then the button is not told: the window is, wherever the pointer is let go.
    const end = ({ pointerId }: globalThis.PointerEvent): void => {
      if (pointerId === pressedBy.current) release();
    };
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    return () => {
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
  }, []);
  const isHoldKey = ({ code: pressed }: KeyboardEvent): boolean => pressed === 'Space' || pressed === 'Enter';
  const down = (event: KeyboardEvent): void => {
    if (!isHoldKey(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (!event.repeat) talkHands.press('pointer');
  };
  const up = (event: KeyboardEvent): void => {
    if (isHoldKey(event)) talkHands.release('pointer');
  };
  return (
    <button
      type="button"
      aria-pressed={recorder === 'recording'}
      disabled={disabled}
      className={clsx(styles['talk'], styles[recorder])}
      onPointerDown={press}
      onLostPointerCapture={release}
      onKeyDown={down}
      onKeyUp={up}
      onBlur={release}
      onContextMenu={(event) => event.preventDefault()}
    >
      <Mic size={18} strokeWidth={1.75} aria-hidden />
      <span>
        Hold to talk
        <span aria-hidden className={styles['keyHint']}>
          {hintOf(recorder, isLatched, code)}
        </span>
      </span>
    </button>
  );
}

function release(): void {
  talkHands.release('pointer');
}

function hintOf(recorder: RecorderState, isLatched: boolean, code: string): string {
  if (recorder !== 'recording') return `or hold ${shortcutKeys(code).join(' ')}`;
  return isLatched ? 'Recording: switched on' : 'Recording: let go to stop';
}
