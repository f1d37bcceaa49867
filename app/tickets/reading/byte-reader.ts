import type { TicketPart } from './reading.ts';

/** Where the bytes stop making sense, and why, as the end of a sentence: `the session header is cut short.` */
export interface Problem {
  readonly at: number;
  readonly why: string;
}

export type ByteReader = ReturnType<typeof createByteReader>;

/**
 * Reads numbers one after another, little endian.
 *
 * The first problem stays; from then on every number is 0 and nothing moves. A layout is read in one go and asked once
 * at its end, but a loop has to look at `problem` before it goes round again.
 */
export function createByteReader(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: TicketPart[] = [];
  let at = 0;
  let partAt = 0;
  let problem: Problem | undefined;

  const refuse = (problemAt: number, why: string): void => {
    problem ??= { at: problemAt, why };
  };

  /** Where the next bytes begin, or undefined where there are too few of them. */
  const take = (length: number, what: string): number | undefined => {
    if (problem !== undefined) return undefined;
    const left = bytes.length - at;
    if (left < length) {
      refuse(at, `${what} takes ${countBytes(length)}, ${left === 0 ? 'none' : `only ${left}`} left.`);
      return undefined;
    }
    at += length;
    return at - length;
  };

  const number = (length: number, what: string, read: (from: number) => number): number => {
    const from = take(length, what);
    return from === undefined ? 0 : read(from);
  };

  return {
    at: (): number => at,
    left: (): number => bytes.length - at,
    problem: (): Problem | undefined => problem,
    /** The parts that ended so far. */
    parts: (): readonly TicketPart[] => parts,
    refuse,
    skip: (length: number, what: string): void => void take(length, what),
    uint8: (what: string): number => number(1, what, (from) => view.getUint8(from)),
    uint16: (what: string): number => number(2, what, (from) => view.getUint16(from, true)),
    uint32: (what: string): number => number(4, what, (from) => view.getUint32(from, true)),
    /** In decimal: no double can hold it. */
    uint64(what: string): string {
      const from = take(8, what);
      return from === undefined ? '0' : view.getBigUint64(from, true).toString();
    },
    /** What was read since the last part is a part of that name. */
    endPart(name: string): void {
      if (problem !== undefined || at === partAt) return;
      parts.push({ name, at: partAt, lengthBytes: at - partAt });
      partAt = at;
    },
  };
}

export function countBytes(count: number): string {
  return count === 1 ? '1 byte' : `${count} bytes`;
}
