import { create } from 'zustand';
import type { SourceFile } from './source-file.ts';

/** Files that accounts hear, by Steam id. The simulator has their samples but does not give them back. */
const store = create<Readonly<Record<string, SourceFile>>>()(() => ({}));

/** The file that was chosen last for that account; undefined also after the page was loaded anew. */
export function useSourceFile(steamId: string): SourceFile | undefined {
  return store((files) => files[steamId]);
}

export function keepSourceFile(steamId: string, file: SourceFile): void {
  store.setState({ [steamId]: file });
}
