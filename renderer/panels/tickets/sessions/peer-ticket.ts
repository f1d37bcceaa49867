import { fail, succeed, type Outcome } from '../../../../app/outcome.ts';
import { bench } from '../../../bench.ts';
import { raiseSimulationEvent } from '../../../stores/simulation.ts';

/** Lets a player of the simulator issue a ticket for anyone, and answers its bytes in hex. */
export async function takePeerTicket(steamId: string): Promise<Outcome<string>> {
  const raised = await raiseSimulationEvent({ kind: 'peerIssuesTicket', steamId, remote: undefined });
  if (!raised.ok) return raised;
  const simulation = await bench().simulation.get();
  if (!simulation.ok) return simulation;
  const peer = simulation.value.world?.peers.find((each) => each.steamId === steamId);
  const [newest] = peer?.tickets ?? [];
  return newest === undefined ? fail('call-failed', 'The player gave no ticket.') : succeed(newest.hex);
}
