/** Where an AudioContext is heard. Chromium has it; TypeScript’s library does not know it. */
interface AudioContextOptions {
  /** A `deviceId`, or nothing for the system’s choice. */
  readonly sinkId?: string;
}

interface AudioContext {
  /** Takes a `deviceId`, or nothing for the system’s choice. Rejected where there is no such output. */
  setSinkId(sinkId: string): Promise<void>;
}
