import { addressToNumber } from '../../app/steam/address.ts';
import type { RemoteIdentity } from '../../app/steam/value-kinds.ts';
import type { FlatLibrary } from './flat-library.ts';
import { createOutCount } from './out-count.ts';
import type { SteamInterfaces } from './interfaces.ts';
import { IDENTITY_BYTES } from './layout.ts';
import type { UserCalls } from './user-calls.ts';

/** Rooms, in bytes. Session tickets have some 240; encrypted ones grow with the user's data; paths end at 4096. */
const TICKET_ROOM = 8192;
const BLOB_ROOM = 2048;
const FOLDER_ROOM = 4096;

type TicketCallName =
  'getAuthSessionTicket' | 'getEncryptedAppTicket' | 'initiateGameConnection' | 'getUserDataFolder';

/** The calls beside voice that fill in memory of the caller's. What they give back is a copy. */
export function createTicketCalls(
  flat: FlatLibrary,
  { user }: SteamInterfaces,
): Pick<UserCalls, TicketCallName> {
  const { buffered } = flat;
  const written = createOutCount();
  const ticketRoom = new Uint8Array(TICKET_ROOM);
  let encryptedRoom = new Uint8Array(TICKET_ROOM);
  const blobRoom = new Uint8Array(BLOB_ROOM);
  const folderRoom = new Uint8Array(FOLDER_ROOM);

  const takeEncrypted = (): boolean => {
    written.reset();
    return buffered.getEncryptedAppTicket(user, encryptedRoom, encryptedRoom.length, written.cell);
  };

  return {
    getAuthSessionTicket({ remote }) {
      written.reset();
      const identity = remote === undefined ? null : encodeIdentity(flat, remote);
      const id = buffered.getAuthSessionTicket(user, ticketRoom, ticketRoom.length, written.cell, identity);
      const size = id === 0 ? 0 : Math.min(written.value(), ticketRoom.length);
      return { id, buffer: ticketRoom.slice(0, size), size };
    },
    getEncryptedAppTicket() {
      let isThere = takeEncrypted();
      // Refused with a size that does not fit: Steam says how much room it wants.
      if (!isThere && written.value() > encryptedRoom.length && written.value() <= 1 << 20) {
        encryptedRoom = new Uint8Array(written.value());
        isThere = takeEncrypted();
      }
      const size = isThere ? Math.min(written.value(), encryptedRoom.length) : 0;
      return { buffer: encryptedRoom.slice(0, size), size };
    },
    initiateGameConnection({ serverId, serverIp, serverPort, secure }) {
      const ip = addressToNumber(serverIp);
      const count = buffered.initiateGameConnection(
        ...([user, blobRoom, blobRoom.length, BigInt(serverId), ip, serverPort, secure] as const),
      );
      const size = Math.max(0, Math.min(count, blobRoom.length));
      return { authBlob: blobRoom.slice(0, size), serverId, serverIp, serverPort };
    },
    getUserDataFolder() {
      if (!buffered.getUserDataFolder(user, folderRoom, folderRoom.length)) return '';
      const end = folderRoom.indexOf(0);
      return new TextDecoder().decode(folderRoom.subarray(0, end === -1 ? folderRoom.length : end));
    },
  };
}

/** The SteamNetworkingIdentity that stands for a remote, written by Valve's own setters. */
function encodeIdentity(flat: FlatLibrary, remote: RemoteIdentity): Uint8Array {
  const identity = new Uint8Array(IDENTITY_BYTES);
  flat.clearIdentity(identity);
  if ('steamId' in remote) flat.setIdentitySteamId(identity, BigInt(remote.steamId));
  else if ('ip' in remote) flat.setIdentityAddress(identity, addressToNumber(remote.ip), remote.port);
  else if (!flat.setIdentityName(identity, remote.name)) {
    throw new Error(`Valve’s library refuses the name of the remote: it is longer than 31 bytes.`);
  }
  return identity;
}
