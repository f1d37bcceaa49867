/** How far `to` lies after `from`, both unsigned 16-bit and wrapping: −32768 to 32767. */
export function seqDistance(from: number, to: number): number {
  return ((to - from) << 16) >> 16;
}

/** The number that many frames later. */
export function seqAfter(seq: number, frames = 1): number {
  return (seq + frames) & 0xffff;
}
