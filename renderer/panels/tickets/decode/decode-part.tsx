import clsx from 'clsx';
import { ScanText } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Section } from '../../../ui/section.tsx';
import styles from './decode.module.css';
import { BrokenBytes } from './broken-bytes.tsx';
import { TicketInput } from './ticket-input.tsx';
import { TicketResult } from './ticket-result.tsx';
import { useDecode } from './use-decode.ts';

/** Takes a ticket apart: one of the book, pasted text, a file. */
export function DecodePart() {
  const state = useDecode();
  const [isDropping, setIsDropping] = useState(false);
  const { decoded, failure, broken, isBusy } = state;

  const dragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setIsDropping(true);
  };
  const drop = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsDropping(false);
    state.decode({ kind: 'dropped', files: [...event.dataTransfer.files] });
  };
  const dragLeave = (event: DragEvent): void => {
    // Leaving for something inside is not leaving.
    const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
    if (!isInside) setIsDropping(false);
  };

  return (
    <div
      className={clsx(styles['part'], isDropping && styles['dropping'])}
      data-testid="drop-place"
      aria-busy={isBusy}
      onDragOver={dragOver}
      onDragLeave={dragLeave}
      onDrop={drop}
    >
      <TicketInput state={state} />
      {failure !== undefined && <FailureNote failure={failure} />}
      {failure !== undefined && broken !== undefined && <BrokenBytes broken={broken} />}
      {decoded !== undefined && <TicketResult key={state.serial} ticket={decoded} />}
      {decoded === undefined && failure === undefined && (
        <Section title="What it says">
          <EmptyState icon={ScanText} title="No ticket decoded yet">
            Its owner, app, dates, addresses, licences and signature are shown here, and which bytes say so.
          </EmptyState>
        </Section>
      )}
    </div>
  );
}
