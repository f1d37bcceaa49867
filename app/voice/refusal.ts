import { failureCodes, type Failure } from '../outcome.ts';
import { voiceResults } from './voice-results.ts';

/** Why a recording was refused, by the EVoiceResult that ended it. */
export function refusalOf(result: number): Failure {
  switch (result) {
    case voiceResults.restricted:
      return refusal(
        'voice-restricted',
        'Limited accounts and those with a chat restriction may not use voice: see Steam’s support pages.',
      );
    case voiceResults.notInitialized:
      return refusal(
        'voice-not-initialized',
        'See whether Steam’s voice settings find a microphone, restart the client, and connect again.',
      );
    default:
      return refusal(
        'voice-not-started',
        'See whether a microphone is connected, and whether something else tells Steam to stop.',
      );
  }
}

function refusal(code: Failure['code'], remedy: string): Failure {
  return { code, message: failureCodes[code], remedy };
}
