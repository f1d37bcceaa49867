// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../app/outcome.ts';
import { noVoice, type VoiceState } from '../../app/voice/voice.ts';
import { installFakeBench, type FakeBench } from '../fake-bench.ts';
import { someCard, someLive } from '../panels/voice/some-takes.ts';
import { TalkState } from '../panels/voice/talk/talk-state.tsx';
import { takeSession } from '../stores/session.ts';
import { dismissTalkFailure, talkHands } from '../stores/talk.ts';
import { takeVoice } from '../stores/voice.ts';
import { Navigation } from './navigation.tsx';

const session = { state: 'connected', client: 'simulated', appId: 480, appIdSource: 'default' } as const;
const refusal = { code: 'voice-restricted', message: 'Steam refuses voice.' } as const;
const refused = { last: { ...someLive, ending: 'refused', refusal } } as const;

let bench: FakeBench;

const tell = (voice: Partial<VoiceState>): void => act(() => takeVoice({ ...noVoice, ...voice }));
const words = (place: HTMLElement, selector: string): string | null | undefined =>
  place.querySelector(`${selector} [class*=lamp]`)?.textContent;

/** What the navigation says of voice, and what the panel does. */
function lamps(): { readonly navigation: unknown; readonly panel: unknown } {
  const item = within(screen.getByRole('navigation')).getByRole('button', { name: /^Voice/ });
  return { navigation: words(item, ''), panel: words(document.body, '[role=status]') };
}

beforeEach(() => {
  bench = installFakeBench();
  for (const name of ['start', 'stop']) bench.answer(`voice.${name}`, () => noVoice);
  takeSession(session);
  takeVoice(noVoice);
  render(
    <>
      <Navigation />
      <TalkState tailTimeoutMs={1000} />
    </>,
  );
});

afterEach(() => {
  cleanup();
  dismissTalkFailure();
});

describe('the navigation’s lamp of voice', () => {
  it.each<[string, Partial<VoiceState>]>([
    ['Recording', { recorder: 'recording', live: someLive }],
    ['Waiting for Steam’s tail', { recorder: 'stopping', live: someLive }],
    ['Refused', refused],
  ])('says as the panel does: %s', (label, voice) => {
    tell({ takes: [{ ...someCard, verdict: 'fail' }], ...voice });
    expect(lamps()).toEqual({ navigation: label, panel: label });
  });

  it.each([
    ['start', 'Refused'],
    ['stop', 'Stop failed'],
  ])('says of a %s that failed what the panel does, until that is dismissed', async (command, label) => {
    Object.assign(bench.bridge.voice, { [command]: () => Promise.resolve(fail('call-failed')) });
    await act(async () => {
      talkHands.press('key');
      talkHands.release('key');
      await Promise.resolve();
    });
    expect(lamps()).toEqual({ navigation: label, panel: label });
    act(dismissTalkFailure);
    expect(lamps()).toEqual({ navigation: 'No takes', panel: 'Ready' });
  });

  it('tells of the takes where there is nothing to say of recording', () => {
    tell({ takes: [{ ...someCard, verdict: 'fail' }] });
    expect(lamps()).toEqual({ navigation: '1 of 1 takes failed', panel: 'Ready' });
    tell({ takes: [someCard], ...refused });
    act(() => takeSession({ ...session, state: 'disconnected' }));
    expect(lamps()).toEqual({ navigation: '1 take', panel: 'No client' });
  });
});
