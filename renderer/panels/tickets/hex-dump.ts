const BYTES_PER_ROW = 16;

/** One row of a hex dump. */
export interface HexRow {
  /** Eight hex digits. */
  readonly offset: string;
  /** Up to sixteen bytes of two digits each, with a wider gap in the middle. */
  readonly hex: string;
  readonly ascii: string;
}

/** Rows of sixteen bytes from hex digits; what is not printable ASCII shows as a dot. */
export function hexDump(hex: string): readonly HexRow[] {
  const rows: HexRow[] = [];
  for (let start = 0; start < hex.length; start += BYTES_PER_ROW * 2) {
    const bytes = hex.slice(start, start + BYTES_PER_ROW * 2).match(/../g) ?? [];
    rows.push({
      offset: (start / 2).toString(16).padStart(8, '0'),
      hex: [bytes.slice(0, 8).join(' '), bytes.slice(8).join(' ')].filter((half) => half !== '').join('  '),
      ascii: bytes.map(printable).join(''),
    });
  }
  return rows;
}

function printable(byte: string): string {
  const code = Number.parseInt(byte, 16);
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '.';
}
