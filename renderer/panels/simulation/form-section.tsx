import type { ReactNode } from 'react';
import { Section } from '../../ui/section.tsx';
import styles from './simulation.module.css';

export interface FormSectionProps {
  readonly title: string;
  /** One line under the title. */
  readonly note?: string;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A section of controls, below one another. */
export function FormSection({ children, ...section }: FormSectionProps) {
  return (
    <Section {...section}>
      <div className={styles['form']}>{children}</div>
    </Section>
  );
}
