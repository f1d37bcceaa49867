import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import type { VoiceStreams } from '../../app/voice/voice-streams.ts';

/** Sends voice to the page by ports of its own: they may travel on, into an audio worklet, past the page’s busy thread. */
export function createVoiceStreams(contents: () => WebContents | undefined): VoiceStreams {
  let ports: { readonly samples: MessagePortMain; readonly looks: MessagePortMain } | undefined;
  return {
    open(heardSeconds, drawn) {
      const target = contents();
      if (target === undefined) return;
      ports?.samples.close();
      ports?.looks.close();
      const samples = new MessageChannelMain();
      const looks = new MessageChannelMain();
      ports = { samples: samples.port1, looks: looks.port1 };
      target.postMessage('bench.voice', { heardSeconds, drawn }, [samples.port2, looks.port2]);
    },
    samples: (samples, sampleRate) => ports?.samples.postMessage({ samples, sampleRate }),
    looks: (frames) => ports?.looks.postMessage(frames),
  };
}
