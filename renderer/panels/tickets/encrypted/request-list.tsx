import { useId } from 'react';
import type { EncryptedRequest } from '../../../../app/encrypted-ticket/encrypted-ticket.ts';
import { useEncryptedTicket } from '../../../stores/encrypted-ticket.ts';
import { durationText } from '../../../ui/clock-text.ts';
import { Lamp } from '../../../ui/lamp.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { WaitMeter } from '../wait-meter.tsx';
import styles from './encrypted.module.css';
import { requestWords } from './request-words.ts';

/** Every request with what became of it, whoever made it. */
export function RequestList() {
  const { requests } = useEncryptedTicket();
  return (
    <Section title="Requests" isFlush>
      {requests.length === 0 ? (
        <p className={styles['nothing']}>
          None yet. Each is listed with Steam’s result by name, its usual cause and the time it took.
        </p>
      ) : (
        <ol className={styles['requests']} aria-label="Requests, newest first" tabIndex={0}>
          {requests.map((request) => (
            <RequestRow key={request.number} request={request} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function RequestRow({ request }: { readonly request: EncryptedRequest }) {
  const { number, state, askedAt, answeredAt, deadline, userDataBytes, isSimulated } = request;
  const titleId = useId();
  const { lamp, title, result, cause, remedy } = requestWords(request);
  return (
    <li className={styles['request']} aria-labelledby={titleId} data-state={state}>
      <div className={styles['head']}>
        <h3 id={titleId} className={styles['title']}>
          Request {number}
        </h3>
        <Lamp state={lamp} label={title} />
        {result !== undefined && <strong>{result}</strong>}
        {isSimulated && <Tag tone="simulated">Simulated</Tag>}
      </div>
      {state === 'waiting' ? (
        <WaitMeter label="Waiting for call result 154" since={askedAt} deadline={deadline} />
      ) : (
        <p className={styles['muted']}>{[cause, remedy].filter((part) => part !== undefined).join(' ')}</p>
      )}
      <p className={styles['faint']}>
        <RelativeTime at={askedAt} />
        {answeredAt !== undefined && `, took ${durationText(Math.max(0, answeredAt - askedAt))}`}
        {`, ${userDataBytes} ${userDataBytes === 1 ? 'byte' : 'bytes'} of user data`}
      </p>
    </li>
  );
}
