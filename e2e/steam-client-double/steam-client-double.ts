import { setTimeout as delay } from 'node:timers/promises';

import { LineConnection } from './line-connection.ts';
import * as lines from './script-lines.ts';
import type { SteamHome } from './steam-home.ts';

export { createSteamHome, type SteamHome, type SteamHomeOptions } from './steam-home.ts';

/** One call that the application made, in order. */
export interface LoggedCall {
  readonly seq: number;
  /** A public function name, or one of the client's own: createSteamPipe, releaseUser, … */
  readonly name: string;
  /** Bytes in hex, 64-bit numbers as decimal strings, IPv4 addresses dotted. */
  readonly args: Readonly<Record<string, string | number | boolean | null>>;
}

export interface ConnectOptions {
  /** The library is loaded when the application connects to Steam, so the socket may take its time. */
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 10_000;
const pollMs = 20;

/**
 * Drives the stand-in for the Steam client that a running process has loaded.
 *
 * Every method resolves once the stand-in has done it, and rejects with its message when it would not.
 */
export class SteamClientDouble {
  readonly #connection: LineConnection;

  private constructor(connection: LineConnection) {
    this.#connection = connection;
  }

  /** Waits until the application has loaded the library, then connects. Fails on a mistake in the start script. */
  static async connect(home: SteamHome, options: ConnectOptions = {}): Promise<SteamClientDouble> {
    const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      try {
        const double = new SteamClientDouble(await LineConnection.open(home.socketPath));
        await double.send('hello');
        return double;
      } catch (error) {
        if (!isNotListening(error)) throw error;
        if (performance.now() > deadline) {
          throw new Error(
            `Nothing has loaded the stand-in for the Steam client within ${timeoutMs} ms (no ${home.socketPath}).`,
            { cause: error },
          );
        }
        await delay(pollMs);
      }
    }
  }

  /** Sends one line of the protocol and returns what follows "ok". */
  async send(line: string): Promise<string> {
    if (/[\r\n]/.test(line)) throw new Error(`A line of the protocol holds no line end: ${line}`);
    const answer = await this.#connection.ask(line);
    if (answer === 'ok') return '';
    if (answer.startsWith('ok ')) return answer.slice(3);
    throw new Error(`steam-client-double: ${answer.replace(/^error /, '')} (${line.slice(0, 80)})`);
  }

  async setValue<Name extends lines.ValueName>(name: Name, value: lines.ScriptedValues[Name]): Promise<void> {
    await this.send(lines.setValueLine(name, value));
  }

  /** The function returns a null pointer instead of text. */
  async setNull(name: lines.TextValueName): Promise<void> {
    await this.send(lines.setNullLine(name));
  }

  /** Back to automatic behaviour. */
  async unsetValue(name: lines.ValueName): Promise<void> {
    await this.send(lines.unsetValueLine(name));
  }

  async postCallback(id: number, bytes: Uint8Array): Promise<void> {
    await this.send(lines.postCallbackLine(id, bytes));
  }

  /** Posts `count` callbacks at once, each with its number from 0 as uint32 at `numberOffset`. */
  async burst(id: number, count: number, bytes: Uint8Array, numberOffset = 0): Promise<void> {
    await this.send(lines.burstLine(id, count, bytes, numberOffset));
  }

  /** How the function's calls end from now on. */
  async answerCall(functionName: lines.CallResultFunction, answer: lines.CallAnswer): Promise<void> {
    await this.send(lines.answerCallLine(functionName, answer));
  }

  /** Ends one call that still waits. */
  async completeCall(callHandle: string, answer: lines.CallAnswer): Promise<void> {
    await this.send(lines.completeCallLine(callHandle, answer));
  }

  /** Switches off, or on again, what the function does beyond returning. */
  async automatic(functionName: lines.AutomaticFunction, isOn: boolean): Promise<void> {
    await this.send(lines.automaticLine(functionName, isOn));
  }

  /** `pipe`: callback 117, then nothing but zeros until `revive`. `crash`: the application's process aborts. */
  async die(manner: 'pipe' | 'crash'): Promise<void> {
    const death = this.send(lines.dieLine(manner));
    // A process that has crashed does not answer any more.
    await (manner === 'crash' ? death.catch(() => undefined) : death);
  }

  /** Steam runs again: the dead pipe stays dead, but the application's next connection lives. */
  async revive(): Promise<void> {
    await this.send('revive');
  }

  async crashOn(functionName: string): Promise<void> {
    await this.send(lines.crashOnLine(functionName));
  }

  async hangOn(functionName: string, durationMs: number): Promise<void> {
    await this.send(lines.hangOnLine(functionName, durationMs));
  }

  /** Lets a hanging call go on at once. */
  async endHang(): Promise<void> {
    await this.send('end-hang');
  }

  async refuseInterface(version: string): Promise<void> {
    await this.send(lines.refuseInterfaceLine(version));
  }

  async acceptInterface(version: string): Promise<void> {
    await this.send(lines.acceptInterfaceLine(version));
  }

  /** Queues a packet that GetVoice hands out once, after those queued before. */
  async queueVoicePacket(packet: Uint8Array): Promise<void> {
    await this.send(lines.voicePacketLine(packet));
  }

  async clearVoicePackets(): Promise<void> {
    await this.send('clear-voice');
  }

  async calls(): Promise<LoggedCall[]> {
    return JSON.parse(await this.send('calls')) as LoggedCall[];
  }

  async clearCalls(): Promise<void> {
    await this.send('clear-calls');
  }

  /** Forgets the script, the log, every session and whatever is pending. */
  async reset(): Promise<void> {
    await this.send('reset');
  }

  /** How many callbacks the application has not drained yet. */
  async pendingCallbacks(): Promise<number> {
    return Number(await this.send('pending'));
  }

  close(): void {
    this.#connection.close();
  }
}

// No socket yet, or one that an earlier process left behind.
function isNotListening(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET';
}
