import { Globe } from 'lucide-react';
import { useId } from 'react';
import type { Explanation, WebApiAnswer, WebApiCheck } from '../../../../app/web-api/web-api.ts';
import { useTicketBook } from '../../../stores/tickets.ts';
import { useWebApi } from '../../../stores/web-api.ts';
import { durationText } from '../../../ui/clock-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Lamp, type LampState } from '../../../ui/lamp.tsx';
import { Mono } from '../../../ui/mono.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { PlayerName } from '../player-name.tsx';
import styles from './web-api.module.css';

const lamps: Readonly<Record<Explanation['tone'], LampState>> = {
  good: 'on',
  warning: 'warning',
  fault: 'fault',
};

/** Every check with its answer, what it means, and what to do about it. */
export function CheckList() {
  const { checks } = useWebApi();
  return (
    <Section title="Answers" isFlush>
      {checks.length === 0 ? (
        <EmptyState icon={Globe} title="Nothing asked yet">
          Each answer is listed with its status, what it says of the player, and what is usually the cause.
        </EmptyState>
      ) : (
        <ol className={styles['checks']} aria-label="Checks, newest first" tabIndex={0}>
          {checks.map((check) => (
            <CheckRow key={check.number} check={check} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function CheckRow({ check }: { readonly check: WebApiCheck }) {
  const { number, state, status, answer, explanation, body, tookMs } = check;
  const titleId = useId();
  return (
    <li className={styles['check']} aria-labelledby={titleId} data-state={state}>
      <div className={styles['head']}>
        <h3 id={titleId} className={styles['title']}>
          Check {number}
        </h3>
        {explanation === undefined ? (
          <Lamp state="busy" label="Waiting for the server" />
        ) : (
          <Lamp state={lamps[explanation.tone]} label={explanation.title} />
        )}
        {status !== undefined && <Tag>HTTP {status}</Tag>}
        {check.isTicketSimulated && <Tag tone="simulated">Simulated ticket</Tag>}
        <span className={styles['when']}>
          <RelativeTime at={check.askedAt} />
          {tookMs !== undefined && `, took ${durationText(tookMs)}`}
        </span>
      </div>
      {explanation !== undefined && (
        <div className={styles['words']}>
          <p>{explanation.detail}</p>
          {explanation.remedy !== undefined && <p className={styles['muted']}>{explanation.remedy}</p>}
        </div>
      )}
      <TicketHint check={check} />
      {answer !== undefined && <Answer answer={answer} />}
      <p className={styles['faint']}>
        Asked about app {check.appId},{' '}
        {check.identity === undefined ? 'no identity' : `identity “${check.identity}”`}
        {check.ticketNumber !== undefined && `, ticket ${check.ticketNumber}`}, at{' '}
        <Mono isBreaking>{check.address}</Mono>
      </p>
      {body !== undefined && body !== '' && (
        <details className={styles['details']}>
          <summary>What the server sent</summary>
          <pre className={styles['body']} tabIndex={0} aria-label={`Body of check ${number}`} role="region">
            {body}
          </pre>
        </details>
      )}
    </li>
  );
}

/** What the book knows of the ticket and the server may have minded. */
function TicketHint({ check }: { readonly check: WebApiCheck }) {
  const { ticketNumber, identity, answer } = check;
  const ticket = useTicketBook().tickets.find(({ number }) => number === ticketNumber);
  if (ticket === undefined || answer?.kind !== 'refused') return null;
  const madeFor = ticket.serviceIdentity;
  return (
    <div className={styles['words']}>
      {ticket.kind === 'webApi' && madeFor !== identity && (
        <p>
          Ticket {ticket.number} was made for {identityText(madeFor)}; this asked for {identityText(identity)}
          .
        </p>
      )}
      {(ticket.state === 'cancelled' || ticket.state === 'lost') && (
        <p>
          Ticket {ticket.number} is {ticket.state}: nobody accepts it any more.
        </p>
      )}
    </div>
  );
}

const identityText = (identity: string | undefined): string =>
  identity === undefined ? 'no identity' : `“${identity}”`;

function Answer({ answer }: { readonly answer: WebApiAnswer }) {
  switch (answer.kind) {
    case 'verified':
      return (
        <Facts
          items={[
            { label: 'Player', value: <PlayerName steamId={answer.steamId} />, copyText: answer.steamId },
            {
              label: 'Owner',
              value: <PlayerName steamId={answer.ownerSteamId} />,
              copyText: answer.ownerSteamId,
              ...(answer.ownerSteamId !== answer.steamId && { note: <Tag tone="accent">Borrowed</Tag> }),
            },
            { label: 'VAC ban', value: answer.isVacBanned ? <Tag tone="fault">Yes</Tag> : 'No' },
            { label: 'Publisher ban', value: answer.isPublisherBanned ? <Tag tone="fault">Yes</Tag> : 'No' },
          ]}
        />
      );
    case 'refused':
      return (
        <p>
          Error <Mono>{answer.errorCode}</Mono> “{answer.errorText}”
        </p>
      );
    case 'notUnderstood':
      return null;
  }
}
