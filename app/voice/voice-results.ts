/** EVoiceResult, as far as the bench goes by it and the simulator comes to it by itself. */
export const voiceResults = {
  ok: 0,
  notInitialized: 1,
  notRecording: 2,
  noData: 3,
  bufferTooSmall: 4,
  dataCorrupted: 5,
  restricted: 6,
  unsupportedCodec: 7,
} as const;
