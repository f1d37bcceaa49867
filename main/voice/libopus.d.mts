/** What is used of the WebAssembly module inside libopus-wasm, which comes without types. Pointers are numbers. */
export interface LibopusModule {
  readonly HEAP16: Int16Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
  UTF8ToString(pointer: number): string;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _oc_create_encoder(sampleRate: number, channels: number, application: number, error: number): number;
  _oc_destroy_encoder(encoder: number): void;
  _oc_encoder_ctl(encoder: number, request: number, value: number): number;
  _oc_encode(encoder: number, pcm: number, frameSamples: number, packet: number, mostBytes: number): number;
  _oc_encode_float(
    encoder: number,
    pcm: number,
    frameSamples: number,
    packet: number,
    mostBytes: number,
  ): number;
  _oc_create_decoder(sampleRate: number, channels: number, error: number): number;
  _oc_destroy_decoder(decoder: number): void;
  /** A null packet conceals. */
  _oc_decode(
    decoder: number,
    packet: number,
    packetBytes: number,
    pcm: number,
    mostSamples: number,
    decodeFec: number,
  ): number;
  _oc_strerror(code: number): number;
}

export declare function createLibopusModule(): Promise<LibopusModule>;
