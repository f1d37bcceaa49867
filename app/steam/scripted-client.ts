import { succeed, type Outcome } from '../outcome.ts';
import { emptyAnswer } from '../simulator/dead-pipe.ts';
import { encodeCallback } from './callback-bytes.ts';
import { notConnected, type ClientDetails, type SteamClient, type SteamMessage } from './steam-client.ts';
import {
  userCallbacks,
  type Packing,
  type UserCallbackFields,
  type UserCallbackName,
} from './user-callbacks.ts';
import type { UserFunctionArgs, UserFunctionName, UserFunctionResult } from './user-functions.ts';

/** What a function answers; one that is not in the script answers nothing worth mentioning: 0, false, no bytes. */
export type Script = {
  readonly [Name in UserFunctionName]?: (args: UserFunctionArgs<Name>) => Outcome<UserFunctionResult<Name>>;
};

export interface ScriptedParts {
  readonly kind?: SteamClient['kind'];
  readonly appId?: number;
  readonly packing?: Packing;
  readonly details?: ClientDetails;
  readonly script?: Script;
  /** Stands in for the queue: what `drain` gives, or throws. */
  readonly drain?: SteamClient['drain'];
}

/** A client for tests: says what it was told to say and remembers what it was asked. */
export interface ScriptedClient extends SteamClient {
  /** Names in the order of the calls. */
  readonly asked: readonly UserFunctionName[];
  isClosed(): boolean;
  /** Puts a message into the queue. */
  post(...messages: readonly SteamMessage[]): void;
  callBack<Name extends UserCallbackName>(name: Name, fields: UserCallbackFields<Name>): void;
  answer<Name extends UserCallbackName>(call: string, name: Name, fields: UserCallbackFields<Name>): void;
}

export function createScriptedClient(parts: ScriptedParts = {}): ScriptedClient {
  const { kind = 'steam', appId = 480, packing = 4, details = {}, script = {} } = parts;
  const asked: UserFunctionName[] = [];
  const queue: SteamMessage[] = [];
  let isClosed = false;

  return {
    kind,
    appId,
    packing,
    asked,
    isClosed: () => isClosed,
    call(name, args) {
      if (isClosed) return notConnected;
      asked.push(name);
      return script[name]?.(args) ?? succeed(emptyAnswer(name));
    },
    drain: parts.drain ?? ((limit) => (isClosed ? [] : queue.splice(0, limit))),
    details: () => details,
    close() {
      isClosed = true;
    },
    post: (...messages) => void queue.push(...messages),
    callBack(name, fields) {
      const bytes = encodeCallback(name, fields, packing);
      queue.push({ kind: 'callback', id: userCallbacks[name].id, bytes });
    },
    answer(call, name, fields) {
      const bytes = encodeCallback(name, fields, packing);
      queue.push({ kind: 'callResult', call, id: userCallbacks[name].id, bytes });
    },
  };
}
