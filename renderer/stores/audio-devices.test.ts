// @vitest-environment happy-dom
import { renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useAudioDevices } from './audio-devices.ts';

type Device = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>;

class Devices extends EventTarget {
  list: readonly Device[] = [];
  enumerateDevices = (): Promise<readonly Device[]> => Promise.resolve(this.list);
  become(list: readonly Device[]): void {
    this.list = list;
    this.dispatchEvent(new Event('devicechange'));
  }
}

const input = (deviceId: string, label: string): Device => ({ kind: 'audioinput', deviceId, label });
const output = (deviceId: string, label: string): Device => ({ kind: 'audiooutput', deviceId, label });

let devices: Devices;

beforeEach(() => {
  devices = new Devices();
  Object.defineProperty(navigator, 'mediaDevices', { value: devices, configurable: true });
});

describe('devices of sound', () => {
  it('are those that can be chosen, named where the system gives no name', async () => {
    devices.list = [
      input('default', 'Default'),
      input('a', ''),
      input('b', 'Desk'),
      output('c', ''),
      { kind: 'videoinput', deviceId: 'd', label: 'Camera' },
    ];
    const { result } = renderHook(useAudioDevices);
    await waitFor(() =>
      expect(result.current).toEqual({
        inputs: [
          { id: 'a', label: 'Microphone 1' },
          { id: 'b', label: 'Desk' },
        ],
        outputs: [{ id: 'c', label: 'Output 1' }],
        isKnown: true,
      }),
    );
  });

  it('come and go; microphones that the page may not know stay as they were told', async () => {
    devices.list = [input('a', 'Desk'), output('c', 'Headset')];
    const { result, unmount } = renderHook(useAudioDevices);
    await waitFor(() => expect(result.current.outputs).toHaveLength(1));
    devices.become([input('', '')]);
    await waitFor(() => expect(result.current.outputs).toEqual([]));
    expect(result.current.inputs).toEqual([{ id: 'a', label: 'Desk' }]);
    devices.become([]);
    await waitFor(() => expect(result.current.inputs).toEqual([]));
    unmount();
  });
});
