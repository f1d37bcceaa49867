import type { SignatureState } from '../../../../app/tickets/reading/reading.ts';
import { Lamp } from '../../../ui/lamp.tsx';
import { Section } from '../../../ui/section.tsx';
import styles from './decode.module.css';
import { signatureWords } from './signature-words.ts';

export interface SignatureSectionProps {
  readonly signature: SignatureState;
}

export function SignatureSection({ signature }: SignatureSectionProps) {
  const { lamp, title, meaning } = signatureWords[signature];
  return (
    <Section title="Signature">
      <Lamp state={lamp} label={title} />
      <p className={styles['meaning']}>{meaning}</p>
    </Section>
  );
}
