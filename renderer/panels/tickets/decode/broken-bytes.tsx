import { toHex } from '../../../../app/steam/hex.ts';
import { Section } from '../../../ui/section.tsx';
import { HexView } from '../hex-view.tsx';
import type { BrokenTicket } from './use-decode.ts';

export interface BrokenBytesProps {
  readonly broken: BrokenTicket;
}

/** The bytes of a ticket that could not be read, with the one pointed out at which it breaks. */
export function BrokenBytes({ broken }: BrokenBytesProps) {
  const { bytes, at } = broken;
  return (
    <Section
      title="Where it breaks"
      note={at < bytes.length ? `Byte ${at} of ${bytes.length}` : `At the end of ${bytes.length} bytes`}
    >
      <HexView
        hex={toHex(bytes)}
        label="Bytes of the broken ticket"
        ranges={[{ at, lengthBytes: 1 }]}
        chosen={0}
      />
    </Section>
  );
}
