import { create } from 'zustand';
import type { Failure } from '../../app/outcome.ts';
import { bench } from '../bench.ts';
import { createTalkHands, type Hand } from '../voice/talk-hands.ts';
import { subscribeToVoice } from './voice.ts';

export interface TalkFailure {
  /** Which of the two commands failed. */
  readonly of: 'start' | 'stop';
  readonly why: Failure;
}

interface TalkState {
  readonly hands: readonly Hand[];
  readonly failure: TalkFailure | undefined;
}

const store = create<TalkState>()(() => ({ hands: [], failure: undefined }));

/** What is held down. Whether Steam records is told by the voice store. */
export function useTalkHands(): readonly Hand[] {
  return store(({ hands }) => hands);
}

/** Why the last take did not begin, or was not stopped. */
export function useTalkFailure(): TalkFailure | undefined {
  return store(({ failure }) => failure);
}

export function dismissTalkFailure(): void {
  store.setState({ failure: undefined });
}

let outputRate: number | undefined;

/** Hz of the output that takes are heard by: what Steam is asked for where the settings say so. */
export function tellOutputRate(hertz: number): void {
  outputRate = hertz;
}

/** The switch that the key, the button and the latch of the page share. */
export const talkHands = createTalkHands({
  start() {
    store.setState({ failure: undefined });
    void bench()
      .voice.start(outputRate === undefined ? {} : { outputRate })
      .then((outcome) => {
        if (outcome.ok) return;
        store.setState({ failure: { of: 'start', why: outcome.error } });
        talkHands.drop();
      });
  },
  stop(why) {
    void bench()
      .voice.stop({ why })
      .then((outcome) => {
        // What never began cannot be stopped, and why it did not begin is said already.
        if (outcome.ok) return;
        store.setState(({ failure }) => ({ failure: failure ?? { of: 'stop', why: outcome.error } }));
      });
  },
  changed: (hands) => store.setState({ hands }),
});

subscribeToVoice((now, before) => {
  if (before.recorder === 'recording' && now.recorder !== 'recording') talkHands.drop();
});
