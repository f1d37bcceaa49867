import { denyReason } from '../../../app/game-servers/deny-reasons.ts';
import { useGameServers } from '../../stores/game-servers.ts';
import { clockText } from '../../ui/clock-text.ts';
import { Mono } from '../../ui/mono.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import { SimulationButton } from '../duration/simulation-button.tsx';
import styles from './servers.module.css';

/** Callback 113: servers that the game has to leave, with Steam’s reason. */
export function DenySection() {
  const { denies } = useGameServers();
  return (
    <Section
      title="Denials"
      isFlush
      actions={<SimulationButton part="events">Deny one in Simulation</SimulationButton>}
    >
      {denies.length === 0 ? (
        <p className={styles['none']}>
          None yet. Where Steam tells the game to leave a server, it is listed here with the reason.
        </p>
      ) : (
        <div className={styles['scroll']} role="region" aria-label="Denials, newest first" tabIndex={0}>
          <ol className={styles['items']}>
            {denies.map(({ at, seq, appId, ip, serverPort, isSecure, reason, isSimulated }) => {
              const { value, name, sentence } = denyReason(reason);
              return (
                <li key={seq} className={styles['item']}>
                  <div className={styles['itemWords']}>
                    <p className={styles['head']}>
                      <time dateTime={new Date(at).toISOString()} className={styles['time']}>
                        {clockText(at).slice(0, 8)}
                      </time>
                      <strong>{`${value} ${name}`}</strong>
                      {isSimulated && <Tag tone="simulated">Simulated</Tag>}
                    </p>
                    <p className={styles['muted']}>{sentence}</p>
                    <p className={styles['faint']}>
                      <Mono>{`${ip}:${serverPort}`}</Mono> · app {appId} ·{' '}
                      {isSecure ? 'secure' : 'not secure'}
                    </p>
                  </div>
                </li>
              );
            })}
          </ol>
        </div>
      )}
    </Section>
  );
}
