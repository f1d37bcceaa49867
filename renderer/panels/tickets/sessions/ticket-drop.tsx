import clsx from 'clsx';
import { FileKey2 } from 'lucide-react';
import { useId, useState, type DragEvent } from 'react';
import { LARGEST_TICKET_BYTES } from '../../../../app/tickets/ticket-source.ts';
import { iconProps } from '../../../ui/icon.ts';
import styles from './sessions.module.css';
import type { TicketFile } from './use-begin-form.ts';

export interface TicketDropProps {
  readonly file: TicketFile | undefined;
  readonly onFile: (file: TicketFile) => void;
  readonly error: string | undefined;
}

/** A place to drop a file with a ticket, or to choose one. The page reads it; it goes no further than to main. */
export function TicketDrop({ file, onFile, error }: TicketDropProps) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const note = problem ?? error;

  const take = async (given: File | undefined): Promise<void> => {
    if (given === undefined) return;
    if (given.size > LARGEST_TICKET_BYTES) {
      setProblem(`The file has ${given.size} bytes; a ticket has at most ${LARGEST_TICKET_BYTES}.`);
      return;
    }
    try {
      onFile({ name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) });
      setProblem(undefined);
    } catch {
      setProblem('The file could not be read. A folder is no ticket.');
    }
  };

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <div className={styles['file']}>
      <span className={styles['label']} aria-hidden>
        File
      </span>
      <label
        htmlFor={id}
        className={clsx(styles['drop'], isOver && styles['over'])}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <FileKey2 {...iconProps} />
        <span>{file === undefined ? 'Drop a file here, or choose one' : file.name}</span>
        <input
          id={id}
          type="file"
          aria-label="File with a ticket"
          aria-describedby={`${id}-note`}
          className="visually-hidden"
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </label>
      <p id={`${id}-note`} className={note === undefined ? styles['hint'] : styles['problem']}>
        {note ??
          (file === undefined
            ? 'Bytes, or text in hex or Base64.'
            : `${file.bytes.length} bytes in the file`)}
      </p>
    </div>
  );
}
