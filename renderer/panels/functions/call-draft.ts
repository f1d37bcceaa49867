import * as z from 'zod/mini';
import { exampleArguments } from '../../../app/functions/examples.ts';
import { checkCall, type CheckedCall } from '../../../app/steam/call-arguments.ts';
import type { Failure } from '../../../app/outcome.ts';
import { fromHex, toHex } from '../../../app/steam/hex.ts';
import { userFunctions, type Parameter, type UserFunctionName } from '../../../app/steam/user-functions.ts';
import { kindSchemas, type RemoteIdentity } from '../../../app/steam/value-kinds.ts';
import { emptyDraft, readDraft, type DraftField, type RemoteDraft } from '../tickets/remote-draft.ts';

/** What is entered for one parameter: text for everything but a switch and a remote identity. */
export type DraftValue = string | boolean | RemoteDraft;

/** What is entered for a function, by parameter. */
export type CallDraft = Readonly<Record<string, DraftValue>>;

/** What is wrong with one parameter: a sentence, or one a field of a remote identity. */
export type Problem = string | Partial<Record<DraftField, string>>;

export type CallReading =
  | { readonly ok: true; readonly call: CheckedCall }
  | { readonly ok: false; readonly problems: Readonly<Record<string, Problem>>; readonly failure?: Failure };

export function parametersOf(name: UserFunctionName): readonly (readonly [string, Parameter])[] {
  return Object.entries<Parameter>(userFunctions[name].parameters);
}

/** A form in which nothing is entered yet. */
export function emptyCall(name: UserFunctionName): CallDraft {
  return Object.fromEntries(parametersOf(name).map(([key, { kind }]) => [key, emptyValue(kind)]));
}

function emptyValue(kind: Parameter['kind']): DraftValue {
  if (kind === 'bool') return false;
  return kind === 'remoteIdentity' ? emptyDraft : '';
}

/** A form with the function’s example entered. */
export function exampleCall(name: UserFunctionName): CallDraft {
  const example: Readonly<Record<string, unknown>> = exampleArguments[name];
  return Object.fromEntries(
    parametersOf(name).map(([key, { kind }]) => [
      key,
      example[key] === undefined ? emptyValue(kind) : draftOf(example[key]),
    ]),
  );
}

function draftOf(value: unknown): DraftValue {
  if (typeof value === 'boolean') return value;
  if (value instanceof Uint8Array) return toHex(value);
  if (typeof value === 'object' && value !== null) return remoteDraft(value as RemoteIdentity);
  return String(value);
}

function remoteDraft(remote: RemoteIdentity): RemoteDraft {
  if ('steamId' in remote) return { ...emptyDraft, kind: 'steamId', steamId: remote.steamId };
  if ('name' in remote) return { ...emptyDraft, kind: 'name', name: remote.name };
  return { ...emptyDraft, kind: 'address', ip: remote.ip, port: String(remote.port) };
}

/** Reads the form as a call that main will take, or says parameter by parameter what is wrong. */
export function readCall(name: UserFunctionName, draft: CallDraft): CallReading {
  const args: Record<string, unknown> = {};
  const problems: Record<string, Problem> = {};
  for (const [key, parameter] of parametersOf(name)) {
    const reading = readValue(parameter, draft[key] ?? emptyValue(parameter.kind));
    if (reading.problem !== undefined) problems[key] = reading.problem;
    else if (reading.value !== undefined) args[key] = reading.value;
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const checked = checkCall(name, args);
  return checked.ok ? { ok: true, call: checked.value } : { ok: false, problems, failure: checked.error };
}

interface ValueReading {
  readonly value?: unknown;
  readonly problem?: Problem;
}

function readValue(parameter: Parameter, draft: DraftValue): ValueReading {
  if (typeof draft === 'object') {
    const reading = readDraft(draft);
    return reading.ok ? { value: reading.remote } : { problem: reading.problems };
  }
  if (typeof draft === 'string' && draft === '' && parameter.optional === true) return {};
  const value = typeof draft === 'boolean' ? draft : valueOfText(parameter.kind, draft);
  if (value === undefined) return { problem: 'must be pairs of hex digits, such as 14 00 ff' };
  // The same schema that checkCall is made of: here for a message that belongs to one field.
  const parsed = z.safeParse(kindSchemas[parameter.kind], value);
  return parsed.success ? { value } : { problem: parsed.error.issues[0]?.message ?? 'is not right' };
}

/** What a text stands for; undefined for bytes that are none. A number that is none becomes NaN, which no check takes. */
function valueOfText(kind: Parameter['kind'], text: string): unknown {
  switch (kind) {
    case 'text':
      return text;
    case 'bytes':
      return fromHex(text.replace(/\s+/g, ''));
    case 'int32':
    case 'uint32':
    case 'uint16':
    case 'appId':
    case 'port':
    case 'unixTime':
    case 'ticketHandle':
      return /^\s*-?\d+\s*$/.test(text) ? Number(text) : Number.NaN;
    default:
      return text.trim();
  }
}
