/** IPv4 addresses are dotted text above the native layer and host-order uint32 below it: 127.0.0.1 is 0x7F000001. */

/** Whether the text is four decimal numbers of 0 to 255 without leading zeros. */
export function isAddressText(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** Host-order uint32 of a dotted address that `isAddressText` accepts. */
export function addressToNumber(text: string): number {
  return text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

export function addressFromNumber(address: number): string {
  return [address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255].join('.');
}
