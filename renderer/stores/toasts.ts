import { create } from 'zustand';

export type ToastTone = 'good' | 'fault';

export interface Toast {
  readonly number: number;
  readonly tone: ToastTone;
  readonly title: string;
  readonly text: string | undefined;
}

/** More than this at once is noise: the oldest goes. */
const MOST_TOASTS = 3;

const store = create<{ readonly toasts: readonly Toast[] }>()(() => ({ toasts: [] }));
let lastNumber = 0;

export function useToasts(): readonly Toast[] {
  return store((state) => state.toasts);
}

/** Tells in passing what became of an action whose result cannot be seen otherwise. */
export function notify(tone: ToastTone, title: string, text?: string): void {
  lastNumber += 1;
  const toast: Toast = { number: lastNumber, tone, title, text };
  store.setState(({ toasts }) => ({ toasts: [...toasts, toast].slice(-MOST_TOASTS) }));
}

export function dismissToast(number: number): void {
  store.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.number !== number) }));
}
