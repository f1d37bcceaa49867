import { addressFromNumber } from '../../steam/address.ts';
import { countBytes, type ByteReader } from './byte-reader.ts';
import type { OwnershipTicket } from './reading.ts';

/** Without licences and DLC. */
const SHORTEST_BYTES = 46;

/** Length of an RSA signature with Valve's key of 1024 bits. */
export const SIGNATURE_BYTES = 128;

/** Reads an ownership ticket that begins here and reaches to the end, or to a signature at the end. */
export function readOwnership(reader: ByteReader): OwnershipTicket {
  const start = reader.at();
  const whole = reader.left();
  const length = reader.uint32('the length of the ownership ticket');
  if (length > whole) {
    reader.refuse(start, `the ownership ticket says it is ${length} bytes long, only ${whole} are left.`);
  }
  if (length < SHORTEST_BYTES) {
    const said = `the ownership ticket says it is ${countBytes(length)} long`;
    reader.refuse(start, `${said}; the shortest has ${SHORTEST_BYTES}.`);
  }
  const behind = whole - length;
  if (behind !== 0 && behind !== SIGNATURE_BYTES) {
    const said = `${countBytes(behind)} behind the end of the ownership ticket`;
    reader.refuse(start + length, `${said}; a signature has ${SIGNATURE_BYTES}.`);
  }

  const head = {
    version: reader.uint32('the version'),
    steamId: reader.uint64('the Steam id'),
    appId: reader.uint32('the app id'),
    externalAddress: addressFromNumber(reader.uint32('the external address')),
    internalAddress: addressFromNumber(reader.uint32('the internal address')),
    flags: reader.uint32('the flags'),
    issuedAt: reader.uint32('the time of issue') * 1000,
    expiresAt: reader.uint32('the time of expiry') * 1000,
  };
  reader.endPart('Ownership ticket');
  const licences = readLicences(reader, start + length, 'licence');
  reader.endPart('Licences');
  const dlc = readDlc(reader, start + length);
  reader.endPart('DLC');
  reader.uint16('the reserved number');
  const unread = start + length - reader.at();
  if (unread !== 0) {
    reader.refuse(
      Math.min(reader.at(), start + length),
      unread > 0
        ? `${countBytes(unread)} of the ownership ticket are left over at its end.`
        : 'the ownership ticket ends here, in the middle of its last number.',
    );
  }
  reader.endPart('Reserved');
  return { ...head, licences, dlc };
}

/** A number of licences and as many package ids. */
function readLicences(reader: ByteReader, end: number, what: string): readonly number[] {
  const at = reader.at();
  const count = reader.uint16(`the number of ${what}s`);
  const room = Math.max(0, Math.floor((end - reader.at()) / 4));
  if (count > room) {
    reader.refuse(at, `${count} ${what}s are announced, there is room for ${room} in the ownership ticket.`);
  }
  const licences: number[] = [];
  for (let index = 0; index < count && reader.problem() === undefined; index += 1) {
    licences.push(reader.uint32(`a ${what}`));
  }
  return licences;
}

function readDlc(reader: ByteReader, end: number): OwnershipTicket['dlc'] {
  const at = reader.at();
  const count = reader.uint16('the number of DLC');
  const room = Math.max(0, Math.floor((end - reader.at()) / 6));
  if (count > room) {
    reader.refuse(at, `${count} DLC are announced, there is room for ${room} in the ownership ticket.`);
  }
  const dlc: OwnershipTicket['dlc'][number][] = [];
  for (let index = 0; index < count && reader.problem() === undefined; index += 1) {
    const appId = reader.uint32('the app id of a DLC');
    dlc.push({ appId, licences: readLicences(reader, end, 'DLC licence') });
  }
  return dlc;
}
