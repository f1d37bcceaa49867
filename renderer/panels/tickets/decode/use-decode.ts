import { useCallback, useEffect, useState } from 'react';
import { fail, succeed, type Failure, type Outcome } from '../../../../app/outcome.ts';
import { bytesOfFile } from '../../../../app/tickets/find-ticket.ts';
import { bytesFromText } from '../../../../app/tickets/reading/bytes-from-text.ts';
import type { TicketReading } from '../../../../app/tickets/reading/reading.ts';
import { LARGEST_TICKET_BYTES } from '../../../../app/tickets/ticket-source.ts';
import { bench } from '../../../bench.ts';
import { useCommand } from '../../../use-command.ts';
import { useChosenTicket } from '../chosen-part.ts';

/** Where the bytes come from. A file that main opened stays there: the page gets its reading only. */
export type DecodeInput =
  | { readonly kind: 'book'; readonly number: number }
  | { readonly kind: 'pasted'; readonly text: string }
  | { readonly kind: 'dropped'; readonly files: readonly File[] }
  | { readonly kind: 'opened' };

export interface DecodedTicket {
  /** `Ticket 3`, `Pasted ticket`, the name of a file. */
  readonly title: string;
  readonly reading: TicketReading;
  /** Number in the book, where it was chosen from there. */
  readonly number?: number;
  /** Where the page holds them anyway. */
  readonly bytes?: Uint8Array;
}

/** Bytes that are no ticket, and the byte at which they stop being one. */
export interface BrokenTicket {
  readonly bytes: Uint8Array;
  readonly at: number;
}

export interface DecodeState {
  readonly decoded: DecodedTicket | undefined;
  /** Another one for each time something was decoded: two tickets may have one title. */
  readonly serial: number;
  readonly isBusy: boolean;
  readonly failure: Failure | undefined;
  /** Where the failure names a byte, and the page holds the bytes anyway. */
  readonly broken: BrokenTicket | undefined;
  /** The ticket of the book that was asked for last. */
  readonly number: number | undefined;
  readonly decode: (input: DecodeInput) => void;
  readonly clear: () => void;
}

/** What was decoded last. A ticket that another part opened this one with is decoded at once. */
export function useDecode(): DecodeState {
  const chosen = useChosenTicket();
  const [decoded, setDecoded] = useState<DecodedTicket>();
  const [number, setNumber] = useState<number>();
  const [broken, setBroken] = useState<BrokenTicket>();
  const [serial, setSerial] = useState(0);
  const { run, isBusy, failure, dismiss } = useCommand(decodeTicket);

  const decode = useCallback(
    async (input: DecodeInput): Promise<void> => {
      setBroken(undefined);
      const outcome = await run(input);
      // A file dialogue that was declined leaves everything as it was.
      if (outcome.ok && outcome.value === undefined) return;
      setDecoded(outcome.ok ? outcome.value : undefined);
      setBroken(outcome.ok ? undefined : await findBreak(input, outcome.error));
      setSerial((before) => before + 1);
      setNumber(input.kind === 'book' ? input.number : undefined);
    },
    [run],
  );

  useEffect(() => {
    if (chosen === undefined) return undefined;
    let isCurrent = true;
    // After the render that opened the part: what is decoded belongs to the next one.
    queueMicrotask(() => {
      if (isCurrent) void decode({ kind: 'book', number: chosen });
    });
    return () => {
      isCurrent = false;
    };
  }, [chosen, decode]);

  return {
    decoded,
    serial,
    isBusy,
    failure,
    broken,
    number,
    decode: (input) => void decode(input),
    clear() {
      setDecoded(undefined);
      setBroken(undefined);
      setNumber(undefined);
      dismiss();
    },
  };
}

async function decodeTicket(input: DecodeInput): Promise<Outcome<DecodedTicket | undefined>> {
  const { tickets } = bench();
  switch (input.kind) {
    case 'book': {
      const { number } = input;
      return titled(await tickets.decode({ number }), { title: `Ticket ${number}`, number });
    }
    case 'pasted': {
      const { text } = input;
      if (text.length > LARGEST_TICKET_BYTES * 4) return tooLarge('The text');
      const bytes = bytesFromText(text);
      if (!bytes.ok) return bytes;
      return titled(await tickets.decode({ text }), { title: 'Pasted ticket', bytes: bytes.value });
    }
    case 'dropped':
      return decodeFile(input.files);
    case 'opened': {
      const opened = await tickets.decodeFile();
      if (!opened.ok) return opened;
      if (opened.value === null) return succeed(undefined);
      return succeed({ title: opened.value.name, reading: opened.value.reading });
    }
  }
}

async function decodeFile(files: readonly File[]): Promise<Outcome<DecodedTicket>> {
  const [file] = files;
  if (file === undefined || files.length > 1) {
    return fail('bad-payload', `${files.length} files were dropped.`, 'Drop one file with one ticket in it.');
  }
  if (file.size > LARGEST_TICKET_BYTES) return tooLarge(`“${file.name}”`);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return fail('storage-failed', `“${file.name}” could not be read.`, 'A folder cannot be decoded.');
  }
  return titled(await bench().tickets.decode({ bytes }), { title: file.name, bytes: bytesOfFile(bytes) });
}

/** A message of `ticket-broken` begins with the byte. */
async function findBreak(input: DecodeInput, error: Failure): Promise<BrokenTicket | undefined> {
  const at = /^Byte (\d+):/.exec(error.message)?.[1];
  if (error.code !== 'ticket-broken' || at === undefined) return undefined;
  if (input.kind === 'pasted') {
    const bytes = bytesFromText(input.text);
    return bytes.ok ? { bytes: bytes.value, at: Number(at) } : undefined;
  }
  const file = input.kind === 'dropped' ? input.files[0] : undefined;
  if (file === undefined) return undefined;
  return { bytes: bytesOfFile(new Uint8Array(await file.arrayBuffer())), at: Number(at) };
}

function titled(
  outcome: Outcome<TicketReading>,
  rest: Omit<DecodedTicket, 'reading'>,
): Outcome<DecodedTicket> {
  return outcome.ok ? succeed({ ...rest, reading: outcome.value }) : outcome;
}

function tooLarge(what: string): Outcome<never> {
  return fail(
    'ticket-broken',
    `${what} is too large for a ticket.`,
    'A ticket has 64 KiB at most, most have 300 bytes.',
  );
}
