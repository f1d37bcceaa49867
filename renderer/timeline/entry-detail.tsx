import clsx from 'clsx';
import { Eye, EyeOff, Filter, X } from 'lucide-react';
import { useState } from 'react';
import type { JournalEntry } from '../../app/journal/entry.ts';
import { redactEntry } from '../../app/journal/redact.ts';
import { changeFilter, journalView, useJournal } from '../stores/journal.ts';
import { partnerOf, revealEntry, setDetailOpen, useTimeline } from '../stores/timeline.ts';
import { Button } from '../ui/button.tsx';
import { clockText, durationText } from '../ui/clock-text.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Tag } from '../ui/tag.tsx';
import { describeName, detailFields, hasSecret, rawBytes, type ByteRange } from './detail-fields.ts';
import styles from './entry-detail.module.css';
import { FieldTable } from './field-table.tsx';
import { HexDump } from './hex-dump.tsx';
import { kindLooks } from './kinds.ts';
import kinds from './kinds.module.css';

/** Everything about the selected entry. */
export function EntryDetail() {
  const seq = useTimeline((state) => state.selectedSeq);
  useJournal();
  const entry = seq === undefined ? undefined : journalView.entry(seq);
  return (
    <aside aria-label="Detail of the entry" className={styles['detail']}>
      {entry === undefined ? (
        <EmptyState
          title="No entry is selected"
          actions={<Button onClick={() => setDetailOpen(false)}>Close</Button>}
        >
          Choose one in the list to see its fields and bytes.
        </EmptyState>
      ) : (
        <Detail key={entry.seq} entry={entry} />
      )}
    </aside>
  );
}

/** Keyed by the entry: what was shown of one stays masked in the next. */
function Detail({ entry }: { readonly entry: JournalEntry }) {
  const [isShown, setIsShown] = useState(false);
  const [marked, setMarked] = useState<ByteRange>();
  const about = describeName(entry.name);
  const args = detailFields(entry, 'args', isShown);
  const value = detailFields(entry, 'value', isShown);
  const raw = rawBytes(entry, isShown);
  return (
    <>
      <DetailHeader entry={entry} />
      <div className={styles['body']}>
        {about !== undefined && <p className={styles['meaning']}>{about.meaning}</p>}
        <DetailTags entry={entry} sdkName={about?.sdkName} />
        {hasSecret(entry) && (
          <div className={styles['secret']}>
            <span>Holds a credential{isShown ? ': do not share what is shown.' : ', masked.'}</span>
            <Button icon={isShown ? EyeOff : Eye} onClick={() => setIsShown(!isShown)}>
              {isShown ? 'Hide' : 'Show'}
            </Button>
          </div>
        )}
        {args.length > 0 && <FieldTable caption="Arguments" fields={args} />}
        {value.length > 0 && (
          <FieldTable
            caption={entry.kind === 'call' ? 'Result' : 'Values'}
            fields={value}
            onPoint={setMarked}
          />
        )}
        {raw !== undefined && (
          <section aria-label="Raw bytes" className={styles['raw']}>
            <h4 className={styles['heading']}>Raw bytes</h4>
            {typeof raw === 'string' ? (
              <p className={styles['masked']}>{raw}</p>
            ) : (
              <HexDump bytes={raw} marked={marked} />
            )}
          </section>
        )}
      </div>
    </>
  );
}

function DetailHeader({ entry }: { readonly entry: JournalEntry }) {
  const { icon: Glyph } = kindLooks[entry.kind];
  return (
    <header className={styles['header']}>
      <Glyph size={14} strokeWidth={2} aria-hidden className={clsx(styles['icon'], kinds[entry.kind])} />
      <h3 className={styles['name']}>{entry.name}</h3>
      <IconButton
        icon={Filter}
        label={`Show only ${entry.name}`}
        onClick={() => changeFilter({ name: entry.name })}
      />
      <CopyButton
        text={JSON.stringify(redactEntry(entry), undefined, 2)}
        what="Entry as JSON, credentials masked"
      />
      <IconButton icon={X} label="Close the detail" onClick={() => setDetailOpen(false)} />
    </header>
  );
}

interface DetailTagsProps {
  readonly entry: JournalEntry;
  readonly sdkName: string | undefined;
}

function DetailTags({ entry, sdkName }: DetailTagsProps) {
  const partner = partnerOf(entry.seq);
  const isAnswer = entry.answers !== undefined;
  return (
    <div className={styles['tags']}>
      {entry.simulated === true && <Tag tone="simulated">Simulated</Tag>}
      <Tag>#{entry.seq}</Tag>
      <Tag>{clockText(entry.time)}</Tag>
      {sdkName !== undefined && <Tag>{sdkName}</Tag>}
      {entry.durationMs !== undefined && (
        <Tag tone={isAnswer ? 'accent' : 'neutral'}>
          {isAnswer ? 'after' : 'took'} {durationText(entry.durationMs)}
        </Tag>
      )}
      {entry.call !== undefined && <Tag>call {entry.call}</Tag>}
      {partner !== undefined && (
        <Button kind="quiet" className={styles['partner']} onClick={() => revealEntry(partner)}>
          {isAnswer ? `answers #${partner}` : `answered by #${partner}`}
        </Button>
      )}
    </div>
  );
}
