import { create } from 'zustand';
import type { About } from '../../app/ipc/contract.ts';

const store = create<{ readonly about: About | undefined }>()(() => ({ about: undefined }));

/** What the bench is and runs on; undefined until main has said so. */
export function useAbout(): About | undefined {
  return store((state) => state.about);
}

export function takeAbout(about: About): void {
  store.setState({ about });
}
