import type { TakeCard } from '../../../../app/voice/voice.ts';
import { useVoice } from '../../../stores/voice.ts';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { Lamp } from '../../../ui/lamp.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { changeLooks, compareWith, useTakeLooks } from './chosen-take.ts';
import { TakeExports } from './export-buttons.tsx';
import styles from './figures.module.css';
import { FiguresTable } from './figures-table.tsx';
import { TakeJudgement } from './take-judgement.tsx';
import { TakeTraces } from './take-traces.tsx';
import { useTakeDetail } from './use-take-detail.ts';
import type { TakePlayback } from '../playback/use-take-playback.ts';

export interface TakeSectionProps {
  readonly take: TakeCard;
  readonly playback: TakePlayback;
}

/** One take looked at closely, or two on one time axis. */
export function TakeSection({ take, playback }: TakeSectionProps) {
  const takes = useVoice((voice) => voice.takes);
  const { otherId, isEditingLimits } = useTakeLooks();
  const other = takes.find(({ id }) => id === otherId && id !== take.id);
  const first = useTakeDetail(take.id);
  const second = useTakeDetail(other?.id);
  const reports = [first.report, second.report].filter((report) => report !== undefined);
  const failure = first.failure ?? second.failure;
  return (
    <Section
      title={take.name}
      isFlush
      actions={
        <>
          {take.isSimulated && <Tag tone="simulated">Simulated</Tag>}
          <TakeExports id={take.id} />
        </>
      }
    >
      {failure !== undefined && (
        <div className={styles['note']}>
          <FailureNote failure={failure} />
        </div>
      )}
      {first.report === undefined && failure === undefined && (
        <div className={styles['judgement']}>
          <Lamp state="busy" label="Measuring…" />
        </div>
      )}
      {reports.map((report) => (
        <TakeJudgement key={report.card.id} report={report} isNamed={reports.length > 1} />
      ))}
      <TakeTraces
        playback={playback}
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
          onChange={(id) => compareWith(id === '' ? undefined : id)}
        />
        <Switch
          label="Change limits"
          isOn={isEditingLimits}
          onChange={(isOn) => changeLooks({ isEditingLimits: isOn })}
        />
      </div>
      {reports.length > 0 && <FiguresTable reports={reports} isEditing={isEditingLimits} />}
    </Section>
  );
}
