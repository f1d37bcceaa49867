// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { inspectPackets } from '../../../app/voice/inspect.ts';
import { writeRecording } from '../../../app/voice/packets/recording.ts';
import { someContent } from '../../../app/voice/packets/some-packets.ts';
import { writeVoicePacket } from '../../../app/voice/packets/write-packet.ts';
import { LARGEST_PACKET_FILE_BYTES } from '../../../app/voice/voice.ts';
import { seriousFindings } from '../testing/audit.ts';
import { openVoicePage } from './voice-page.ts';
import { VoicePanel } from './voice-panel.tsx';

vi.setConfig({ testTimeout: 20_000 });

describe('a packet file', () => {
  it('is looked at packet by packet, to the last one', async () => {
    const { bench } = await openVoicePage();
    const packets = Array.from({ length: 250 }, (_, index) => ({
      arrivedAt: 100 * index,
      bytes: writeVoicePacket(someContent(4 * index, 4)),
    }));
    const file = writeRecording(packets);
    const inspection = inspectPackets('some.stbvoice', file);
    if (!inspection.ok) throw new Error(inspection.error.message);
    bench.answer('voice.inspect', () => inspection.value);
    render(<VoicePanel />);
    const user = userEvent.setup();
    await user.upload(screen.getByLabelText('Packet file'), new File([file], 'some.stbvoice'));
    expect(await screen.findByText('Packets 1 to 100 of 250')).toBeDefined();
    expect(
      screen.getByRole('img', { name: /^Packets of some.stbvoice over time: 250, up to/ }),
    ).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Last packets' }));
    expect(screen.getByText('Packets 201 to 250 of 250')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Packet 250' }));
    const detail = within(screen.getByRole('region', { name: 'Packet 250' }));
    expect(detail.getByText('seq 999 · 50 B')).toBeDefined();
    const bytes = detail.getByRole('region', { name: 'Bytes of packet 250' }).textContent;
    const shown = bytes.split('\n').flatMap((line) => line.slice(6, 53).trim().split(' '));
    expect(shown.map((hex) => Number.parseInt(hex, 16))).toEqual([...(packets.at(-1)?.bytes ?? [])]);
    expect(await seriousFindings()).toEqual([]);
  });

  it('that is too large is read no further than that shows, and one that is gone says so', async () => {
    const { bench } = await openVoicePage();
    bench.answer('voice.inspect', () => undefined);
    render(<VoicePanel />);
    const choose = (file: object): void => {
      fireEvent.change(screen.getByLabelText('Packet file'), { target: { files: [file] } });
    };
    const slice = vi.fn(() => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }));
    choose({ name: 'film.mkv', size: 2 ** 40, slice });
    expect(await screen.findByText('film.mkv could not be read.')).toBeDefined();
    expect(slice).toHaveBeenCalledWith(0, LARGEST_PACKET_FILE_BYTES + 1);
    expect(bench.asked.some(({ channel }) => channel === 'voice.inspect')).toBe(false);
  });
});
