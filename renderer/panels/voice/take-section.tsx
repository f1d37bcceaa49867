import { ArrowLeft, ArrowRight, Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import type { TakeCard } from '../../../app/voice/voice.ts';
import { exportTake, useVoice, type TakeExport } from '../../stores/voice.ts';
import { notify } from '../../stores/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Section } from '../../ui/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useCommand } from '../../use-command.ts';
import { moved, zoomed, type TimeView } from '../../voice/time-view.ts';
import styles from './figures.module.css';
import { FiguresTable } from './figures-table.tsx';
import { MarkLegend } from './mark-legend.tsx';
import type { TakeLook } from './take-drawing.ts';
import { TakeTrace } from './take-trace.tsx';
import trace from './trace.module.css';
import { useTakeDetail, type TakeDetail } from './use-take-detail.ts';

const looks = [
  { value: 'waveform', label: 'Waveform' },
  { value: 'spectrogram', label: 'Spectrogram' },
] as const;
const exportNames: readonly { readonly what: TakeExport; readonly label: string }[] = [
  { what: 'wav', label: 'WAV' },
  { what: 'packets', label: 'Packets' },
  { what: 'json', label: 'JSON report' },
  { what: 'html', label: 'HTML report' },
];

/** One take looked at closely, or two on one time axis. */
export function TakeSection({ take }: { readonly take: TakeCard }) {
  const { takes } = useVoice();
  const [otherId, setOtherId] = useState<string>('');
  const other = takes.find(({ id }) => id === otherId && id !== take.id);
  const first = useTakeDetail(take.id);
  const second = useTakeDetail(other?.id);
  const [isEditing, setIsEditing] = useState(false);
  const reports = [first.report, second.report].filter((report) => report !== undefined);
  const failure = first.failure ?? second.failure;
  return (
    <Section
      title={take.name}
      isFlush
      actions={
        <>
          {take.isSimulated && <Tag tone="simulated">Simulated</Tag>}
          <ExportButtons id={take.id} />
        </>
      }
    >
      {failure !== undefined && (
        <div className={styles['note']}>
          <FailureNote failure={failure} />
        </div>
      )}
      <Traces
        shown={[
          { card: take, detail: first },
          ...(other === undefined ? [] : [{ card: other, detail: second }]),
        ]}
      />
      <div className={styles['choices']}>
        <SelectField
          label="Compare with"
          value={other?.id ?? ''}
          options={[
            { value: '', label: 'No other take' },
            ...takes.filter(({ id }) => id !== take.id).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setOtherId}
        />
        <Switch label="Change limits" isOn={isEditing} onChange={setIsEditing} />
      </div>
      {reports.length > 0 && <FiguresTable reports={reports} isEditing={isEditing} />}
    </Section>
  );
}

function ExportButtons({ id }: { readonly id: string }) {
  const run = useCommand(async (what: TakeExport) => {
    const outcome = await exportTake(id, what);
    if (!outcome.ok) notify('fault', 'Not exported', outcome.error.message);
    else if (outcome.value !== null) notify('good', 'Exported', outcome.value.path);
    return outcome;
  });
  return (
    <span role="group" aria-label="Export" className={styles['exports']}>
      <span className={styles['faint']}>Export</span>
      {exportNames.map(({ what, label }) => (
        <Button key={what} kind="quiet" disabled={run.isBusy} onClick={() => void run.run(what)}>
          {label}
        </Button>
      ))}
    </span>
  );
}

interface ShownTake {
  readonly card: TakeCard;
  readonly detail: TakeDetail;
}

/** Takes below one another; what is zoomed in one is zoomed in all. */
function Traces({ shown }: { readonly shown: readonly ShownTake[] }) {
  const [look, setLook] = useState<TakeLook>('waveform');
  const [chosen, setChosen] = useState<TimeView>();
  const length = Math.max(0.1, ...shown.map(({ card }) => card.lengthSeconds));
  const view = chosen === undefined || chosen.to > length ? { from: 0, to: length } : chosen;
  const middle = (view.from + view.to) / 2;
  return (
    <>
      <div className={styles['tools']}>
        <SegmentedControl label="Show" isLabelHidden value={look} options={looks} onChange={setLook} />
        <span className={styles['zoom']}>
          <IconButton
            icon={ArrowLeft}
            label="Earlier"
            onClick={() => setChosen(moved(view, -0.25, length))}
          />
          <IconButton icon={ArrowRight} label="Later" onClick={() => setChosen(moved(view, 0.25, length))} />
          <IconButton
            icon={ZoomOut}
            label="Zoom out"
            onClick={() => setChosen(zoomed(view, 0.5, middle, length))}
          />
          <IconButton
            icon={ZoomIn}
            label="Zoom in"
            hint="Zoom in; also with Ctrl and the wheel"
            onClick={() => setChosen(zoomed(view, 2, middle, length))}
          />
          <IconButton icon={Maximize2} label="Whole take" onClick={() => setChosen(undefined)} />
        </span>
      </div>
      {shown.map(({ card, detail }) => (
        <figure key={card.id} className={trace['figure']}>
          {shown.length > 1 && <figcaption className={styles['traceName']}>{card.name}</figcaption>}
          {detail.sound !== undefined ? (
            <TakeTrace
              name={card.name}
              sound={detail.sound}
              look={look}
              view={view}
              lengthSeconds={length}
              onView={setChosen}
            />
          ) : (
            detail.failure === undefined && (
              <p role="status" className={styles['reading']}>
                <Spinner /> Reading the take
              </p>
            )
          )}
        </figure>
      ))}
      <div className={trace['caption']}>
        <MarkLegend />
      </div>
    </>
  );
}
