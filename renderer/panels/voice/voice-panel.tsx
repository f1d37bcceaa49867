import { useEffect } from 'react';
import { isSimulated, useSession } from '../../stores/session.ts';
import { useSettings } from '../../stores/settings.ts';
import { talkHands } from '../../stores/talk.ts';
import { useVoice } from '../../stores/voice.ts';
import { PanelPage } from '../../ui/panel-page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { listenForTalk } from '../../voice/talk-keys.ts';
import { PanelBody } from '../panel-body.tsx';
import { InspectorSection } from './packets/inspector-section.tsx';
import { PlaybackSection } from './playback/playback-section.tsx';
import { stopWithEscape } from './take/stop-with-escape.ts';
import { chooseTake, useChosenTake } from './take/chosen-take.ts';
import { TakeSection } from './take/take-section.tsx';
import { TakesSection } from './takes/takes-section.tsx';
import { TalkSection } from './talk/talk-section.tsx';
import { useAudioOutput } from './playback/use-audio-output.ts';
import { useHeardNotes } from './playback/use-heard-notes.ts';
import { useTakePlayback } from './playback/use-take-playback.ts';

/** The voice bench: push to talk, the live trace, takes and their figures. */
export function VoicePanel() {
  const session = useSession();
  const { voice } = useSettings();
  const output = useAudioOutput(voice);
  const noteDrawn = useHeardNotes(output);
  const playback = useTakePlayback(output);
  const chosenId = useChosenTake();
  const chosen = useVoice(({ takes }) => takes).find(({ id }) => id === chosenId);
  const isLastSimulated = useVoice(({ live, last }) => (live ?? last)?.isSimulated === true);
  const canTalk = session.state === 'connected';
  useEffect(() => (canTalk ? listenForTalk(voice.key, talkHands) : undefined), [canTalk, voice.key]);
  const { playingId, stop } = playback;
  useEffect(() => (playingId === undefined ? undefined : stopWithEscape(stop)), [playingId, stop]);

  return (
    <PanelPage
      title="Voice"
      summary="Hold the key, talk, and see what Steam hears."
      actions={
        isSimulated(session) ? (
          <Tag tone="simulated">Simulated</Tag>
        ) : (
          // What is on the panel outlasts the client it came from.
          isLastSimulated && <Tag tone="simulated">Last take simulated</Tag>
        )
      }
    >
      <PanelBody>
        <TalkSection output={output} onDrawn={noteDrawn} />
        <TakesSection playback={playback} chosenId={chosenId} onChoose={chooseTake} />
        {chosen !== undefined && <TakeSection key={chosen.id} take={chosen} playback={playback} />}
        <PlaybackSection output={output} />
        <InspectorSection playback={playback} />
      </PanelBody>
    </PanelPage>
  );
}
