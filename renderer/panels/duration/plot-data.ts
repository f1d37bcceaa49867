import type { DurationReading } from '../../../app/duration/duration.ts';
import { notificationWords } from '../../../app/duration/notifications.ts';
import { clockText } from '../../ui/clock-text.ts';
import { playTimeText } from './play-time-text.ts';

/** Play time over time: one place in every column for each reading that counts, oldest first. */
export interface PlotData {
  readonly readings: readonly DurationReading[];
  /** Seconds since 1970, then hours of each counter. */
  readonly columns: readonly [at: number[], last5Hours: number[], today: number[], remaining: number[]];
  readonly marks: readonly { readonly at: number; readonly notification: number }[];
  /** The same for those who do not see the drawing. */
  readonly summary: string;
}

/** EResult OK. */
const OK = 1;

const hours = (seconds: number): number => seconds / 3600;

/** What is drawn of readings that come newest first: those in which Steam counted something. */
export function plotData(newestFirst: readonly DurationReading[]): PlotData {
  const readings = newestFirst
    .filter(({ result, isApplicable }) => result === OK && isApplicable)
    .toSorted((one, other) => one.at - other.at);
  return {
    readings,
    columns: [
      readings.map(({ at }) => at / 1000),
      readings.map(({ secondsLast5Hours }) => hours(secondsLast5Hours)),
      readings.map(({ secondsToday }) => hours(secondsToday)),
      readings.map(({ secondsRemaining }) => hours(secondsRemaining)),
    ],
    marks: readings
      .filter(({ notification }) => notification !== 0)
      .map(({ at, notification }) => ({ at: at / 1000, notification })),
    summary: summaryOf(readings),
  };
}

/** The counters of one reading in a line. */
export function countersText({ secondsLast5Hours, secondsToday, secondsRemaining }: DurationReading): string {
  return [
    `last 5 hours ${playTimeText(secondsLast5Hours)}`,
    `today ${playTimeText(secondsToday)}`,
    `remaining ${playTimeText(secondsRemaining)}`,
  ].join(' · ');
}

function summaryOf(readings: readonly DurationReading[]): string {
  const [first] = readings;
  const last = readings.at(-1);
  if (first === undefined || last === undefined) return 'Play time over time. Nothing yet.';
  const told = readings.filter(({ notification }) => notification !== 0);
  const lastTold = told.at(-1);
  const count = readings.length === 1 ? '1 reading' : `${readings.length} readings`;
  return [
    `Play time over time: ${count} from ${clockText(first.at).slice(0, 8)} to ${clockText(last.at).slice(0, 8)}.`,
    `Newest: ${countersText(last)}.`,
    lastTold === undefined
      ? 'No notification.'
      : `${told.length} with a notification, the newest ${notificationWords(lastTold.notification).name}.`,
  ].join(' ');
}
