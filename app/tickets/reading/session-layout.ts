import { addressFromNumber } from '../../steam/address.ts';
import type { ByteReader } from './byte-reader.ts';
import type { GameConnectToken, SessionHeader } from './reading.ts';

/** The number that every session ticket begins with: the length of its token. */
export const TOKEN_BYTES = 20;

const SESSION_HEADER_BYTES = 24;

/** What stands in front of the ownership ticket of a session ticket. */
export function readSessionHead(reader: ByteReader): {
  readonly token: GameConnectToken;
  readonly session: SessionHeader;
} {
  reader.uint32('the length of the token');
  const token = {
    value: reader.uint64('the token'),
    steamId: reader.uint64('the Steam id of the token'),
    issuedAt: reader.uint32('the time of the token') * 1000,
  };
  reader.endPart('Token');

  const headerAt = reader.at();
  const length = reader.uint32('the length of the session header');
  if (length !== SESSION_HEADER_BYTES) {
    reader.refuse(headerAt, `the session header says it is ${length} bytes long; it always has 24.`);
  }
  reader.skip(8, 'the session header');
  const externalAddress = addressFromNumber(reader.uint32('the address in the session header'));
  reader.skip(4, 'the session header');
  const session = {
    externalAddress,
    connectedForMs: reader.uint32('the time connected'),
    count: reader.uint32('the count of tickets'),
  };
  reader.endPart('Session header');

  const sectionAt = reader.at();
  const section = reader.uint32('the length of ownership ticket and signature');
  if (section !== reader.left()) {
    const said = `ownership ticket and signature are said to be ${section} bytes long`;
    reader.refuse(sectionAt, `${said}, ${reader.left()} follow.`);
  }
  reader.endPart('Section length');
  return { token, session };
}
