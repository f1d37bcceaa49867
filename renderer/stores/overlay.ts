import { create } from 'zustand';

/** What lies over the window; one at a time. */
export type Overlay = 'palette' | 'shortcuts' | 'about' | 'leave';

const store = create<{ readonly overlay: Overlay | undefined }>()(() => ({ overlay: undefined }));

export function useOverlay(): Overlay | undefined {
  return store((state) => state.overlay);
}

export function openOverlay(overlay: Overlay): void {
  store.setState({ overlay });
}

export function closeOverlay(): void {
  store.setState({ overlay: undefined });
}
