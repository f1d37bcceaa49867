import { fail, succeed } from '../../app/outcome.ts';
import type { WebAnswer, WebFetch } from '../../app/web-api/web-fetch.ts';

/** What the most usual codes of Node's network mean. */
const causes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at that address: the connection was refused.',
  ECONNRESET: 'The server broke off the connection.',
  EHOSTUNREACH: 'There is no way to that server from here.',
  ENETUNREACH: 'There is no network.',
  ENOTFOUND: 'There is no server of that name.',
  EAI_AGAIN: 'The name of the server could not be looked up: this machine may be offline.',
  ETIMEDOUT: 'The server did not answer in time.',
  UND_ERR_CONNECT_TIMEOUT: 'The server did not answer in time.',
  UND_ERR_SOCKET: 'The server broke off the connection.',
  UND_ERR_HEADERS_OVERFLOW: 'The server’s answer has headers beyond measure.',
  CERT_HAS_EXPIRED: 'The server’s certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The server’s certificate is one that nobody vouches for.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The server’s certificate is one that nobody vouches for.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The server’s certificate is one that nobody vouches for.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The server’s certificate is for another name.',
};

/**
 * Asks with Node's own client: it has no cookies, and nothing to do with the page's session.
 *
 * Errors are told by their code alone. Their texts may repeat the address, which holds the key.
 */
export const webFetch: WebFetch = async ({ url, timeoutMs, largestBodyBytes }) => {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json' },
      signal,
    });
    const body = await readBody(response, largestBodyBytes);
    return succeed({
      status: response.status,
      contentType: response.headers.get('content-type') ?? undefined,
      retryAfterSeconds: retryAfter(response.headers.get('retry-after')),
      ...body,
    });
  } catch (error) {
    return fail('web-api-unreachable', signal.aborted ? tooSlow(timeoutMs) : causeOf(error));
  }
};

/** The first bytes of the body; the rest is not fetched. */
async function readBody(
  response: Response,
  largestBytes: number,
): Promise<Pick<WebAnswer, 'body' | 'isBodyCut'>> {
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (reader !== undefined && size <= largestBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  const isBodyCut = size > largestBytes;
  if (isBodyCut) await reader?.cancel();
  const bytes = Buffer.concat(chunks).subarray(0, largestBytes);
  return { body: new TextDecoder().decode(bytes), isBodyCut };
}

/** Seconds of a Retry-After that gives them; a date there is rare, and not worth a clock. */
function retryAfter(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) : undefined;
}

function tooSlow(timeoutMs: number): string {
  return `The server did not answer within ${Math.ceil(timeoutMs / 1000)} s.`;
}

/** Node wraps what happened: the code is on the error or on one of its causes. */
function causeOf(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = codeOf(at);
    if (code !== undefined) return causes[code] ?? `The connection failed (${code}).`;
  }
  return 'The connection failed, or what answered does not speak HTTP.';
}

/** A code in capitals. Several addresses of one name fail together: the first one's code stands for all. */
function codeOf(error: Error): string | undefined {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  const code: unknown = 'code' in error ? error.code : undefined;
  if (typeof code !== 'string' || !/^[A-Z][A-Z\d_]{2,60}$/.test(code)) return undefined;
  return code.startsWith('HPE_') ? undefined : code;
}
