// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail } from '../../../../app/outcome.ts';
import { inspectPackets } from '../../../../app/voice/inspect.ts';
import { someContent } from '../../../../app/voice/packets/some-packets.ts';
import { writeRecording } from '../../../../app/voice/packets/recording.ts';
import { writeVoicePacket } from '../../../../app/voice/packets/write-packet.ts';
import { installFakeBench, type FakeBench } from '../../../fake-bench.ts';
import { someCard } from '../some-takes.ts';
import { silentPlayback, startVoice } from '../start-voice.ts';
import { InspectorSection } from './inspector-section.tsx';
import { closeFile } from './open-file.ts';

vi.setConfig({ testTimeout: 20_000 });

let bench: FakeBench;
const packets = [0, 1, 2].map((index) => ({
  arrivedAt: 100 * index,
  bytes: writeVoicePacket(someContent(4 * index, 4)),
}));
const file = writeRecording(packets);
const show = (): void => void render(<InspectorSection playback={silentPlayback} />);
const open = (name: string): Promise<void> =>
  userEvent.setup().upload(screen.getByLabelText('Packet file'), new File([file], name));

beforeEach(async () => {
  bench = installFakeBench();
  await startVoice(bench, { takes: [someCard] });
  const inspection = inspectPackets('some.stbvoice', file);
  if (!inspection.ok) throw new Error(inspection.error.message);
  bench.answer('voice.inspect', () => inspection.value);
  show();
  await open('some.stbvoice');
  await screen.findByText(/^some\.stbvoice: a recording/);
});

afterEach(() => {
  cleanup();
  closeFile();
});

describe('the packet inspector', () => {
  it('shows the file and its packet again when the user comes back', async () => {
    await userEvent.setup().click(screen.getByRole('button', { name: 'Packet 2' }));
    cleanup();
    show();
    expect(screen.getByText(/^some\.stbvoice: a recording/)).toBeDefined();
    expect(screen.getByRole('region', { name: 'Bytes of packet 2' })).toBeDefined();
  });

  it('shows nothing of the file before under the failure of the next', async () => {
    Object.assign(bench.bridge.voice, {
      inspect: () => Promise.resolve(fail('not-a-packet-file', 'The file holds no voice packet.')),
    });
    await open('film.mkv');
    expect((await screen.findByRole('alert')).textContent).toContain('film.mkv');
    expect(screen.queryByText(/some\.stbvoice/)).toBeNull();
    expect(screen.getByText('No file is open')).toBeDefined();
  });

  it('says that playing keeps it, and why it cannot be kept twice', async () => {
    bench.answer('voice.keepPackets', () => someCard);
    const keep = screen.getByRole('button', { name: 'Keep as a take' });
    await userEvent.setup().click(screen.getByRole('button', { name: 'Keep and play' }));
    expect(await screen.findByRole('button', { name: 'Play the take' })).toBeDefined();
    expect(keep).toHaveProperty('disabled', true);
    expect(keep.getAttribute('data-tooltip')).toBe('It is kept already: the take “Take 1”');
  });

  it('has its rows as one place for Tab', async () => {
    const user = userEvent.setup();
    screen.getByRole('button', { name: 'Packet 1' }).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const last = screen.getByRole('button', { name: 'Packet 3' });
    expect(document.activeElement).toBe(last);
    expect(last.tabIndex).toBe(0);
    expect(screen.getByRole('button', { name: 'Packet 1' }).tabIndex).toBe(-1);
  });
});
