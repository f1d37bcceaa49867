import { isAddressText } from '../../../app/steam/address.ts';
import { steamIdForms } from '../../../app/steam/steam-id.ts';
import { isUint64Text } from '../../../app/steam/uint64.ts';

/** What is typed of a server. */
export interface ServerDraft {
  readonly serverId: string;
  readonly serverIp: string;
  readonly serverPort: string;
}

export const firstDraft: ServerDraft = { serverId: '', serverIp: '127.0.0.1', serverPort: '27015' };

export interface Server {
  readonly serverId: string;
  readonly serverIp: string;
  readonly serverPort: number;
}

export type ServerReading =
  | { readonly ok: true; readonly server: Server; readonly doubt: string | undefined }
  | { readonly ok: false; readonly problems: Partial<Record<keyof ServerDraft, string>> };

/** Reads the fields as a server, or says field by field what is wrong. */
export function readServer(draft: ServerDraft): ServerReading {
  const serverId = draft.serverId.trim();
  const serverIp = draft.serverIp.trim();
  const port = draft.serverPort.trim();
  const isPort = /^\d{1,5}$/.test(port) && Number(port) <= 65535;
  if (isUint64Text(serverId) && isAddressText(serverIp) && isPort) {
    const doubt = steamIdForms(serverId) === undefined ? 'Not a well-formed Steam id.' : undefined;
    return { ok: true, server: { serverId, serverIp, serverPort: Number(port) }, doubt };
  }
  return {
    ok: false,
    problems: {
      ...(!isUint64Text(serverId) && { serverId: 'A 64-bit Steam id in digits.' }),
      ...(!isAddressText(serverIp) && { serverIp: 'Four numbers, such as 127.0.0.1.' }),
      ...(!isPort && { serverPort: '0 to 65535.' }),
    },
  };
}
