import type { SessionSnapshot, SessionState } from '../../../app/session/session.ts';
import { Facts } from '../../ui/facts.tsx';
import { Lamp, type LampState } from '../../ui/lamp.tsx';
import { Tag } from '../../ui/tag.tsx';
import { knownAppName } from './known-apps.ts';

const stateLamps: Readonly<Record<SessionState, { readonly lamp: LampState; readonly label: string }>> = {
  disconnected: { lamp: 'off', label: 'Disconnected' },
  connecting: { lamp: 'busy', label: 'Connecting' },
  connected: { lamp: 'on', label: 'Connected' },
  failed: { lamp: 'fault', label: 'Failed' },
};

const sourceWords: Readonly<Record<SessionSnapshot['appIdSource'], string>> = {
  'command line': 'from --app-id on the command line',
  'SteamAppId environment variable': 'from the environment variable SteamAppId',
  'steam_appid.txt': 'from steam_appid.txt',
  default: 'the default',
  window: 'entered in this window',
};

export interface SessionFactsProps {
  readonly session: SessionSnapshot;
}

/** Whom the bench talks to now. */
export function SessionFacts({ session }: SessionFactsProps) {
  const { state, client, appId, appIdSource, steamId, personaName, failure } = session;
  const { lamp, label } = stateLamps[state];
  const isFaulty = state === 'connected' && failure !== undefined;
  return (
    <Facts
      items={[
        {
          label: 'State',
          value: (
            <Lamp state={isFaulty ? 'warning' : lamp} label={isFaulty ? 'Connected, with a fault' : label} />
          ),
        },
        { label: 'Client', value: client === 'simulated' ? <Tag tone="simulated">Simulated</Tag> : 'Steam' },
        {
          label: 'App id',
          value: appId,
          isMono: true,
          note: [knownAppName(appId), sourceWords[appIdSource]]
            .filter((words) => words !== undefined)
            .join(', '),
        },
        { label: 'Persona', value: personaName },
        {
          label: 'Steam id',
          value: steamId,
          isMono: true,
          ...(steamId !== undefined && { copyText: steamId }),
        },
      ]}
    />
  );
}
