import * as z from 'zod/mini';
import type { AccountSnapshot } from '../account/account.ts';
import type { DoctorReport } from '../doctor/report.ts';
import type { JournalEntry } from '../journal/entry.ts';
import type { JournalPage } from '../journal/journal.ts';
import type { PumpStats } from '../pump.ts';
import type { SessionSnapshot } from '../session/session.ts';
import { SettingsChange, type Settings } from '../settings/settings.ts';
import { SimulationChange, SimulationEvent, type SimulationSnapshot } from '../simulator/knobs.ts';
import { kindSchemas } from '../steam/value-kinds.ts';
import type { TicketBook, TicketCard } from '../tickets/book.ts';
import { command, event } from './define.ts';

const ticketNumber = z.strictObject({ number: z.int().check(z.minimum(1)) });

/**
 * READ FIRST: every command and event between the page and main, grouped by feature.
 *
 * The handlers in main, the publisher, the preload's `window.bench` and the transport of the tests are derived from it.
 * Each command answers `{ ok: true, value }` or `{ ok: false, error: { code, message, remedy? } }`.
 */
export const contract = {
  session: {
    get: command().answering<SessionSnapshot>(),
    /** Connects, after disconnecting what was connected. A client that refuses is a snapshot in state `failed`. */
    connect: command(
      z.strictObject({ client: z.enum(['steam', 'simulated']), appId: kindSchemas.appId }),
    ).answering<SessionSnapshot>(),
    disconnect: command().answering<SessionSnapshot>(),
    changed: event<SessionSnapshot>(),
  },
  steam: {
    /** Calls a function of ISteamUser by its name; arguments are checked against the table. */
    call: command(z.strictObject({ name: z.string(), args: z.optional(z.unknown()) })).answering<unknown>(),
  },
  journal: {
    read: command(
      z.optional(
        z.strictObject({
          after: z.optional(z.int().check(z.minimum(0))),
          limit: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
        }),
      ),
    ).answering<JournalPage>(),
    clear: command().answering<null>(),
    /** Asks for a file and writes every entry held as JSON Lines, credentials masked. Null where the user declined. */
    save: command().answering<{ readonly path: string; readonly entries: number } | null>(),
    appended: event<readonly JournalEntry[]>(),
    cleared: event<{ readonly lastSeq: number }>(),
  },
  account: {
    get: command().answering<AccountSnapshot>(),
    /** Asks Steam for everything on the panel again. */
    refresh: command().answering<AccountSnapshot>(),
    changed: event<AccountSnapshot>(),
  },
  tickets: {
    get: command().answering<TicketBook>(),
    issueSession: command(z.strictObject({ remote: kindSchemas.remoteIdentity })).answering<TicketCard>(),
    cancel: command(ticketNumber).answering<TicketCard>(),
    /** The bytes of one ticket in hex: a credential, asked for by a user who wants to see it. */
    reveal: command(ticketNumber).answering<{ readonly hex: string }>(),
    /** Puts the bytes on the clipboard without showing them to the page. */
    copy: command(
      z.strictObject({ number: z.int().check(z.minimum(1)), encoding: z.enum(['hex', 'base64']) }),
    ).answering<null>(),
    changed: event<TicketBook>(),
  },
  pump: {
    get: command().answering<PumpStats>(),
    changed: event<PumpStats>(),
  },
  doctor: {
    /** Looks at everything that initialisation needs, without initialising. */
    examine: command().answering<DoctorReport>(),
  },
  simulation: {
    get: command().answering<SimulationSnapshot>(),
    set: command(SimulationChange).answering<SimulationSnapshot>(),
    raise: command(SimulationEvent).answering<null>(),
    changed: event<SimulationSnapshot>(),
  },
  settings: {
    get: command().answering<Settings>(),
    set: command(SettingsChange).answering<Settings>(),
    changed: event<Settings>(),
  },
  desktop: {
    /** Puts text on the clipboard. */
    copyText: command(z.strictObject({ text: z.string().check(z.maxLength(1_000_000)) })).answering<null>(),
    /** Opens a page of Steam’s documentation in the system’s browser; other addresses are refused. */
    openPage: command(z.strictObject({ url: z.string().check(z.maxLength(2000)) })).answering<null>(),
    /** What the bench is and runs on, for the about box and for bug reports. */
    about: command().answering<About>(),
  },
};

export type BenchContract = typeof contract;

export interface About {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly platform: string;
  /** Where the settings and the journal of the running session are kept. */
  readonly userDataFolder: string;
  /** What is known of a previous run that did not end by itself, and where its journal is. */
  readonly crashedRun?: { readonly journalPath: string; readonly lastCall: string | undefined };
}
