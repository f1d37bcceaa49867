import { BookOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { openPage } from '../../stores/desktop.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './functions-panel.module.css';

export interface DetailHeaderProps {
  readonly name: string;
  /** What else it is called, in a word or two each. */
  readonly tags: readonly string[];
  readonly meaning: string;
  readonly page: string;
  readonly children?: ReactNode;
}

/** What a function or callback is. */
export function DetailHeader({ name, tags, meaning, page, children }: DetailHeaderProps) {
  return (
    <header className={styles['header']}>
      <div className={styles['head']}>
        <h2 className={styles['name']}>{name}</h2>
        <div className={styles['tags']}>
          {tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </div>
        <Button
          kind="quiet"
          icon={BookOpen}
          hint="Opens Steam’s documentation in your browser"
          onClick={() => void openPage(page)}
        >
          Documentation
        </Button>
      </div>
      <p className={styles['meaning']}>{meaning}</p>
      {children}
    </header>
  );
}
