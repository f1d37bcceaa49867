import { FileSearch, FolderOpen, Play, Square } from 'lucide-react';
import { useRef, type DragEvent } from 'react';
import type { Inspection, TakeCard } from '../../../../app/voice/voice.ts';
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
  const { open, kept } = file;
  const isConnected = state === 'connected';
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
                  disabled={(!isConnected && kept === undefined) || !playback.canPlay}
                  isBusy={file.isKeeping}
                  hint={
                    kept === undefined
                      ? 'Decodes it with DecompressVoice, keeps it as a new take and plays that'
                      : `Plays the take “${kept.name}” that it was kept as`
                  }
                  onClick={file.play}
                >
                  {file.isPlaying ? 'Stop the take' : kept === undefined ? 'Keep and play' : 'Play the take'}
                </Button>
                <Button
                  disabled={!isConnected || kept !== undefined}
                  isBusy={file.isKeeping}
                  hint={keepHint(isConnected, kept)}
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
              {kept !== undefined && ` Kept as the take “${kept.name}”.`}
            </p>
            <InspectedPackets file={open} />
          </>
        )}
      </Section>
    </div>
  );
}

/** What it does, or why it cannot. */
function keepHint(isConnected: boolean, kept: TakeCard | undefined): string {
  if (kept !== undefined) return `It is kept already: the take “${kept.name}”`;
  return isConnected
    ? 'Decodes it with DecompressVoice'
    : 'It takes a connected client: DecompressVoice decodes it';
}

function summaryOf({ name, sizeBytes, format, packets, strayBytes }: Inspection): string {
  const kind = format === 'recording' ? 'a recording of the bench' : 'packets one after the other';
  const stray = strayBytes === 0 ? '' : ` ${strayBytes} bytes belong to none.`;
  return `${name}: ${kind}, ${sizeText(sizeBytes)}, ${packets.length} ${packets.length === 1 ? 'packet' : 'packets'}.${stray}`;
}
