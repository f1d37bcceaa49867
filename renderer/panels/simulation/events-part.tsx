import { Column, Columns } from '../panel-body.tsx';
import { ClientEvents } from './events/client-events.tsx';
import { ConnectionEvents } from './events/connection-events.tsx';
import { DurationEvent } from './events/duration-event.tsx';
import { PeerEvents } from './events/peer-events.tsx';
import { PurchaseEvents } from './events/purchase-events.tsx';
import { ServerDenyEvent } from './events/server-deny-event.tsx';
import { VerdictEvent } from './events/verdict-event.tsx';
import { WebCallbackEvent } from './events/web-callback-event.tsx';
import type { PartProps } from './part-props.ts';

/** What the world can do to the client, each at the press of a button. */
export function EventsPart({ simulator, account, world }: PartProps) {
  const { raise, appId, accounts } = simulator;
  const { steamId } = account;
  return (
    <Columns>
      <Column>
        <ConnectionEvents raise={raise} />
        <ClientEvents raise={raise} />
        <ServerDenyEvent raise={raise} appId={appId} />
        <PurchaseEvents key={appId} raise={raise} appId={appId} />
        <WebCallbackEvent raise={raise} />
      </Column>
      <Column>
        <VerdictEvent raise={raise} accounts={accounts} steamId={steamId} sessions={world.sessions} />
        <PeerEvents simulator={simulator} peers={world.peers} steamId={steamId} />
        <DurationEvent
          raise={raise}
          onlineState={world.playTime.onlineState}
          onOnlineState={(newState) => simulator.call('setDurationControlOnlineState', { newState })}
        />
      </Column>
    </Columns>
  );
}
