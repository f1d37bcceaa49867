import clsx from 'clsx';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { toHex } from '../../../../app/steam/hex.ts';
import { revealTicket } from '../../../stores/tickets.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { tooltip } from '../../../ui/tooltip.ts';
import { useCommand } from '../../../use-command.ts';
import { HexView } from '../hex-view.tsx';
import styles from './parts.module.css';
import type { DecodedTicket } from './use-decode.ts';

export interface PartsSectionProps {
  readonly ticket: DecodedTicket;
}

/** Which bytes say what: a picture of the parts, and the bytes themselves where they are asked for. */
export function PartsSection({ ticket }: PartsSectionProps) {
  const { reading, number, bytes, title } = ticket;
  const { parts, sizeBytes } = reading;
  const [chosen, setChosen] = useState<number>();
  const [hex, setHex] = useState<string>();
  const reveal = useCommand(revealTicket);
  const choose = (index: number): void => setChosen(chosen === index ? undefined : index);

  const show = async (): Promise<void> => {
    if (bytes !== undefined) return setHex(toHex(bytes));
    if (number === undefined) return;
    const outcome = await reveal.run(number);
    if (outcome.ok) setHex(outcome.value.hex);
  };
  const canShow = bytes !== undefined || number !== undefined;

  return (
    <Section
      title="Bytes"
      note={
        canShow
          ? `${sizeBytes} bytes in ${parts.length} parts`
          : 'The bytes of an opened file stay in main. Drop the file to see them.'
      }
      actions={
        canShow && (
          <Button
            kind="quiet"
            icon={hex === undefined ? Eye : EyeOff}
            isBusy={reveal.isBusy}
            aria-expanded={hex !== undefined}
            onClick={() => (hex === undefined ? void show() : setHex(undefined))}
          >
            {hex === undefined ? 'Show bytes' : 'Hide bytes'}
          </Button>
        )
      }
    >
      <div className={styles['strip']} aria-hidden>
        {parts.map((part, index) => (
          <span
            key={part.at}
            className={clsx(styles['stretch'], chosen === index && styles['chosen'])}
            style={{ flexGrow: part.lengthBytes }}
            onClick={() => choose(index)}
            {...tooltip(`${part.name}, ${part.lengthBytes} bytes`)}
          />
        ))}
      </div>
      <ol className={styles['parts']} aria-label="Parts">
        {parts.map((part, index) => (
          <li key={part.at}>
            <button
              type="button"
              className={clsx(styles['part'], chosen === index && styles['chosen'])}
              aria-pressed={chosen === index}
              onClick={() => choose(index)}
            >
              <span className={styles['swatch']} aria-hidden />
              {part.name}
              <span className={styles['place']}>
                {part.at}–{part.at + part.lengthBytes - 1}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {reveal.failure !== undefined && <FailureNote failure={reveal.failure} />}
      {hex !== undefined && <HexView hex={hex} label={`Bytes of ${title}`} ranges={parts} chosen={chosen} />}
    </Section>
  );
}
