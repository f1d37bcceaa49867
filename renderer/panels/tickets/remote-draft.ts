import { isAddressText } from '../../../app/steam/address.ts';
import { steamIdForms } from '../../../app/steam/steam-id.ts';
import { isUint64Text } from '../../../app/steam/uint64.ts';
import { LONGEST_IDENTITY_NAME, type RemoteIdentity } from '../../../app/steam/value-kinds.ts';

export type RemoteKind = 'anyone' | 'steamId' | 'address' | 'name';

/** What is typed in the form: every field is kept while another kind is chosen. */
export interface RemoteDraft {
  readonly kind: RemoteKind;
  readonly steamId: string;
  readonly ip: string;
  readonly port: string;
  readonly name: string;
}

export const emptyDraft: RemoteDraft = { kind: 'anyone', steamId: '', ip: '', port: '', name: '' };

export type DraftField = 'steamId' | 'ip' | 'port' | 'name';

export type DraftReading =
  | { readonly ok: true; readonly remote: RemoteIdentity | undefined; readonly warning?: string }
  | { readonly ok: false; readonly problems: Partial<Record<DraftField, string>> };

/** Bytes that a name takes in a SteamNetworkingIdentity. */
export function nameBytes(name: string): number {
  return new TextEncoder().encode(name).length;
}

/** Reads the form as an identity, or says field by field what is wrong. */
export function readDraft(draft: RemoteDraft): DraftReading {
  switch (draft.kind) {
    case 'anyone':
      return { ok: true, remote: undefined };
    case 'steamId':
      return readSteamId(draft.steamId.trim());
    case 'address':
      return readAddress(draft.ip.trim(), draft.port.trim());
    case 'name':
      return readName(draft.name);
  }
}

function readSteamId(steamId: string): DraftReading {
  if (!isUint64Text(steamId)) {
    return {
      ok: false,
      problems: { steamId: 'A 64-bit Steam id in digits, for instance 76561202255187930.' },
    };
  }
  const remote = { steamId };
  if (steamIdForms(steamId) !== undefined) return { ok: true, remote };
  return { ok: true, remote, warning: 'Not a well-formed Steam id. Steam may refuse it.' };
}

function readAddress(ip: string, portText: string): DraftReading {
  const hasPort = /^\d{1,5}$/.test(portText) && Number(portText) <= 65535;
  const isAddress = isAddressText(ip);
  if (isAddress && hasPort) return { ok: true, remote: { ip, port: Number(portText) } };
  return {
    ok: false,
    problems: {
      ...(!isAddress && { ip: 'Four numbers, such as 127.0.0.1.' }),
      ...(!hasPort && { port: '0 to 65535.' }),
    },
  };
}

function readName(name: string): DraftReading {
  const bytes = nameBytes(name);
  if (bytes === 0) return { ok: false, problems: { name: 'Enter a name.' } };
  if (bytes > LONGEST_IDENTITY_NAME) {
    return {
      ok: false,
      problems: { name: `${bytes} bytes in UTF-8; a name has at most ${LONGEST_IDENTITY_NAME}.` },
    };
  }
  if (name.includes('\0')) return { ok: false, problems: { name: 'A name holds no NUL character.' } };
  return { ok: true, remote: { name } };
}

/** For whom a ticket is, as shown in the list. */
export function describeRemote(remote: RemoteIdentity | undefined): string {
  if (remote === undefined) return 'anyone';
  if ('steamId' in remote) return remote.steamId;
  if ('name' in remote) return `“${remote.name}”`;
  return `${remote.ip}:${remote.port}`;
}
