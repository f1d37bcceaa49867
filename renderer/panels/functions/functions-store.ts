import { create } from 'zustand';
import type { UserFunctionName } from '../../../app/steam/user-functions.ts';
import { emptyCall, type CallDraft } from './call-draft.ts';
import type { Choice } from './catalogue.ts';

interface FunctionsState {
  readonly choice: Choice;
  readonly search: string;
  /** What is entered in the form of each function. */
  readonly drafts: Readonly<Partial<Record<UserFunctionName, CallDraft>>>;
}

const initial: FunctionsState = { choice: { kind: 'function', name: 'loggedOn' }, search: '', drafts: {} };

/** Outlives the panel: who comes back finds what they left. */
const store = create<FunctionsState>()(() => initial);

export function useChoice(): Choice {
  return store((state) => state.choice);
}

export function useFunctionSearch(): string {
  return store((state) => state.search);
}

export function useCallDraft(name: UserFunctionName): CallDraft {
  return store((state) => state.drafts[name]) ?? emptyCall(name);
}

export function choose(choice: Choice): void {
  store.setState({ choice });
}

export function searchFunctions(search: string): void {
  store.setState({ search });
}

export function changeDraft(name: UserFunctionName, draft: CallDraft): void {
  store.setState(({ drafts }) => ({ drafts: { ...drafts, [name]: draft } }));
}

/** For tests: as if the panel had never been open. */
export function forgetFunctions(): void {
  store.setState(initial, true);
}
