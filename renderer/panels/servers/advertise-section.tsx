import type { SubmitEvent } from 'react';
import { advertiseGame, takeBackAdvertisement, useGameServers } from '../../stores/game-servers.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Lamp } from '../../ui/lamp.tsx';
import { Mono } from '../../ui/mono.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useCommand } from '../../use-command.ts';
import { ServerFields } from './server-fields.tsx';
import styles from './servers.module.css';
import { useServerForm } from './use-server-form.ts';

/** AdvertiseGame: where friends who choose “Join game” are sent. */
export function AdvertiseSection({ isConnected }: { readonly isConnected: boolean }) {
  const { advertised } = useGameServers();
  const advertise = useCommand(advertiseGame);
  const takeBack = useCommand(takeBackAdvertisement);
  const form = useServerForm((server) => void advertise.run(server));
  const failure = advertise.failure ?? takeBack.failure;

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isConnected) form.submit();
  };

  return (
    <Section title="Advertise a game" note="Still of use: friends’ “Join game” leads there.">
      <form className={styles['form']} aria-label="Advertise a game" onSubmit={submit} noValidate>
        <ServerFields form={form} />
        <div className={styles['buttons']}>
          <Button type="submit" disabled={!isConnected} isBusy={advertise.isBusy}>
            Advertise
          </Button>
          <Button
            kind="quiet"
            disabled={!isConnected || advertised === undefined}
            isBusy={takeBack.isBusy}
            hint="Advertises zeros: one plays on no server"
            onClick={() => void takeBack.run()}
          >
            Take back
          </Button>
        </div>
        <div role="status" className={styles['now']}>
          {advertised === undefined ? (
            <Lamp state="off" label="Nothing is advertised" />
          ) : (
            <>
              <Lamp state="on" label="Advertised" />
              {advertised.isSimulated && <Tag tone="simulated">Simulated</Tag>}
              <Mono isBreaking>{`${advertised.serverIp}:${advertised.serverPort}`}</Mono>
              <span className={styles['faint']}>
                server <Mono isBreaking>{advertised.serverId}</Mono>, <RelativeTime at={advertised.at} />
              </span>
            </>
          )}
        </div>
        {failure !== undefined && <FailureNote failure={failure} onDismiss={advertise.dismiss} />}
      </form>
    </Section>
  );
}
