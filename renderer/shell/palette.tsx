import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import dialog from '../ui/dialog.module.css';
import { iconProps } from '../ui/icon.ts';
import { Keys } from '../ui/keys.tsx';
import { actions, isAvailable, type Action } from './actions.ts';
import { searchActions } from './palette-search.ts';
import styles from './palette.module.css';

/** Every action of the bench, by name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const found = searchActions(
    actions.filter((action) => action.id !== 'palette' && isAvailable(action)),
    query,
  );
  const current = Math.min(chosen, found.length - 1);

  const choose = (index: number): void => {
    const next = (index + found.length) % Math.max(1, found.length);
    setChosen(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const run = (action: Action | undefined): void => {
    if (action === undefined) return;
    onClose();
    // After the dialog has given focus back, so that an action may move it elsewhere.
    requestAnimationFrame(() => action.run());
  };
  const handleKey = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: current + 1, ArrowUp: current - 1 };
    const next = steps[event.key];
    if (next !== undefined) choose(next);
    else if (event.key === 'Enter') run(found[current]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog['backdrop']} />
        <Dialog.Popup className={styles['palette']} aria-label="Command palette">
          <div className={styles['search']}>
            <Search {...iconProps} />
            <input
              className={styles['input']}
              role="combobox"
              aria-label="Find an action"
              aria-expanded
              aria-controls={id}
              aria-activedescendant={found[current] && `${id}-${found[current].id}`}
              aria-autocomplete="list"
              placeholder="Find an action"
              autoComplete="off"
              spellCheck={false}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setChosen(0);
              }}
              onKeyDown={handleKey}
            />
          </div>
          <ul ref={list} id={id} role="listbox" aria-label="Actions" className={styles['list']}>
            {found.map((action, index) => (
              <li
                key={action.id}
                id={`${id}-${action.id}`}
                role="option"
                aria-selected={index === current}
                className={styles['option']}
                onPointerMove={({ movementX, movementY }) => {
                  // Chromium tells a move of its own where something comes to lie under a pointer that rests.
                  if (movementX !== 0 || movementY !== 0) setChosen(index);
                }}
                onClick={() => run(action)}
              >
                <span className={styles['group']}>{action.group}</span>
                <span className={styles['title']}>{action.title}</span>
                {action.shortcut !== undefined && <Keys shortcut={action.shortcut} />}
              </li>
            ))}
          </ul>
          {found.length === 0 && <p className={styles['none']}>No action has that name.</p>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
