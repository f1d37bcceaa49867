import { create } from 'zustand';
import type { Inspection, TakeCard } from '../../../../app/voice/voice.ts';

/** A packet file that is open. */
export interface OpenFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly inspection: Inspection;
  /** The take that it was kept as; it may have been removed since. */
  readonly kept: TakeCard | undefined;
  /** Number of the packet that is looked at. */
  readonly chosen: number | undefined;
  /** Of its packets, from 0. */
  readonly page: number;
}

const store = create<{ readonly open: OpenFile | undefined }>()(() => ({ open: undefined }));

/** The file that was opened last: it is there again when the user comes back to the panel. */
export function useOpenFile(): OpenFile | undefined {
  return store(({ open }) => open);
}

export function openFile(bytes: Uint8Array<ArrayBuffer>, inspection: Inspection): void {
  store.setState({ open: { bytes, inspection, kept: undefined, chosen: undefined, page: 0 } });
}

export function closeFile(): void {
  store.setState({ open: undefined });
}

/** Does nothing where another file is open by now. */
export function changeOpenFile(bytes: Uint8Array, changed: Partial<OpenFile>): void {
  store.setState(({ open }) => ({ open: open?.bytes === bytes ? { ...open, ...changed } : open }));
}
