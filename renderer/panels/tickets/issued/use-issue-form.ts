import { useState } from 'react';
import type { TicketKind } from '../../../../app/tickets/book.ts';
import { issueSessionTicket, issueWebApiTicket } from '../../../stores/tickets.ts';
import { useCommand } from '../../../use-command.ts';
import {
  emptyDraft,
  readDraft,
  type DraftField,
  type RemoteDraft,
  type RemoteKind,
} from '../remote-draft.ts';

/** The form of a new ticket. Problems are shown from the first try on, not while the first letters are typed. */
export function useIssueForm() {
  const [draft, setDraft] = useState<RemoteDraft>(emptyDraft);
  const [isTried, setIsTried] = useState(false);
  const [kind, setKind] = useState<TicketKind>('session');
  const [identity, setIdentity] = useState('');
  const session = useCommand(issueSessionTicket);
  const webApi = useCommand(issueWebApiTicket);
  const { isBusy, failure, dismiss } = kind === 'session' ? session : webApi;
  const reading = readDraft(draft);

  return {
    kind,
    draft,
    identity,
    isBusy,
    failure,
    dismiss,
    problems: isTried && !reading.ok ? reading.problems : {},
    warning: reading.ok ? reading.warning : undefined,
    chooseTicketKind: setKind,
    changeIdentity: setIdentity,
    chooseKind: (kind: RemoteKind): void => {
      setIsTried(false);
      setDraft((before) => ({ ...before, kind }));
    },
    change: (field: DraftField, text: string): void => {
      setDraft((before) => ({ ...before, [field]: text }));
    },
    issue: async (): Promise<void> => {
      if (kind === 'webApi') {
        await webApi.run(identity === '' ? undefined : identity);
        return;
      }
      setIsTried(!reading.ok);
      if (reading.ok) await session.run(reading.remote);
    },
  };
}

export type IssueFormState = ReturnType<typeof useIssueForm>;
