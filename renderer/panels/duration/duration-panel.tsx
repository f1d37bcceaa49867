import { Hourglass, Plug } from 'lucide-react';
import type { SessionState } from '../../../app/session/session.ts';
import { askFailureWords } from '../../../app/store/question-words.ts';
import { askDuration, useDuration } from '../../stores/duration.ts';
import { isSimulated, useSession } from '../../stores/session.ts';
import { openPanel } from '../../stores/settings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { PanelPage } from '../../ui/panel-page.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useCommand } from '../../use-command.ts';
import { PanelBody } from '../panel-body.tsx';
import styles from './duration.module.css';
import { FeedSection } from './feed-section.tsx';
import { OnlineSection } from './online-section.tsx';
import { PlotSection } from './plot-section.tsx';
import { ReferenceSection } from './reference-section.tsx';
import { StandingSection } from './standing-section.tsx';

/** Play time under the rules of Steam China: what Steam says of it, asked and unasked. */
export function DurationPanel() {
  const session = useSession();
  const { readings, asking, askFailed } = useDuration();
  const ask = useCommand(askDuration);
  const isConnected = session.state === 'connected';
  const [newest] = readings;

  return (
    <PanelPage
      title="Duration control"
      summary="How much was played, and when the rules of China ask the game to end."
      actions={
        <div className={styles['head']}>
          {isConnected && isSimulated(session) && <Tag tone="simulated">Simulated</Tag>}
          <Button
            kind="primary"
            icon={Hourglass}
            disabled={!isConnected}
            isBusy={ask.isBusy || asking !== undefined}
            onClick={() => void ask.run()}
          >
            {asking === undefined ? 'Ask Steam' : 'Asking…'}
          </Button>
        </div>
      }
    >
      <PanelBody>
        {ask.failure !== undefined && <FailureNote failure={ask.failure} onDismiss={ask.dismiss} />}
        {askFailed !== undefined && (
          <Banner tone="error" title="The question came to nothing">
            {askFailureWords(askFailed.reason)}
          </Banner>
        )}
        {!isConnected && newest !== undefined && (
          <Banner
            tone="info"
            title="No client is connected"
            actions={<Button onClick={() => openPanel('connection')}>Open Connection</Button>}
          >
            What follows was told by the client that is gone.
          </Banner>
        )}
        {newest === undefined ? (
          <Section title="Newest reading">
            <NothingYet state={session.state} />
          </Section>
        ) : (
          <>
            <StandingSection reading={newest} />
            <PlotSection readings={readings} />
          </>
        )}
        <OnlineSection isConnected={isConnected} />
        <FeedSection readings={readings} />
        <ReferenceSection />
      </PanelBody>
    </PanelPage>
  );
}

function NothingYet({ state }: { readonly state: SessionState }) {
  if (state === 'connected') {
    return (
      <EmptyState icon={Hourglass} title="Steam was not asked yet">
        The rules hold for accounts in China, in apps that opted in. Ask, and Steam says whether they hold
        here. Where they do, it also tells the game unasked.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Plug}
      title={state === 'connecting' ? 'Connecting…' : 'No client is connected'}
      actions={
        state !== 'connecting' && <Button onClick={() => openPanel('connection')}>Open Connection</Button>
      }
    >
      Play time and progress are told by a Steam client, real or simulated.
    </EmptyState>
  );
}
