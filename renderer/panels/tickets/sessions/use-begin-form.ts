import { useRef, useState } from 'react';
import { isUint64Text } from '../../../../app/steam/uint64.ts';
import type { TicketSource } from '../../../../app/tickets/ticket-source.ts';
import { useSession } from '../../../stores/session.ts';
import { beginSession, readTicketOwner, useTicketBook } from '../../../stores/tickets.ts';
import { useCommand } from '../../../use-command.ts';
import { useChosenTicket } from '../chosen-part.ts';
import { takePeerTicket } from './peer-ticket.ts';

/** Where the ticket comes from. A peer is a player of the simulator, who gives a new ticket for every session. */
export type SourceKind = 'book' | 'pasted' | 'file' | 'peer';

/** A file that was chosen or dropped. */
export interface TicketFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The form that begins a session. What was pasted is a credential: it is kept no longer than the form is shown. */
export function useBeginForm() {
  const { steamId: ownId = '' } = useSession();
  const { tickets } = useTicketBook();
  const opened = useChosenTicket();
  const usable = tickets.filter(({ kind, sizeBytes }) => kind === 'session' && sizeBytes > 0);
  const [kind, setKind] = useState<SourceKind>('book');
  const [chosenNumber, setChosenNumber] = useState(opened);
  const [pasted, setPasted] = useState('');
  const [file, setFile] = useState<TicketFile>();
  const [peer, setPeer] = useState<string>();
  const [typedId, setTypedId] = useState<string>();
  const [readId, setReadId] = useState<string>();
  const [isTried, setIsTried] = useState(false);
  const lastRead = useRef(0);
  const begin = useCommand(beginWith);

  const number = usable.find((ticket) => ticket.number === chosenNumber)?.number ?? usable[0]?.number;
  const text = pasted.trim();
  const source = sourceOf(kind, { number, text, file });
  const suggestedId = kind === 'book' ? ownId : readId;
  const steamId = (typedId ?? suggestedId ?? '').trim();

  /** Asks what the ticket says of its owner: nobody should have to copy that id as well. */
  const readOwner = async (ticket: TicketSource): Promise<void> => {
    lastRead.current += 1;
    const reading = lastRead.current;
    const owner = await readTicketOwner(ticket);
    if (reading === lastRead.current) setReadId(owner);
  };

  const chooseKind = (next: SourceKind): void => {
    lastRead.current += 1;
    setKind(next);
    setReadId(undefined);
    setTypedId(undefined);
    setIsTried(false);
    begin.dismiss();
    if (next === 'pasted' && text !== '') void readOwner({ text });
    if (next === 'file' && file !== undefined) void readOwner({ bytes: file.bytes });
  };

  return {
    kind,
    chooseKind,
    tickets: usable,
    number,
    chooseNumber: setChosenNumber,
    pasted,
    paste: (next: string): void => {
      setPasted(next);
      setReadId(undefined);
      if (next.trim() !== '') void readOwner({ text: next.trim() });
    },
    file,
    takeFile: (next: TicketFile): void => {
      setFile(next);
      void readOwner({ bytes: next.bytes });
    },
    peer,
    choosePeer: setPeer,
    steamId: typedId ?? suggestedId ?? '',
    typeSteamId: setTypedId,
    /** The id was read from the ticket and not typed. */
    isIdRead: typedId === undefined && kind !== 'book' && readId !== undefined,
    problems: isTried
      ? {
          source: source === undefined && kind !== 'peer' ? sourceProblems[kind] : undefined,
          steamId: isUint64Text(steamId) ? undefined : 'A 64-bit Steam id in digits.',
        }
      : {},
    isBusy: begin.isBusy,
    failure: begin.failure,
    dismiss: begin.dismiss,
    begin: async (peerId: string | undefined): Promise<void> => {
      if (kind === 'peer') {
        if (peerId !== undefined) await begin.run(undefined, peerId);
        return;
      }
      const isReady = source !== undefined && isUint64Text(steamId);
      setIsTried(!isReady);
      if (isReady) await begin.run(source, steamId);
    },
  };
}

export type BeginForm = ReturnType<typeof useBeginForm>;

const sourceProblems: Readonly<Record<Exclude<SourceKind, 'peer'>, string>> = {
  book: 'There is no session ticket in the book yet.',
  pasted: 'Paste a ticket.',
  file: 'Choose a file.',
};

/** What is meant by what was chosen so far; undefined while that is nothing. */
function sourceOf(
  kind: SourceKind,
  given: {
    readonly number: number | undefined;
    readonly text: string;
    readonly file: TicketFile | undefined;
  },
): TicketSource | undefined {
  switch (kind) {
    case 'book':
      return given.number === undefined ? undefined : { number: given.number };
    case 'pasted':
      return given.text === '' ? undefined : { text: given.text };
    case 'file':
      return given.file && { bytes: given.file.bytes };
    case 'peer':
      return undefined;
  }
}

/** Without a ticket the simulated player gives one first. */
async function beginWith(source: TicketSource | undefined, steamId: string) {
  if (source !== undefined) return beginSession(source, steamId);
  const ticket = await takePeerTicket(steamId);
  return ticket.ok ? beginSession({ text: ticket.value }, steamId) : ticket;
}
