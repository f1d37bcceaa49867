import { useState } from 'react';
import { issueSessionTicket } from '../../../stores/tickets.ts';
import { useCommand } from '../../../use-command.ts';
import { emptyDraft, readDraft, type DraftField, type RemoteDraft, type RemoteKind } from '../remote-draft.ts';

/** The form of a session ticket. Problems are shown from the first try on, not while the first letters are typed. */
export function useIssueForm() {
  const [draft, setDraft] = useState<RemoteDraft>(emptyDraft);
  const [isTried, setIsTried] = useState(false);
  const { run, isBusy, failure, dismiss } = useCommand(issueSessionTicket);
  const reading = readDraft(draft);

  return {
    draft,
    isBusy,
    failure,
    dismiss,
    problems: isTried && !reading.ok ? reading.problems : {},
    warning: reading.ok ? reading.warning : undefined,
    chooseKind: (kind: RemoteKind): void => {
      setIsTried(false);
      setDraft((before) => ({ ...before, kind }));
    },
    change: (field: DraftField, text: string): void => {
      setDraft((before) => ({ ...before, [field]: text }));
    },
    issue: async (): Promise<void> => {
      setIsTried(!reading.ok);
      if (reading.ok) await run(reading.remote);
    },
  };
}

export type IssueFormState = ReturnType<typeof useIssueForm>;
