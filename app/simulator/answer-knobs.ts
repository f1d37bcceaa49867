import * as z from 'zod/mini';
import type { UserFunctionName } from '../steam/user-functions.ts';
import { CallFailureReason } from './fault-knobs.ts';
import { kindSchemas } from '../steam/value-kinds.ts';

/** The functions that are answered by a call result. */
export const callResultFunctions = [
  'requestEncryptedAppTicket',
  'requestStoreAuthURL',
  'getMarketEligibility',
  'getDurationControl',
] as const satisfies readonly UserFunctionName[];
export type CallResultFunction = (typeof callResultFunctions)[number];

/** The functions whose next answer can be chosen. */
export const answeredFunctions = [
  'getAuthSessionTicket',
  'getAuthTicketForWebApi',
  'beginAuthSession',
  ...callResultFunctions,
] as const satisfies readonly UserFunctionName[];
export type AnsweredFunction = (typeof answeredFunctions)[number];

const delayMs = z.optional(z.int().check(z.minimum(0), z.maximum(86_400_000)));

/** What becomes of a call's answer. A delay in simulated milliseconds stands in for the latency that chance gives. */
export const AnswerOutcome = z.discriminatedUnion('kind', [
  /** As Steam would answer, whatever faults are set. */
  z.strictObject({ kind: z.literal('answer'), delayMs }),
  z.strictObject({ kind: z.literal('never') }),
  /** For call results. */
  z.strictObject({ kind: z.literal('callFailure'), reason: CallFailureReason, delayMs }),
  /** The EResult that the answer carries; for beginAuthSession the EBeginAuthSessionResult that it gives back. */
  z.strictObject({ kind: z.literal('result'), result: kindSchemas.int32, delayMs }),
  /** For beginAuthSession: the EAuthSessionResponse of the verdict. */
  z.strictObject({
    kind: z.literal('verdict'),
    response: z.int().check(z.minimum(0), z.maximum(10)),
    delayMs,
  }),
]);
export type AnswerOutcome = z.infer<typeof AnswerOutcome>;

/** Functions whose answer has an EResult in it, or that give one back themselves. */
const functionsWithResult: readonly AnsweredFunction[] = [
  'getAuthSessionTicket',
  'getAuthTicketForWebApi',
  'beginAuthSession',
  'requestEncryptedAppTicket',
  'getDurationControl',
];

export function isCallResultFunction(name: AnsweredFunction): name is CallResultFunction {
  return (callResultFunctions as readonly AnsweredFunction[]).includes(name);
}

/** Whether a function can be answered in that way. */
export function fitsFunction(name: AnsweredFunction, outcome: AnswerOutcome): boolean {
  switch (outcome.kind) {
    case 'answer':
    case 'never':
      return true;
    case 'callFailure':
      return isCallResultFunction(name);
    case 'result':
      return functionsWithResult.includes(name);
    case 'verdict':
      return name === 'beginAuthSession';
  }
}
