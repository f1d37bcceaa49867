import type { BenchContext } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail } from '../outcome.ts';
import { writingReportHtml, type ReportedTake } from './report-html.ts';
import { reportJson } from './report-json.ts';
import type { SlicedWork } from './sliced-work.ts';
import type { TakeKeeper } from './take-keeper.ts';
import { limitsInForce } from './take-limits.ts';

/** Commands that write what is known of takes to files of the user’s choice. */
export type Exports = Pick<Handlers<BenchContract>['voice'], 'exportWav' | 'exportPackets' | 'exportReport'>;

const kinds = {
  wav: { name: 'WAV sound', ending: 'wav' },
  packets: { name: 'Voice packets', ending: 'stbvoice' },
  json: { name: 'JSON', ending: 'json' },
  html: { name: 'Web page', ending: 'html' },
} as const;

export function createExports(
  { ports, clock }: Pick<BenchContext, 'ports' | 'clock'>,
  keeper: TakeKeeper,
  work: SlicedWork,
): Exports {
  const { desktop } = ports;

  const exportFile = (id: string, what: 'sound' | 'packets') => {
    const card = keeper.card(id);
    if (!card.ok) return card;
    const file = keeper.file(id, what);
    if (!file.ok) return file;
    return desktop.saveBytes({
      title: what === 'sound' ? 'Save the take as WAV' : 'Save the take’s packets',
      suggestedName: fileName(card.value.name),
      bytes: file.value,
      encoding: 'bytes',
      kind: what === 'sound' ? kinds.wav : kinds.packets,
    });
  };

  return {
    exportWav: ({ id }) => exportFile(id, 'sound'),
    exportPackets: ({ id }) => exportFile(id, 'packets'),
    async exportReport({ ids, format }) {
      const reports: ReportedTake[] = [];
      for (const id of new Set(ids)) {
        const report = await keeper.report(id);
        if (!report.ok) return report;
        const sound = await keeper.sound(id);
        if (!sound.ok) return sound;
        reports.push({ ...report.value, sound: sound.value });
      }
      const [only] = reports;
      const name = reports.length === 1 && only !== undefined ? only.card.name : 'Takes';
      const madeAt = clock.now();
      const limits = limitsInForce(ports.settings.get().voice.limits);
      const text =
        format === 'json'
          ? reportJson(reports, limits, madeAt)
          : await work.begin(writingReportHtml(reports, limits, madeAt), 'drop').done;
      if (text === undefined)
        return fail('voice-busy', 'The bench was closed before the report was written.');
      return await desktop.saveBytes({
        title: 'Save the report',
        suggestedName: `${fileName(name)} report`,
        bytes: new TextEncoder().encode(text),
        encoding: 'bytes',
        kind: kinds[format],
      });
    },
  };
}

/** Windows keeps these for devices, whatever ending follows. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** A name as a file may have it on every system. */
function fileName(name: string): string {
  const safe = name
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/^[ .]+/, '')
    .trim();
  if (safe === '') return 'Take';
  return (deviceName.test(safe) ? `Take ${safe}` : safe).slice(0, 80);
}
