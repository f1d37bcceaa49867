const LARGEST_UINT64 = (1n << 64n) - 1n;

/** Whether the text is an unsigned 64-bit number in decimal without leading zeros. */
export function isUint64Text(text: string): boolean {
  return /^(0|[1-9]\d{0,19})$/.test(text) && BigInt(text) <= LARGEST_UINT64;
}
