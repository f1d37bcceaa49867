import { fail, succeed } from '../outcome.ts';
import type { HandshakeNetwork, Line, LineListener } from './network.ts';

/** A network in memory, for tests: machines by name, messages in order and a moment later. */
export interface MemoryNetwork {
  /** The port to the network of one machine. */
  at(machine: string): HandshakeNetwork;
  /** From now on nothing comes from or reaches the machine, and nobody is told of it. */
  cut(machine: string): void;
  /** Lets everything arrive that is on its way. */
  settle(): Promise<void>;
}

interface Cable {
  readonly machines: readonly string[];
  isOpen: boolean;
}

const FIRST_FREE_PORT = 50_000;

export function createMemoryNetwork(): MemoryNetwork {
  const servers = new Map<string, (line: Line) => LineListener>();
  const cutMachines = new Set<string>();
  let nextPort = FIRST_FREE_PORT;
  let onTheWay = 0;

  const later = (arrive: () => void): void => {
    onTheWay += 1;
    void Promise.resolve().then(() => {
      onTheWay -= 1;
      arrive();
    });
  };
  const isCut = (cable: Cable): boolean => cable.machines.some((machine) => cutMachines.has(machine));

  /** One end of a cable; `other` is what hears at the far end. */
  const endOf = (
    cable: Cable,
    farMachine: string,
    other: () => LineListener,
    own: () => LineListener,
  ): Line => ({
    from: `${farMachine}:${nextPort}`,
    host: farMachine,
    send(text) {
      if (!cable.isOpen) return;
      later(() => !isCut(cable) && other().received(text));
    },
    close(reason) {
      if (!cable.isOpen) return;
      cable.isOpen = false;
      later(() => own().closed(reason));
      later(() => !isCut(cable) && other().closed(reason));
    },
  });

  return {
    cut: (machine) => void cutMachines.add(machine),
    async settle() {
      // What arrives may send in turn; nothing on the way twice over means that nothing more comes.
      for (let quiet = 0; quiet < 3; quiet = onTheWay === 0 ? quiet + 1 : 0) await Promise.resolve();
    },
    at: (machine) => ({
      listen({ port: wanted, isOpenToNetwork }, onLine) {
        const port = wanted === 0 ? (nextPort += 1) : wanted;
        const address = `127.0.0.1:${port}`;
        if (servers.has(address))
          return Promise.resolve(fail('handshake-failed', `Port ${port} is taken.`, 'Choose another port.'));
        servers.set(address, onLine);
        return Promise.resolve(
          succeed({
            addresses: isOpenToNetwork ? [address, `192.0.2.1:${port}`] : [address],
            close: () => void servers.delete(address),
          }),
        );
      },
      connect(address, onLine) {
        const accept = servers.get(address);
        if (accept === undefined)
          return Promise.resolve(fail('handshake-failed', `Nobody listens at ${address}.`));
        nextPort += 1;
        const cable: Cable = { machines: [machine], isOpen: true };
        const ends: { near?: LineListener; far?: LineListener } = {};
        const listening = (end: 'near' | 'far') => () => ends[end] ?? silent;
        const farLine = endOf(cable, machine, listening('near'), listening('far'));
        const nearLine = endOf(cable, '127.0.0.1', listening('far'), listening('near'));
        ends.far = accept(farLine);
        ends.near = onLine(nearLine);
        return Promise.resolve(succeed(nearLine));
      },
    }),
  };
}

const silent: LineListener = { received: () => undefined, refused: () => undefined, closed: () => undefined };
