import { useState } from 'react';
import type { TicketCard } from '../../../../app/tickets/book.ts';
import type { TicketSource } from '../../../../app/tickets/ticket-source.ts';
import { isOwnMachine } from '../../../../app/web-api/own-machine.ts';
import { useSession } from '../../../stores/session.ts';
import { useSettings } from '../../../stores/settings.ts';
import { useTicketBook } from '../../../stores/tickets.ts';
import { checkWithWebApi } from '../../../stores/web-api.ts';
import { useCommand } from '../../../use-command.ts';
import { useChosenTicket } from '../chosen-part.ts';

/** What main takes. */
const LONGEST_IDENTITY = 8192;

export type SourceKind = 'book' | 'pasted';

/** The question to the web API. What was not touched follows the session and the ticket. */
export function useCheckForm() {
  const session = useSession();
  const { webApiUrl } = useSettings();
  const tickets = webApiFirst(useTicketBook().tickets);
  const opened = useChosenTicket();
  const [kind, setKind] = useState<SourceKind>('book');
  const [chosen, setChosen] = useState(opened);
  const [text, setText] = useState('');
  const [typedAppId, setTypedAppId] = useState<{ readonly value: number | undefined }>();
  const [typedIdentity, setTypedIdentity] = useState<string>();
  const check = useCommand(checkWithWebApi);

  const ticket = tickets.find(({ number }) => number === chosen) ?? tickets[0];
  const appId = typedAppId === undefined ? session.appId : typedAppId.value;
  const suggested = kind === 'book' ? (ticket?.serviceIdentity ?? '') : '';
  const identity = typedIdentity ?? suggested;
  const source = sourceOf(kind, ticket, text);
  const isSimulated = kind === 'book' && ticket?.isSimulated === true;

  return {
    kind,
    setKind,
    tickets,
    ticket,
    text,
    setText,
    appId,
    setAppId: (value: number | undefined) => setTypedAppId({ value }),
    identity,
    setIdentity: setTypedIdentity,
    identityProblem: identity.length > LONGEST_IDENTITY ? 'Too long for an identity.' : undefined,
    /** Whether the identity is the one of the ticket. */
    isIdentitySuggested: typedIdentity === undefined && suggested !== '',
    chooseTicket: (number: number): void => {
      setChosen(number);
      // Another ticket, another identity: what was typed was for the one before.
      setTypedIdentity(undefined);
    },
    host: webApiUrl,
    /** Steam cannot know the ticket: only a server of one's own may. */
    isInVain: isSimulated && !isOwnMachine(webApiUrl),
    canCheck: source !== undefined && appId !== undefined && identity.length <= LONGEST_IDENTITY,
    isBusy: check.isBusy,
    failure: check.failure,
    dismiss: check.dismiss,
    check: (): void => {
      if (source === undefined || appId === undefined) return;
      void check.run(source, appId, identity === '' ? undefined : identity);
    },
  };
}

export type CheckFormState = ReturnType<typeof useCheckForm>;

/** Web API tickets that Steam confirmed come first, then the other web API tickets, then session tickets. */
function webApiFirst(tickets: readonly TicketCard[]): readonly TicketCard[] {
  const rank = ({ kind, state }: TicketCard): number =>
    kind === 'webApi' ? (state === 'confirmed' ? 0 : 1) : state === 'confirmed' ? 2 : 3;
  return tickets
    .filter(({ sizeBytes }) => sizeBytes > 0)
    .toSorted((one, other) => rank(one) - rank(other) || other.number - one.number);
}

function sourceOf(kind: SourceKind, ticket: TicketCard | undefined, text: string): TicketSource | undefined {
  if (kind === 'book') return ticket === undefined ? undefined : { number: ticket.number };
  return text.trim() === '' ? undefined : { text };
}
