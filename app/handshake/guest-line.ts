import { createHearing, createPulse } from './heartbeat.ts';
import { readGuestMessage, type GuestMessage, type HostMessage } from './messages.ts';
import { LARGEST_MESSAGE_BYTES, type Line } from './network.ts';
import { createRateLimit, type RefusalReason } from './refusals.ts';

/** A bench that connected has so long to say who it is. */
const LONGEST_SILENT_KNOCK_MS = 5000;

/** A line to the host, with what the host keeps of it. */
export interface GuestLine {
  readonly from: string;
  readonly host: string;
  /** Undefined until they were let in. */
  seat: number | undefined;
  readonly pulse: ReturnType<typeof createPulse>;
  send(message: HostMessage): void;
  close(reason: string): void;
  /** What came in, or why it is refused. */
  read(text: string, at: number): GuestMessage | RefusalReason;
  /** Whether the ticket for that seat is the first one. */
  gives(to: number): boolean;
  /** Whether they should have said by now who they are. */
  isLate(at: number): boolean;
  isSilent(at: number): boolean;
}

export function createGuestLine(line: Line, connectedAt: number): GuestLine {
  const hearing = createHearing(connectedAt);
  const rate = createRateLimit();
  const given = new Set<number>();
  return {
    from: line.from,
    host: line.host,
    seat: undefined,
    pulse: createPulse(),
    send: (message) => line.send(JSON.stringify(message)),
    close: (reason) => line.close(reason),
    read(text, at) {
      hearing.heard(at);
      if (text.length > LARGEST_MESSAGE_BYTES) return 'oversize';
      return rate.allows(at) ? readGuestMessage(text) : 'flood';
    },
    gives(to) {
      const isFirst = !given.has(to);
      given.add(to);
      return isFirst;
    },
    isLate(at) {
      return this.seat === undefined && at - connectedAt > LONGEST_SILENT_KNOCK_MS;
    },
    isSilent: (at) => hearing.isSilent(at),
  };
}
