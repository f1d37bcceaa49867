import type { SteamIdText } from '../../steam/steam-id.ts';

/** What a ticket says of itself, without asking anybody. Times in milliseconds since 1970. */
export interface TicketReading {
  /**
   * `session`: token, session header and ownership ticket, as GetAuthSessionTicket gives it. `ownership`: the ownership
   * ticket alone. `encrypted`: an encrypted app ticket, of which only the frame can be read without the key.
   */
  readonly kind: 'session' | 'ownership' | 'encrypted';
  readonly sizeBytes: number;
  /**
   * The bytes carry the mark of the simulator where Valve's signature would be; an encrypted ticket opens with the
   * simulator's key, for which a library is needed.
   */
  readonly isSimulated: boolean;
  readonly token?: GameConnectToken;
  readonly session?: SessionHeader;
  readonly ownership?: OwnershipTicket;
  readonly encrypted?: EncryptedFrame;
  readonly signature: SignatureState;
  /** The parts in their order, for a picture of the bytes: they cover all of them, without gaps. */
  readonly parts: readonly TicketPart[];
}

/** `none`: no signature in the bytes. `notChecked`: nothing here could check it. */
export type SignatureState = 'valid' | 'invalid' | 'simulated' | 'none' | 'notChecked';

export interface GameConnectToken {
  /** Unsigned 64-bit number in decimal: different for every ticket. */
  readonly value: string;
  readonly steamId: SteamIdText;
  readonly issuedAt: number;
}

export interface SessionHeader {
  readonly externalAddress: string;
  /** Milliseconds since the client connected to Steam. */
  readonly connectedForMs: number;
  /** How many tickets the client has asked for, this one included. */
  readonly count: number;
}

export interface OwnershipTicket {
  readonly version: number;
  readonly steamId: SteamIdText;
  readonly appId: number;
  readonly externalAddress: string;
  readonly internalAddress: string;
  readonly flags: number;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** Package ids. */
  readonly licences: readonly number[];
  readonly dlc: readonly { readonly appId: number; readonly licences: readonly number[] }[];
}

export interface EncryptedFrame {
  readonly version: number;
  /** CRC-32 of what was encrypted. */
  readonly crc: number;
  readonly userDataBytes: number;
  readonly ownershipBytes: number;
  /** Where the encrypted bytes begin, and how many there are. */
  readonly contentAt: number;
  readonly encryptedBytes: number;
}

export interface TicketPart {
  readonly name: string;
  readonly at: number;
  readonly lengthBytes: number;
}

/** What an encrypted ticket holds, once it is decrypted. */
export interface DecryptedTicket {
  readonly userData: Uint8Array;
  readonly ownership: OwnershipTicket;
}
