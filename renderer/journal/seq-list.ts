/** Numbers that only rise, added at the end and taken away at the front. */
export interface SeqList {
  readonly length: number;
  at(index: number): number | undefined;
  push(seq: number): void;
  /** Takes away every number below `seq`; tells how many. */
  dropBelow(seq: number): number;
  /** How many are not above `seq`: also the index of the first one above. */
  countUpTo(seq: number): number;
  clear(): void;
}

/** Memory is given back once half of it is taken away. */
const COMPACT_FROM = 16_384;

export function createSeqList(): SeqList {
  let seqs: number[] = [];
  let head = 0;

  return {
    get length() {
      return seqs.length - head;
    },
    at: (index) => (index < 0 ? undefined : seqs[head + index]),
    push(seq) {
      seqs.push(seq);
    },
    dropBelow(seq) {
      const before = head;
      while (head < seqs.length && (seqs[head] ?? 0) < seq) head += 1;
      const dropped = head - before;
      if (head >= COMPACT_FROM && head * 2 >= seqs.length) {
        seqs = seqs.slice(head);
        head = 0;
      }
      return dropped;
    },
    countUpTo(seq) {
      let low = head;
      let high = seqs.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((seqs[middle] ?? 0) <= seq) low = middle + 1;
        else high = middle;
      }
      return low - head;
    },
    clear() {
      seqs = [];
      head = 0;
    },
  };
}
