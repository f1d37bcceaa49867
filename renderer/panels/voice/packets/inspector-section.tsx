import { FileSearch, FolderOpen, Play, Square } from 'lucide-react';
import { useRef, type DragEvent } from 'react';
import type { Inspection } from '../../../../app/voice/voice.ts';
import { useSession } from '../../../stores/session.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { InspectedPackets } from './inspected-packets.tsx';
import styles from './inspector.module.css';
import { sizeText } from '../level-text.ts';
import { useInspectedFile } from './use-inspected-file.ts';
import type { TakePlayback } from '../playback/use-take-playback.ts';

/** A file of voice packets, taken apart, and heard. */
export function InspectorSection({ playback }: { readonly playback: TakePlayback }) {
  const { state } = useSession();
  const file = useInspectedFile(playback);
  const { open } = file;
  const chooser = useRef<HTMLInputElement>(null);
  const take = (chosen: File | undefined): void => {
    if (chosen !== undefined) file.inspect(chosen);
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
              <>
                <Button
                  icon={file.isPlaying ? Square : Play}
                  disabled={(state !== 'connected' && open.kept === undefined) || !playback.canPlay}
                  isBusy={file.isKeeping}
                  hint="Decodes it with DecompressVoice, keeps it as a take and plays that"
                  onClick={file.play}
                >
                  {file.isPlaying ? 'Stop the file' : 'Play the file'}
                </Button>
                <Button
                  disabled={state !== 'connected' || open.kept !== undefined}
                  isBusy={file.isKeeping}
                  hint="Decodes it with DecompressVoice"
                  onClick={file.keep}
                >
                  Keep as a take
                </Button>
              </>
            )}
            <Button icon={FolderOpen} isBusy={file.isOpening} onClick={() => chooser.current?.click()}>
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
        {file.failure !== undefined && (
          <div className={styles['note']}>
            <FailureNote failure={file.failure} onDismiss={file.dismiss} />
          </div>
        )}
        {open === undefined ? (
          <EmptyState icon={FileSearch} title="No file is open">
            Open or drop a file that was exported here, or one with packets of GetVoice one after the other.
          </EmptyState>
        ) : (
          <>
            <p role="status" className={styles['note']}>
              {summaryOf(open.inspection)}
              {open.kept !== undefined && ` Kept as the take “${open.kept.name}”.`}
            </p>
            <InspectedPackets
              key={`${open.inspection.name} ${open.bytes.length}`}
              inspection={open.inspection}
              bytes={open.bytes}
            />
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
