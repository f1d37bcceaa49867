import * as z from 'zod/mini';
import { isUint64Text } from '../steam/uint64.ts';
import type { WebApiAnswer } from './web-api.ts';

const steamId = z.string().check(z.refine(isUint64Text));

const Verified = z.object({
  response: z.object({
    params: z.object({
      result: z.literal('OK'),
      steamid: steamId,
      ownersteamid: steamId,
      vacbanned: z.boolean(),
      publisherbanned: z.boolean(),
    }),
  }),
});

const Refused = z.object({
  response: z.object({ error: z.object({ errorcode: z.int(), errordesc: z.string() }) }),
});

/** What AuthenticateUserTicket answered, out of a body of any kind. Never throws. */
export function readAnswer(body: string): WebApiAnswer {
  const json = parseJson(body);
  const verified = z.safeParse(Verified, json);
  if (verified.success) {
    const { params } = verified.data.response;
    return {
      kind: 'verified',
      steamId: params.steamid,
      ownerSteamId: params.ownersteamid,
      isVacBanned: params.vacbanned,
      isPublisherBanned: params.publisherbanned,
    };
  }
  const refused = z.safeParse(Refused, json);
  if (refused.success) {
    const { errorcode, errordesc } = refused.data.response.error;
    return { kind: 'refused', errorCode: errorcode, errorText: errordesc };
  }
  return { kind: 'notUnderstood' };
}

/** The value of a JSON text; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
