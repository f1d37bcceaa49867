import { useState } from 'react';
import type { SavedFile } from '../../../../app/ipc/contract.ts';
import type { Outcome } from '../../../../app/outcome.ts';
import { notify } from '../../../stores/toasts.ts';
import { exportReport, exportTake } from '../../../stores/voice.ts';
import { Button } from '../../../ui/button.tsx';
import { useCommand } from '../../../use-command.ts';
import styles from './figures.module.css';

interface Export {
  readonly label: string;
  readonly write: () => Promise<Outcome<SavedFile | null>>;
}

/** What can be written of one take. */
export function TakeExports({ id }: { readonly id: string }) {
  return (
    <ExportButtons
      label="Export"
      exports={[
        { label: 'WAV', write: () => exportTake(id, 'wav') },
        { label: 'Packets', write: () => exportTake(id, 'packets') },
        { label: 'JSON report', write: () => exportReport([id], 'json') },
        { label: 'HTML report', write: () => exportReport([id], 'html') },
      ]}
    />
  );
}

/** One report of several takes. */
export function ReportExports({ ids }: { readonly ids: readonly string[] }) {
  return (
    <ExportButtons
      label={`Report of ${ids.length} ${ids.length === 1 ? 'take' : 'takes'}`}
      exports={[
        { label: 'JSON', write: () => exportReport(ids, 'json') },
        { label: 'HTML', write: () => exportReport(ids, 'html') },
      ]}
    />
  );
}

function ExportButtons({ label, exports }: { readonly label: string; readonly exports: readonly Export[] }) {
  const [written, setWritten] = useState<string>();
  const { run, isBusy } = useCommand(async (write: Export['write']) => {
    const outcome = await write();
    if (!outcome.ok) notify('fault', 'Not exported', outcome.error.message);
    else if (outcome.value !== null) notify('good', 'Exported', outcome.value.path);
    return outcome;
  });
  return (
    <span role="group" aria-label={label} className={styles['exports']}>
      <span className={styles['faint']}>{label}</span>
      {exports.map((each) => (
        <Button
          key={each.label}
          kind="quiet"
          // The one that was pressed keeps the focus meanwhile.
          isBusy={isBusy && each.label === written}
          disabled={isBusy && each.label !== written}
          onClick={() => {
            setWritten(each.label);
            void run(each.write);
          }}
        >
          {each.label}
        </Button>
      ))}
    </span>
  );
}
