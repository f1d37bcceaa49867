import { FileSearch, FolderOpen } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import type { Inspection } from '../../../app/voice/voice.ts';
import { useSession } from '../../stores/session.ts';
import { inspectPackets, keepPackets } from '../../stores/voice.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useCommand } from '../../use-command.ts';
import styles from './inspector.module.css';
import { sizeText } from './level-text.ts';
import { PacketTable } from './packet-table.tsx';

interface OpenFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly inspection: Inspection;
}

/** A file of voice packets, taken apart. */
export function InspectorSection() {
  const { state } = useSession();
  const [open, setOpen] = useState<OpenFile>();
  const chooser = useRef<HTMLInputElement>(null);
  const inspect = useCommand(async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outcome = await inspectPackets(file.name, bytes);
    if (outcome.ok) setOpen({ bytes, inspection: outcome.value });
    return outcome;
  });
  const keep = useCommand(keepPackets);
  const failure = inspect.failure ?? keep.failure;
  const take = (file: File | undefined): void => {
    if (file !== undefined) void inspect.run(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  return (
    <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Section
        title="Packet inspector"
        isFlush
        actions={
          <>
            {open !== undefined && (
              <Button
                disabled={state !== 'connected'}
                isBusy={keep.isBusy}
                hint="Decodes it with DecompressVoice"
                onClick={() => void keep.run(open.inspection.name, open.bytes)}
              >
                Keep as a take
              </Button>
            )}
            <Button icon={FolderOpen} isBusy={inspect.isBusy} onClick={() => chooser.current?.click()}>
              Open a packet file
            </Button>
          </>
        }
      >
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label="Packet file"
          onChange={(event) => {
            take(event.target.files?.[0]);
            // The same file can be chosen again.
            event.target.value = '';
          }}
        />
        {failure !== undefined && (
          <div className={styles['note']}>
            <FailureNote
              failure={failure}
              onDismiss={() => {
                inspect.dismiss();
                keep.dismiss();
              }}
            />
          </div>
        )}
        {open === undefined ? (
          <EmptyState icon={FileSearch} title="No file is open">
            Open or drop a file that was exported here, or one with packets of GetVoice one after the other.
          </EmptyState>
        ) : (
          <>
            <p className={styles['note']}>{summaryOf(open.inspection)}</p>
            <PacketTable packets={open.inspection.packets} />
          </>
        )}
      </Section>
    </div>
  );
}

function summaryOf({ name, sizeBytes, format, packets, strayBytes }: Inspection): string {
  const kind = format === 'recording' ? 'a recording of the bench' : 'packets one after the other';
  const stray = strayBytes === 0 ? '' : ` ${strayBytes} bytes belong to none.`;
  return `${name}: ${kind}, ${sizeText(sizeBytes)}, ${packets.length} ${packets.length === 1 ? 'packet' : 'packets'}.${stray}`;
}
