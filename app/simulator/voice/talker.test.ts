import { expect, it } from 'vitest';
import type { VoiceCodec } from '../../voice/voice-codec.ts';
import { beginStory, valueOf } from '../story.ts';
import { stubCodec } from './stub-codec.ts';

it('has the codec warmed up while it is told to record, before the first frame', () => {
  const asked: string[] = [];
  const codec: VoiceCodec = {
    ...stubCodec,
    createEncoder(format) {
      asked.push('encoder');
      return stubCodec.createEncoder(format);
    },
    warmUp: () => void asked.push('warm up'),
  };
  const { simulation, pass } = beginStory({ seed: 1, voiceCodec: () => codec });
  const client = valueOf(simulation.open(480));
  expect(asked).toEqual([]);
  valueOf(client.call('startVoiceRecording', {}));
  expect(asked).toEqual(['warm up']);
  pass(1000);
  valueOf(client.call('getVoice', {}));
  expect(asked).toEqual(['warm up', 'encoder']);
});
