import type { About, SavedFile } from './ipc/contract.ts';
import type { HandshakeNetwork } from './handshake/network.ts';
import type { JournalEntry } from './journal/entry.ts';
import type { Outcome } from './outcome.ts';
import type { Settings, SettingsChange } from './settings/settings.ts';
import type { SteamIdText } from './steam/steam-id.ts';
import type { TicketLibrary } from './tickets/reading/ticket-library.ts';
import type { TakeFiles } from './voice/take-files.ts';
import type { VoiceStreams } from './voice/voice-streams.ts';
import type { KeyStore } from './web-api/key-store.ts';
import type { WebFetch } from './web-api/web-fetch.ts';

/** What the parts of the bench ask of the process that hosts them. */
export interface BenchPorts {
  readonly settings: { get(): Settings; set(change: SettingsChange): Outcome<Settings> };
  readonly desktop: Desktop;
  /** Checks signatures and decrypts; without it signatures are `notChecked` and nothing is decrypted. */
  readonly ticketLibrary?: TicketLibrary | undefined;
  readonly webFetch: WebFetch;
  readonly keyStore: KeyStore;
  readonly handshakeNetwork: HandshakeNetwork;
  /** Where takes are kept; shared by every window of the process. */
  readonly takeFiles: TakeFiles;
  /** What the page hears and draws while it is recorded. */
  readonly voiceStreams: VoiceStreams;
  /** Whether the page of this window may open this machine’s microphone; it may not at first. */
  readonly microphone: { setAllowed(isAllowed: boolean): void };
  /** Bytes that nobody can guess. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** Opens a window in which another simulated account plays the same app; without an id the next one that is free. */
  readonly openPlayer: (
    steamId: SteamIdText | undefined,
    appId: number,
  ) => Promise<Outcome<{ readonly steamId: SteamIdText }>>;
}

/** Clipboard, browser, file dialogues, the window. */
export interface Desktop {
  readonly copyText: (text: string) => Promise<void>;
  readonly copyBytes: (bytes: Uint8Array, encoding: 'hex' | 'base64') => Promise<void>;
  openPage(url: string): Promise<Outcome<null>>;
  /** Opens an address of Steam’s store, which logs the browser in; others are `url-refused`. */
  openStoreUrl(url: string): Promise<Outcome<null>>;
  about(): About;
  saveJournal(
    entries: readonly JournalEntry[],
  ): Promise<Outcome<{ readonly path: string; readonly entries: number } | null>>;
  /** Asks for a file and writes bytes to it, as they are or as text. Null where the user declined. */
  saveBytes(file: FileToSave): Promise<Outcome<SavedFile | null>>;
  /** Asks for a file and reads it; one that is larger is `storage-failed`. Null where the user declined. */
  readFile(question: {
    readonly title: string;
    readonly largestBytes: number;
  }): Promise<Outcome<{ readonly name: string; readonly bytes: Uint8Array } | null>>;
  /** Closes the window without asking again. */
  leave(): void;
  /** The user stays: the next time that the window is closed is asked again. */
  stay(): void;
}

export interface FileToSave {
  readonly title: string;
  /** Without an ending: that follows from the encoding. */
  readonly suggestedName: string;
  readonly bytes: Uint8Array;
  readonly encoding: 'bytes' | 'hex' | 'base64';
  /** Of a file of bytes that is known by more than its bytes: its ending, without the dot, and what it is called. */
  readonly kind?: { readonly name: string; readonly ending: string };
}
