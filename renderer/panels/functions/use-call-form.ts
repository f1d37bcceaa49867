import { useState } from 'react';
import type { UserFunctionName } from '../../../app/steam/user-functions.ts';
import { useCommand } from '../../use-command.ts';
import { exampleCall, readCall, type DraftValue } from './call-draft.ts';
import { callFunction } from './call-function.ts';
import { changeDraft, useCallDraft } from './functions-store.ts';

/** The form of a function. Problems are shown from the first try on, not while the first letters are typed. */
export function useCallForm(name: UserFunctionName) {
  const draft = useCallDraft(name);
  const [isTried, setIsTried] = useState(false);
  const { run, isBusy, failure, dismiss } = useCommand(callFunction);
  const reading = readCall(name, draft);

  return {
    draft,
    isBusy,
    dismiss,
    failure: failure ?? (isTried && !reading.ok ? reading.failure : undefined),
    problems: isTried && !reading.ok ? reading.problems : {},
    change: (key: string, value: DraftValue): void => changeDraft(name, { ...draft, [key]: value }),
    fillExample: (): void => changeDraft(name, exampleCall(name)),
    call: async (): Promise<void> => {
      setIsTried(!reading.ok);
      if (reading.ok) await run(reading.call);
    },
  };
}
