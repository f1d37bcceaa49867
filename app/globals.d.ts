/**
 * The two globals that every host of `app` has and the ECMAScript library does not declare.
 *
 * Nothing else of a host may be named here: see the import arrows in ARCHITECTURE.md.
 */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: 'utf-8', options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
