import { ArrowDownLeft, ArrowUpRight, Bell, CircleAlert, Plug } from 'lucide-react';
import type { EntryKind } from '../../app/journal/entry.ts';
import type { Icon } from '../ui/icon.ts';

interface KindLook {
  readonly icon: Icon;
  readonly label: string;
  readonly plural: string;
}

/** How each kind of entry looks and is called; its colour is `--kind-…`. */
export const kindLooks: Readonly<Record<EntryKind, KindLook>> = {
  call: { icon: ArrowUpRight, label: 'call', plural: 'Calls' },
  callResult: { icon: ArrowDownLeft, label: 'result', plural: 'Results' },
  callback: { icon: Bell, label: 'callback', plural: 'Callbacks' },
  session: { icon: Plug, label: 'session', plural: 'Session' },
  fault: { icon: CircleAlert, label: 'fault', plural: 'Faults' },
};
