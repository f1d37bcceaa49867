import type { PacketCard } from '../../../../app/voice/voice.ts';

/** `4 (seq 12–15), 1 DTX, end of the spurt`. */
export function framesText({ frames, isEnd }: PacketCard): string {
  const [first] = frames;
  const last = frames.at(-1);
  const dtx = frames.filter(({ isDtx }) => isDtx).length;
  const seqs = first === undefined || last === undefined ? '' : ` (seq ${first.seq}–${last.seq})`;
  return [
    `${frames.length}${seqs}`,
    ...(dtx > 0 ? [`${dtx} DTX`] : []),
    ...(isEnd ? ['end of the spurt'] : []),
  ].join(', ');
}

/** What the sections hold, in a line. A rate that was named before and still holds is not named again. */
export function sectionsText({ sections }: Pick<PacketCard, 'sections'>): string {
  let rate: string | undefined;
  return sections
    .filter((section) => {
      if (!section.endsWith(' Hz')) return true;
      const isNamed = section === rate;
      rate = section;
      return !isNamed;
    })
    .join(' · ');
}

const BYTES_A_LINE = 16;

/** Bytes as they are read: where, sixteen in hex, the same as ASCII, a line each. */
export function hexLines(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += BYTES_A_LINE) {
    const line = [...bytes.subarray(at, at + BYTES_A_LINE)];
    const hex = line.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const letters = line.map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
    lines.push(`${at.toString(16).padStart(4, '0')}  ${hex.padEnd(3 * BYTES_A_LINE)} ${letters}`);
  }
  return lines.join('\n');
}
