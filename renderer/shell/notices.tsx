import { useState } from 'react';
import type { CheckName } from '../../app/doctor/report.ts';
import type { Outcome } from '../../app/outcome.ts';
import { bench } from '../bench.ts';
import { useAbout } from '../stores/about.ts';
import { connectClient, disconnectClient, useSession } from '../stores/session.ts';
import { openPanel } from '../stores/settings.ts';
import { notify } from '../stores/toasts.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useCommand } from '../use-command.ts';
import styles from './notices.module.css';

/** What concerns every panel: that the simulator stands in and why, that the client broke, that the last run crashed. */
export function Notices() {
  const { state, failure, fallback } = useSession();
  const crashedRun = useAbout()?.crashedRun;
  const [isCrashDismissed, setIsCrashDismissed] = useState(false);
  const isBroken = state === 'connected' && failure !== undefined;
  const isCrashShown = crashedRun !== undefined && !isCrashDismissed;
  if (fallback === undefined && !isBroken && !isCrashShown) return null;
  return (
    <div className={styles['notices']}>
      {isBroken && <BrokenNotice title={failure.message} text={failure.remedy} />}
      {fallback !== undefined && <FallbackNotice reason={fallback.message} />}
      {isCrashShown && (
        <Banner
          tone="warning"
          title={
            crashedRun.lastCall === undefined
              ? 'The previous run did not end by itself.'
              : `The previous run did not end by itself: it was in ${crashedRun.lastCall}.`
          }
          onDismiss={() => setIsCrashDismissed(true)}
        >
          Its journal: <code>{crashedRun.journalPath}</code>
        </Banner>
      )}
    </div>
  );
}

function FallbackNotice({ reason }: { readonly reason: string }) {
  const { appId } = useSession();
  const retry = useCommand(() => connectWhereSteamRuns(appId));
  return (
    <Banner
      tone="warning"
      title={`Simulated, because: ${reason}`}
      actions={
        <>
          <Button kind="quiet" onClick={() => openPanel('connection')}>
            Why?
          </Button>
          <Button isBusy={retry.isBusy} onClick={() => void retry.run()}>
            Try Steam again
          </Button>
        </>
      }
    />
  );
}

/** Leaves the simulator only where Steam would answer: what it holds would be lost for nothing. */
async function connectWhereSteamRuns(appId: number): Promise<Outcome<unknown>> {
  const examined = await bench().doctor.examine();
  if (!examined.ok) return examined;
  const inTheWay = examined.value.checks.find(
    ({ name, status }) => status === 'failed' && conditions.includes(name),
  );
  if (inTheWay === undefined) return connectClient('steam', appId);
  notify('fault', 'Steam still does not answer', inTheWay.found);
  openPanel('connection');
  return examined;
}

/** What has to hold before it is worth a try; the other checks tell of the last one. */
const conditions: readonly CheckName[] = ['platform', 'library', 'clientModule', 'steamRunning'];

function BrokenNotice({ title, text }: { readonly title: string; readonly text: string | undefined }) {
  const { client, appId } = useSession();
  const leave = useCommand(disconnectClient);
  const again = useCommand(() => connectClient(client, appId));
  return (
    <Banner
      tone="error"
      title={title}
      actions={
        <>
          <Button kind="quiet" isBusy={leave.isBusy} onClick={() => void leave.run()}>
            Disconnect
          </Button>
          <Button isBusy={again.isBusy} onClick={() => void again.run()}>
            Connect again
          </Button>
        </>
      }
    >
      {text}
    </Banner>
  );
}
