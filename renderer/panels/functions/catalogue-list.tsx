import clsx from 'clsx';
import { Search } from 'lucide-react';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import control from '../../ui/control.module.css';
import { iconProps } from '../../ui/icon.ts';
import styles from './catalogue-list.module.css';
import { isSameChoice, searchCatalogue, type CatalogueItem } from './catalogue.ts';
import { choose, searchFunctions, useChoice, useFunctionSearch } from './functions-store.ts';

/** Every function and callback, searchable. Arrow keys choose, in the search as in the list. */
export function CatalogueList() {
  const id = useId();
  const listRef = useRef<HTMLDivElement>(null);
  const choice = useChoice();
  const search = useFunctionSearch();
  const groups = searchCatalogue(search);
  const items = groups.flatMap((group) => group.items);
  const chosen = items.findIndex((item) => isSameChoice(item.choice, choice));
  const optionId = ({ choice: { kind, name } }: CatalogueItem): string => `${id}-${kind}-${name}`;
  const chosenItem = items[chosen];

  useEffect(() => {
    listRef.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [choice]);

  const handleKey = (event: KeyboardEvent): void => {
    const next = items[targetOf(event.key, chosen, items.length, event.currentTarget === listRef.current)];
    if (next === undefined) return;
    event.preventDefault();
    choose(next.choice);
  };

  return (
    <div className={styles['side']}>
      <div className={styles['search']}>
        <Search {...iconProps} className={styles['glass']} />
        <input
          type="search"
          aria-label="Search functions and callbacks"
          aria-controls={`${id}-list`}
          placeholder="Name, SDK name or slot"
          autoComplete="off"
          spellCheck={false}
          value={search}
          className={clsx(control['control'], styles['input'])}
          onChange={(event) => searchFunctions(event.target.value)}
          onKeyDown={handleKey}
        />
      </div>
      <div
        ref={listRef}
        id={`${id}-list`}
        role="listbox"
        aria-label="Functions and callbacks"
        aria-activedescendant={chosenItem === undefined ? undefined : optionId(chosenItem)}
        tabIndex={0}
        className={styles['list']}
        onKeyDown={handleKey}
      >
        {groups.map(({ title, items: members }) => (
          <div key={title} role="group" aria-label={title}>
            <div className={styles['group']} aria-hidden>
              {title}
            </div>
            {members.map((item) => (
              <div
                key={item.choice.name}
                id={optionId(item)}
                role="option"
                aria-selected={item === chosenItem}
                className={styles['option']}
                onClick={() => choose(item.choice)}
              >
                <span className={styles['name']}>{item.choice.name}</span>
                <span className="visually-hidden">, {item.sdkName}, </span>
                <span className={styles['number']}>{item.number}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
      {items.length === 0 && <p className={styles['nothing']}>Nothing has that name or number.</p>}
    </div>
  );
}

/** The line that a key leads to; -1 where it leads nowhere. Home and End move in the text of a search. */
function targetOf(key: string, chosen: number, count: number, isInList: boolean): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, chosen + 1);
    case 'ArrowUp':
      return Math.max(0, chosen - 1);
    case 'Home':
      return isInList ? 0 : -1;
    case 'End':
      return isInList ? count - 1 : -1;
    case 'Enter':
      return chosen === -1 ? 0 : -1;
    default:
      return -1;
  }
}
