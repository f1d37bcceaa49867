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

const BYTES_A_LINE = 16;

/** Bytes as they are read: where, sixteen in hex, a line each. */
export function hexLines(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += BYTES_A_LINE) {
    const hex = [...bytes.subarray(at, at + BYTES_A_LINE)].map((byte) => byte.toString(16).padStart(2, '0'));
    lines.push(`${at.toString(16).padStart(4, '0')}  ${hex.join(' ')}`);
  }
  return lines.join('\n');
}
