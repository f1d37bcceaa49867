import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { journalView, type JournalState } from '../stores/journal.ts';
import { readTimeline, setFollowing, useTimeline } from '../stores/timeline.ts';
import { ROW_HEIGHT, rowWindow, type RowWindow } from './row-height.ts';

export interface Scroll {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rows: RowWindow;
  /** Rows that fit in sight. */
  readonly pageRows: number;
  readonly bringIntoSight: (index: number) => void;
}

/**
 * Where the list of entries stands: keeps to the newest row while following, keeps its place while not, and lets go of
 * following as soon as somebody scrolls back.
 */
export function useScroll({ shown, shift, version }: JournalState): Scroll {
  const scroller = useRef<HTMLDivElement>(null);
  const isOwnScroll = useRef(false);
  const lastShift = useRef(shift);
  const [place, setPlace] = useState({ top: 0, height: 0 });
  const isFollowing = useTimeline((state) => state.isFollowing);
  const wanted = useTimeline((state) => state.wanted);

  const scrollTo = (top: number): void => {
    const element = scroller.current;
    if (element === null) return;
    const before = element.scrollTop;
    element.scrollTop = top;
    if (element.scrollTop !== before) isOwnScroll.current = true;
  };

  const bringIntoSight = (index: number): void => {
    const element = scroller.current;
    if (element === null || index < 0) return;
    const height = element.clientHeight - ROW_HEIGHT;
    const top = index * ROW_HEIGHT;
    if (top < element.scrollTop) scrollTo(top);
    else if (top + ROW_HEIGHT > element.scrollTop + height) scrollTo(top + ROW_HEIGHT - height);
  };

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const read = (): void => {
      const { scrollTop, clientHeight, scrollHeight } = element;
      setPlace((before) =>
        before.height === clientHeight && Math.abs(before.top - scrollTop) < ROW_HEIGHT
          ? before
          : { top: scrollTop, height: clientHeight },
      );
      const isOwn = isOwnScroll.current;
      isOwnScroll.current = false;
      if (!isOwn) setFollowing(scrollHeight - scrollTop - clientHeight < ROW_HEIGHT);
    };
    // During a burst the list is put back to its end every frame: letting go cannot wait for the scroll itself.
    const letGo = (event: Event): void => {
      const isBack = event instanceof WheelEvent ? event.deltaY < 0 : event.target === element;
      if (isBack && element.scrollTop > 0) setFollowing(false);
    };
    const sizes = new ResizeObserver(() => {
      isOwnScroll.current = true;
      read();
      if (readTimeline().isFollowing) scrollTo(element.scrollHeight);
    });
    element.addEventListener('scroll', read, { passive: true });
    element.addEventListener('wheel', letGo, { passive: true });
    element.addEventListener('pointerdown', letGo);
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', read);
      element.removeEventListener('wheel', letGo);
      element.removeEventListener('pointerdown', letGo);
      sizes.disconnect();
    };
  }, []);

  useLayoutEffect(() => {
    const gone = shift - lastShift.current;
    lastShift.current = shift;
    if (isFollowing) scrollTo(scroller.current?.scrollHeight ?? 0);
    else if (gone > 0) scrollTo((scroller.current?.scrollTop ?? 0) - gone * ROW_HEIGHT);
  }, [isFollowing, shift, version]);

  useLayoutEffect(() => {
    const index = wanted === undefined ? -1 : journalView.rowOf(wanted.seq);
    const height = scroller.current?.clientHeight ?? 0;
    if (index >= 0) scrollTo(index * ROW_HEIGHT - height / 2);
  }, [wanted]);

  // The new place is known before the browser tells of it.
  const top = isFollowing ? Number.MAX_SAFE_INTEGER : place.top;
  const rows = rowWindow(top, place.height, shown);
  return { scroller, rows, pageRows: Math.max(1, Math.floor(place.height / ROW_HEIGHT) - 2), bringIntoSight };
}
