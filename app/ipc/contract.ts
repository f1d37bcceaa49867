import * as z from 'zod/mini';
import type { AccountSnapshot } from '../account/account.ts';
import type { DoctorReport } from '../doctor/report.ts';
import type { DurationState } from '../duration/duration.ts';
import { KeyText, type EncryptedTicketState } from '../encrypted-ticket/encrypted-ticket.ts';
import type { GameServerState } from '../game-servers/game-servers.ts';
import { JoinRequest, type HandshakeState } from '../handshake/handshake.ts';
import type { JournalEntry } from '../journal/entry.ts';
import type { JournalPage } from '../journal/journal.ts';
import type { PumpStats } from '../pump.ts';
import type { SessionSnapshot } from '../session/session.ts';
import { SettingsChange, type Settings } from '../settings/settings.ts';
import { OutsideRate } from '../simulator/voice/voice-knobs.ts';
import { SimulationChange, SimulationEvent, type SimulationSnapshot } from '../simulator/knobs.ts';
import type { SteamIdText } from '../steam/steam-id.ts';
import { kindSchemas } from '../steam/value-kinds.ts';
import type { StoreState } from '../store/store.ts';
import type { AuthSessionCard, LicenceCheck, TicketBook, TicketCard } from '../tickets/book.ts';
import type { TicketReading } from '../tickets/reading/reading.ts';
import { TicketSource } from '../tickets/ticket-source.ts';
import { HeardByPage } from '../voice/heard-by-page.ts';
import {
  LARGEST_PACKET_FILE_BYTES,
  LONGEST_TAKE_NAME,
  MOST_REPORTED_TAKES,
  type Inspection,
  type TakeCard,
  type TakeReport,
  type TakeSound,
  type VoiceBeat,
  type VoiceState,
} from '../voice/voice.ts';
import type { WalkThrough } from '../walk-through/walk-through.ts';
import type { WebApiCheck, WebApiState } from '../web-api/web-api.ts';
import { command, event } from './define.ts';

/** As long as a file name may be on every system, with room for an ending. */
const TakeName = z
  .string()
  .check(z.minLength(1, 'must not be empty'), z.maxLength(LONGEST_TAKE_NAME, 'is too long'));
const TakeId = z.string().check(z.regex(/^[0-9a-z-]{1,40}$/, 'is no id of a take'));
const takeId = z.strictObject({ id: TakeId });
const packetFile = z.strictObject({
  name: z.string().check(z.maxLength(255)),
  bytes: z
    .instanceof(Uint8Array)
    .check(z.refine(({ length }) => length <= LARGEST_PACKET_FILE_BYTES, 'is larger than 32 MiB')),
});

const number = z.int().check(z.minimum(1));
const numbered = z.strictObject({ number });
const copyEncoding = z.enum(['hex', 'base64']);
const saveEncoding = z.enum(['bytes', 'hex', 'base64']);

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
    /** A ticket for a web service; its bytes come with callback 168. */
    issueWebApi: command(
      z.strictObject({ serviceIdentity: z.optional(kindSchemas.text) }),
    ).answering<TicketCard>(),
    cancel: command(numbered).answering<TicketCard>(),
    /** The bytes of one ticket in hex: a credential, asked for by a user who wants to see it. */
    reveal: command(numbered).answering<{ readonly hex: string }>(),
    /** Puts the bytes on the clipboard without showing them to the page. */
    copy: command(z.strictObject({ number, encoding: copyEncoding })).answering<null>(),
    /** Asks for a file and writes the bytes to it. Null where the user declined. */
    save: command(z.strictObject({ number, encoding: saveEncoding })).answering<SavedFile | null>(),
    /** What a ticket says of itself. Broken bytes are `ticket-broken`, with the byte and the reason. */
    decode: command(TicketSource).answering<TicketReading>(),
    /** Asks for a file with a ticket and decodes it. Null where the user declined. */
    decodeFile: command().answering<{ readonly name: string; readonly reading: TicketReading } | null>(),
    changed: event<TicketBook>(),
  },
  /** Auth sessions: checking tickets of others. They stand in the book of `tickets`. */
  sessions: {
    /** A result other than OK is a card in state `notBegun`. */
    begin: command(
      z.strictObject({ ticket: TicketSource, steamId: kindSchemas.steamId }),
    ).answering<AuthSessionCard>(),
    end: command(numbered).answering<AuthSessionCard>(),
    checkLicence: command(z.strictObject({ number, appId: kindSchemas.appId })).answering<LicenceCheck>(),
  },
  /** The tutorial's flow from a ticket to the end of its session, in one go. */
  walkThrough: {
    get: command().answering<WalkThrough>(),
    /** Begins; how it goes is told by `changed`. */
    run: command().answering<WalkThrough>(),
    /** Stops, and takes back what it holds. */
    stop: command().answering<WalkThrough>(),
    changed: event<WalkThrough>(),
  },
  encryptedTicket: {
    get: command().answering<EncryptedTicketState>(),
    /** Asks also where it is too early or one is pending: Steam’s refusal is what a user may want to see. */
    request: command(z.strictObject({ userData: kindSchemas.bytes })).answering<EncryptedTicketState>(),
    /** Fetches the ticket that Steam holds. */
    fetch: command().answering<EncryptedTicketState>(),
    reveal: command().answering<{ readonly hex: string }>(),
    copy: command(z.strictObject({ encoding: copyEncoding })).answering<null>(),
    save: command(z.strictObject({ encoding: saveEncoding })).answering<SavedFile | null>(),
    /** Holds a typed key in memory, in place of another. */
    setKey: command(z.strictObject({ key: KeyText })).answering<EncryptedTicketState>(),
    /** Asks for a file and holds the key in it in memory. Null where the user declined. */
    readKeyFile: command().answering<EncryptedTicketState | null>(),
    /** Holds the key that the simulator encrypts with, which is published. */
    useSimulatorKey: command().answering<EncryptedTicketState>(),
    forgetKey: command().answering<EncryptedTicketState>(),
    /** Decrypts the fetched ticket, or another one that is given, with the key that is held. */
    decrypt: command(z.strictObject({ ticket: z.optional(TicketSource) })).answering<EncryptedTicketState>(),
    changed: event<EncryptedTicketState>(),
  },
  /** ISteamUserAuth/AuthenticateUserTicket/v1, asked by main: the page has no network. */
  webApi: {
    get: command().answering<WebApiState>(),
    /** The publisher key; kept by the system’s key store only where `isKept`. */
    setKey: command(
      z.strictObject({ key: z.string().check(z.maxLength(200)), isKept: z.boolean() }),
    ).answering<WebApiState>(),
    forgetKey: command().answering<WebApiState>(),
    /** An answer of any kind is a check; a failure is what could not even be asked. */
    check: command(
      z.strictObject({
        ticket: TicketSource,
        appId: kindSchemas.appId,
        identity: z.optional(kindSchemas.text),
      }),
    ).answering<WebApiCheck>(),
    changed: event<WebApiState>(),
  },
  /** Benches that meet over WebSocket and check each other’s tickets. */
  handshake: {
    get: command().answering<HandshakeState>(),
    /** Port 0 takes a free one. Loopback only, unless open to the network. */
    host: command(
      z.strictObject({ port: kindSchemas.port, isOpenToNetwork: z.boolean() }),
    ).answering<HandshakeState>(),
    join: command(JoinRequest).answering<HandshakeState>(),
    /** Cancels the tickets given out, ends the sessions begun, says goodbye. */
    leave: command().answering<HandshakeState>(),
    changed: event<HandshakeState>(),
  },
  /** Further windows, each another simulated account on the same simulated network. */
  players: {
    /** Without an id the next account that no window plays. `no-account-left` where all are played. */
    open: command(z.strictObject({ steamId: z.optional(kindSchemas.steamId) })).answering<{
      readonly steamId: string;
    }>(),
  },
  /** The voice bench: push to talk, takes, their figures. */
  voice: {
    get: command().answering<VoiceState>(),
    /**
     * Begins a take; what is heard comes by the ports. During the tail of the one before, it begins when that is over,
     * unless `stop` comes first: then none is begun, and `missedPressAt` says so.
     */
    start: command(
      z.strictObject({
        name: z.optional(TakeName),
        /** Hz of the page’s audio output: what is decoded to where the settings say `device`. */
        outputRate: z.optional(z.number().check(z.minimum(3000), z.maximum(768_000))),
      }),
    ).answering<VoiceState>(),
    /** Stops recording and reads Steam’s tail; `why` is `window-left` where the key was not let go. */
    stop: command(
      z.strictObject({ why: z.optional(z.enum(['stopped', 'window-left'])) }),
    ).answering<VoiceState>(),
    /**
     * Sends the page two MessagePorts by a window message `{ kind: 'bench.voice', heardSeconds, drawn }`: samples for
     * playback (an Int16Array and its rate a message), and what the waveform draws (a Float64Array of
     * `FRAME_LOOK_NUMBERS` a frame). `heardSeconds` is the sound of the take under way that came before them; 0 without
     * a take. `drawn` is what the waveform drew of it, or of the last take, in its last `LIVE_SECONDS`.
     */
    openStreams: command().answering<null>(),
    sound: command(takeId).answering<TakeSound>(),
    report: command(takeId).answering<TakeReport>(),
    rename: command(z.strictObject({ id: TakeId, name: TakeName })).answering<VoiceState>(),
    remove: command(takeId).answering<VoiceState>(),
    exportWav: command(takeId).answering<SavedFile | null>(),
    exportPackets: command(takeId).answering<SavedFile | null>(),
    /** JSON, or one HTML file with the plots in it. */
    exportReport: command(
      z.strictObject({
        ids: z.array(TakeId).check(z.minLength(1), z.maxLength(MOST_REPORTED_TAKES)),
        format: z.enum(['json', 'html']),
      }),
    ).answering<SavedFile | null>(),
    /** Takes a packet file apart: the bench’s own, or packets one after the other. */
    inspect: command(packetFile).answering<Inspection>(),
    /** Decodes a packet file with DecompressVoice and keeps it as a take. */
    keepPackets: command(packetFile).answering<TakeCard>(),
    /** Keeps what the page measured while it drew and played a take, in place of what it told before. */
    noteHeard: command(z.strictObject({ id: TakeId, ...HeardByPage.shape })).answering<VoiceState>(),
    /** Lets the page ask for this machine’s microphone, which feeds the simulated one, or no longer. */
    useMicrophone: command(z.strictObject({ isUsed: z.boolean() })).answering<null>(),
    /** What this machine’s microphone hears, for the simulated one. */
    pushMicrophone: command(
      z.strictObject({
        samples: z.instanceof(Float32Array).check(z.refine(({ length }) => length <= 96_000, 'is too long')),
        sampleRate: OutsideRate,
      }),
    ).answering<null>(),
    /** Anything but the take under way is another; also told when one begins and ends. */
    changed: event<VoiceState>(),
    /** Ten times a second while a take is recorded; everything else is as `changed` told it last. */
    live: event<VoiceBeat>(),
  },
  duration: {
    get: command().answering<DurationState>(),
    ask: command().answering<DurationState>(),
    setOnlineState: command(
      z.strictObject({ state: z.int().check(z.minimum(0), z.maximum(3)) }),
    ).answering<DurationState>(),
    changed: event<DurationState>(),
  },
  /** Store, purchases, market, and addresses that the overlay hands to the game. */
  store: {
    get: command().answering<StoreState>(),
    requestUrl: command(z.strictObject({ redirect: kindSchemas.text })).answering<StoreState>(),
    /** Addresses log a browser in: credentials, shown only to a user who asks. */
    revealUrl: command(numbered).answering<{ readonly url: string }>(),
    copyUrl: command(numbered).answering<null>(),
    /** Opens it in the system’s browser; a simulated one leads nowhere and is refused. */
    openUrl: command(numbered).answering<null>(),
    revealWebCallback: command(numbered).answering<{ readonly url: string }>(),
    askMarket: command().answering<StoreState>(),
    changed: event<StoreState>(),
  },
  /** The old ways to tell Steam of a game server. */
  gameServers: {
    get: command().answering<GameServerState>(),
    /** Puts the blob of an open connection on the clipboard without showing it to the page. */
    copyBlob: command(z.strictObject({ number, encoding: copyEncoding })).answering<null>(),
    changed: event<GameServerState>(),
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
    /** Closes the window after `leaving` was told: cancels live tickets, ends sessions. */
    leave: command().answering<null>(),
    /** Keeps the window open after `leaving` was told: only then is it asked again. A second close until then means it. */
    stay: command().answering<null>(),
    /** The user wants to close the window while tickets or sessions are live. */
    leaving: event<{ readonly liveTickets: number; readonly openSessions: number }>(),
  },
};

export type BenchContract = typeof contract;

/** A file that was written; its path is the user’s own choice. */
export interface SavedFile {
  readonly path: string;
  readonly sizeBytes: number;
}

export interface About {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly platform: string;
  /** Where the settings and the journal of the running session are kept. */
  readonly userDataFolder: string;
  /** Present in a window that was opened as another player: the account that it plays. */
  readonly player?: SteamIdText;
  /** What is known of a previous run that did not end by itself, and where its journal is. */
  readonly crashedRun?: { readonly journalPath: string; readonly lastCall: string | undefined };
}
