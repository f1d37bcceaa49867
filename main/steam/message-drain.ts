import type { SteamMessage } from '../../app/steam/steam-client.ts';
import type { Packing } from '../../app/steam/user-callbacks.ts';
import type { FlatLibrary } from './flat-library.ts';
import type { SteamInterfaces } from './interfaces.ts';
import { callbackMessage, callCompleted } from './layout.ts';

/** A message that claims to be larger is not believed: its bytes are left where they are. */
const LARGEST_MESSAGE = 1 << 20;

/** Takes up to `limit` messages, oldest first. */
export type MessageDrain = (limit: number) => SteamMessage[];

/**
 * Reads callbacks and call results by manual dispatch.
 *
 * Valve's frame is run once for a whole drain, not once a portion: a drain that gave all it was asked for is taken to
 * go on. What a message points at is Steam's and goes when the message is freed, so bytes are copied first; the message
 * is freed also where copying throws, or the same one would come for ever.
 */
export function createMessageDrain(
  flat: FlatLibrary,
  { pipe, utils }: Pick<SteamInterfaces, 'pipe' | 'utils'>,
  packing: Packing,
): MessageDrain {
  const bytes = new Uint8Array(callbackMessage.size[packing === 4 ? 0 : 1]);
  const view = new DataView(bytes.buffer);
  const failed = new Uint8Array(1);
  let isGoingOn = false;

  const takeResult = (completed: Uint8Array): SteamMessage => {
    const body = new DataView(completed.buffer, completed.byteOffset, completed.length);
    const handle = body.getBigUint64(callCompleted.call, true);
    const call = handle.toString();
    const id = body.getInt32(callCompleted.callbackId, true);
    const size = body.getUint32(callCompleted.paramSize, true);
    if (size > LARGEST_MESSAGE) return { kind: 'callResult', call, id, bytes: new Uint8Array(0) };
    const result = new Uint8Array(size);
    failed[0] = 0;
    const isThere = flat.getCallResult(pipe, handle, result, size, id, failed);
    return isThere && failed[0] === 0
      ? { kind: 'callResult', call, id, bytes: result }
      : { kind: 'callFailure', call, id, reason: flat.getCallFailureReason(utils, handle) };
  };

  const take = (): SteamMessage => {
    const id = view.getInt32(callbackMessage.id, true);
    const from = view.getBigUint64(callbackMessage.param, true);
    const size = view.getInt32(callbackMessage.paramSize, true);
    const isReadable = from !== 0n && size > 0 && size <= LARGEST_MESSAGE;
    const param = isReadable ? flat.copyBytes(from, size) : new Uint8Array(0);
    return id === callCompleted.id && param.length === callCompleted.size
      ? takeResult(param)
      : { kind: 'callback', id, bytes: param };
  };

  return (limit) => {
    if (!isGoingOn) flat.runFrame(pipe);
    isGoingOn = false;
    const messages: SteamMessage[] = [];
    while (messages.length < limit && flat.getNextCallback(pipe, bytes)) {
      try {
        messages.push(take());
      } finally {
        flat.freeLastCallback(pipe);
      }
    }
    isGoingOn = limit > 0 && messages.length === limit;
    return messages;
  };
}
