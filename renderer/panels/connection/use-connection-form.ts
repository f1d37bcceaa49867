import { useState } from 'react';
import type { ClientKind } from '../../../app/steam/steam-client.ts';
import { askBeforeLosing } from '../../stores/leaving.ts';
import { connectClient, disconnectClient, useSession } from '../../stores/session.ts';
import { useCommand } from '../../use-command.ts';
import { readAppId } from './known-apps.ts';

interface Draft {
  readonly client?: ClientKind;
  readonly appId?: string;
}

/** What is chosen to connect to. What was not touched follows the session, which a script may change as well. */
export function useConnectionForm() {
  const session = useSession();
  const [draft, setDraft] = useState<Draft>({});
  const connect = useCommand(connectClient);
  const disconnect = useCommand(disconnectClient);

  const client = draft.client ?? session.client;
  const appIdText = draft.appId ?? String(session.appId);
  const reading = readAppId(appIdText);

  return {
    client,
    appIdText,
    appIdProblem: reading.ok ? undefined : reading.problem,
    /** Whether something else is chosen than what is connected or was tried. */
    isChanged: client !== session.client || !reading.ok || reading.appId !== session.appId,
    isConnecting: connect.isBusy || session.state === 'connecting',
    isDisconnecting: disconnect.isBusy,
    failure: connect.failure ?? disconnect.failure,
    dismissFailure: (): void => {
      connect.dismiss();
      disconnect.dismiss();
    },
    chooseClient: (next: ClientKind) => setDraft((before) => ({ ...before, client: next })),
    changeAppId: (text: string) => setDraft((before) => ({ ...before, appId: text })),
    /** Connects to what is chosen, unless the app id is not one. */
    connect: (): void => {
      if (!reading.ok) return;
      const { appId } = reading;
      askBeforeLosing('connect', () => void connect.run(client, appId).then(() => setDraft({})));
    },
    /** Tries again what was tried, or goes on with another client, whatever is chosen in the form. */
    connectTo: async (other: ClientKind): Promise<void> => {
      await connect.run(other, session.appId);
      setDraft({});
    },
    disconnect: (): void => askBeforeLosing('disconnect', () => void disconnect.run()),
  };
}

export type ConnectionFormState = ReturnType<typeof useConnectionForm>;
