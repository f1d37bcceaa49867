import { MICROPHONE_PROCESSOR, type MicrophoneBlock } from './microphone-messages.ts';
import workletUrl from './microphone-worklet.ts?worker&url';

/** A microphone that is open. */
export interface MicrophoneInput {
  /** What the system calls it. */
  readonly label: string;
  /** Gives the device back. Closing twice is allowed. */
  close(): void;
}

export interface MicrophoneListener {
  /** About every 20 ms. */
  readonly heard: (block: MicrophoneBlock) => void;
  /** The device went away; not told after `close`. */
  readonly ended: () => void;
}

/**
 * Opens a microphone as it is, with nothing of what telephony does to its sound.
 *
 * An empty id is the system’s choice. Rejects as `getUserMedia` does: by the name of a DOMException.
 */
export async function openMicrophone(
  deviceId: string,
  { heard, ended }: MicrophoneListener,
): Promise<MicrophoneInput> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: {
      ...(deviceId !== '' && { deviceId: { exact: deviceId } }),
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
      channelCount: 1,
    },
    video: false,
  });
  const context = new AudioContext({ latencyHint: 'interactive' });
  const close = (): void => {
    for (const track of stream.getTracks()) track.stop();
    if (context.state !== 'closed') void context.close();
  };
  try {
    await context.audioWorklet.addModule(workletUrl);
    await context.resume();
  } catch (error) {
    close();
    throw error;
  }
  const node = new AudioWorkletNode(context, MICROPHONE_PROCESSOR, {
    channelCount: 1,
    channelCountMode: 'explicit',
  });
  node.port.addEventListener('message', ({ data }: MessageEvent<MicrophoneBlock>) => heard(data));
  node.port.start();
  // To the output, though silent: what leads nowhere is not run.
  new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(node).connect(context.destination);
  const [track] = stream.getAudioTracks();
  // Not told where the page itself stops the track.
  track?.addEventListener('ended', ended);
  return { label: track?.label ?? '', close };
}
