import { useEffect, useState } from 'react';
import type { Failure } from '../../../../app/outcome.ts';
import type { TakeReport, TakeSound } from '../../../../app/voice/voice.ts';
import { useSettings } from '../../../stores/settings.ts';
import { fetchReport, fetchSound, useNotesOf, useVoice } from '../../../stores/voice.ts';

export interface TakeDetail {
  readonly sound: TakeSound | undefined;
  readonly report: TakeReport | undefined;
  readonly failure: Failure | undefined;
}

const nothing: TakeDetail = { sound: undefined, report: undefined, failure: undefined };

/** Sound and report of a take; the report anew when the limits, the name or what the page told of it change. */
export function useTakeDetail(id: string | undefined): TakeDetail {
  const { voice } = useSettings();
  const name = useVoice(({ takes }) => takes.find((take) => take.id === id)?.name);
  const notes = useNotesOf(id);
  const [sound, setSound] = useState<TakeSound>();
  const [report, setReport] = useState<TakeReport>();
  const [failed, setFailed] = useState<{ readonly id: string; readonly failure: Failure }>();

  useEffect(() => {
    let isWanted = true;
    if (id !== undefined) {
      void fetchSound(id).then((outcome) => {
        if (!isWanted) return;
        if (outcome.ok) setSound(outcome.value);
        else setFailed({ id, failure: outcome.error });
      });
    }
    return () => void (isWanted = false);
  }, [id]);

  useEffect(() => {
    let isWanted = true;
    if (id !== undefined) {
      void fetchReport(id).then((outcome) => {
        if (!isWanted) return;
        if (outcome.ok) setReport(outcome.value);
        else setFailed({ id, failure: outcome.error });
      });
    }
    return () => void (isWanted = false);
  }, [id, voice.limits, name, notes]);

  if (id === undefined) return nothing;
  // What was fetched for another take is not this one’s.
  return {
    sound: sound?.id === id ? sound : undefined,
    report: report?.card.id === id ? report : undefined,
    failure: failed?.id === id ? failed.failure : undefined,
  };
}
