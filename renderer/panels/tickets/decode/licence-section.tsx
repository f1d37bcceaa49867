import type { OwnershipTicket } from '../../../../app/tickets/reading/reading.ts';
import { Mono } from '../../../ui/mono.tsx';
import { Section } from '../../../ui/section.tsx';
import styles from './decode.module.css';

export interface LicenceSectionProps {
  readonly ownership: OwnershipTicket;
  readonly isSimulated: boolean;
}

/** The packages that give the right to play, and what else is owned. */
export function LicenceSection({ ownership, isSimulated }: LicenceSectionProps) {
  const { licences, dlc } = ownership;
  return (
    <Section
      title="Licences and DLC"
      note={isSimulated ? 'The simulator has no packages: each has the number of its app.' : undefined}
    >
      <dl className={styles['lists']}>
        <dt>Packages that give the app</dt>
        <dd>
          {licences.length === 0 ? (
            <p className={styles['none']}>None: the owner has no licence for the app.</p>
          ) : (
            <Numbers label="Packages" items={licences.map((id) => ({ key: id, text: String(id) }))} />
          )}
        </dd>
        <dt>DLC, by app id</dt>
        <dd>
          {dlc.length === 0 ? (
            <p className={styles['none']}>None.</p>
          ) : (
            <Numbers label="DLC" items={dlc.map((each) => ({ key: each.appId, text: dlcText(each) }))} />
          )}
        </dd>
      </dl>
    </Section>
  );
}

function dlcText({ appId, licences }: OwnershipTicket['dlc'][number]): string {
  const hasOthers = licences.length !== 1 || licences[0] !== appId;
  return hasOthers && licences.length > 0 ? `${appId} by ${licences.join(', ')}` : String(appId);
}

interface NumbersProps {
  readonly label: string;
  readonly items: readonly { readonly key: number; readonly text: string }[];
}

function Numbers({ label, items }: NumbersProps) {
  return (
    <ul className={styles['numbers']} aria-label={label}>
      {items.map(({ key, text }, index) => (
        <li key={`${key} ${index}`}>
          <Mono>{text}</Mono>
        </li>
      ))}
    </ul>
  );
}
