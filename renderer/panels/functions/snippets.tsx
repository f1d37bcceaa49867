import { notOffered } from '../../../app/functions/steamworks-snippet.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './snippets.module.css';

export interface SnippetsProps {
  readonly cpp: string;
  /** Undefined where the package has nothing of the kind. */
  readonly steamworks: string | undefined;
}

/** The same in code, to be copied. */
export function Snippets({ cpp, steamworks }: SnippetsProps) {
  return (
    <Section title="In code">
      <div className={styles['snippets']}>
        <Snippet title="C++" code={cpp} />
        <Snippet title="steamworks.js" code={steamworks} />
      </div>
    </Section>
  );
}

function Snippet({ title, code }: { readonly title: string; readonly code: string | undefined }) {
  return (
    <section aria-label={title}>
      <header className={styles['header']}>
        <h3 className={styles['title']}>{title}</h3>
        {code !== undefined && <CopyButton text={code} what={`${title} snippet`} />}
      </header>
      {code === undefined ? (
        <p className={styles['none']}>{notOffered}</p>
      ) : (
        <pre className={styles['code']}>{code}</pre>
      )}
    </section>
  );
}
