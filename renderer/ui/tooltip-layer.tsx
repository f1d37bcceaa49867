import { useEffect, useRef, useState } from 'react';
import { Keys } from './keys.tsx';
import styles from './tooltip-layer.module.css';

const DELAY_MS = 350;
const GAP = 6;

interface Shown {
  readonly text: string;
  readonly shortcut: string | undefined;
  readonly anchor: DOMRect;
}

/** Shows the tooltip of whatever is under the pointer or has keyboard focus. Once in the window. */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown>();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current: Element | undefined;

    const hide = (): void => {
      clearTimeout(timer);
      current = undefined;
      setShown(undefined);
    };
    const consider = (target: EventTarget | null, delayMs: number): void => {
      const element = target instanceof Element ? (target.closest('[data-tooltip]') ?? undefined) : undefined;
      if (element === current) return;
      hide();
      if (element === undefined) return;
      current = element;
      timer = setTimeout(() => {
        const text = element.getAttribute('data-tooltip');
        if (!text || !element.isConnected) return;
        setShown({
          text,
          shortcut: element.getAttribute('data-tooltip-keys') ?? undefined,
          anchor: element.getBoundingClientRect(),
        });
      }, delayMs);
    };

    const onOver = (event: PointerEvent): void => consider(event.target, DELAY_MS);
    const onFocus = (event: FocusEvent): void => {
      if (event.target instanceof Element && event.target.matches(':focus-visible'))
        consider(event.target, DELAY_MS);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    // Other places scroll by themselves, as the timeline does while it follows.
    const onScroll = ({ target }: Event): void => {
      if (current !== undefined && target instanceof Node && target.contains(current)) hide();
    };
    document.addEventListener('pointerover', onOver);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', hide);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('scroll', onScroll, true);
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', onOver);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('scroll', onScroll, true);
      document.removeEventListener('keydown', onKey);
    };
  }, []);

  useEffect(() => {
    const element = box.current;
    if (element === null || shown === undefined) return;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    const isBelow = shown.anchor.bottom + GAP + height < window.innerHeight;
    const left = shown.anchor.left + shown.anchor.width / 2 - width / 2;
    element.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - width - GAP))}px`;
    element.style.top = `${isBelow ? shown.anchor.bottom + GAP : shown.anchor.top - height - GAP}px`;
  }, [shown]);

  if (shown === undefined) return null;
  return (
    <div ref={box} popover="manual" aria-hidden className={styles['tooltip']}>
      {shown.text}
      {shown.shortcut !== undefined && <Keys shortcut={shown.shortcut} />}
    </div>
  );
}
