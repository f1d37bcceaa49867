import { describe, expect, it } from 'vitest';
import { answeredFunctions, fitsFunction } from '../../../app/simulator/answer-knobs.ts';
import { noFaults } from '../../../app/simulator/fault-knobs.ts';
import {
  functionOptions,
  kindsOf,
  outcomeOf,
  outcomeText,
  valueChoice,
  type OutcomeKind,
} from './answer-choices.ts';
import { licencesFrom } from './account-values/licence-text.ts';
import { timeFrom, timeText } from './account-values/time-text.ts';
import { NO_FAULTS } from './no-faults.ts';
import { percentFrom, percentText } from './percent.ts';

const everyKind: readonly OutcomeKind[] = ['answer', 'never', 'callFailure', 'result', 'verdict'];

describe('what the panel says over', () => {
  it('is what the simulator has: functions, how they can be answered, a network without faults', () => {
    expect(functionOptions.map(({ value }) => value).toSorted()).toEqual(answeredFunctions.toSorted());
    for (const name of answeredFunctions) {
      const fitting = everyKind.filter((kind) => fitsFunction(name, outcomeOf(kind, 1, undefined)));
      expect(kindsOf(name).toSorted()).toEqual(fitting.toSorted());
    }
    expect(NO_FAULTS).toEqual(noFaults);
  });
});

describe('an outcome', () => {
  it('carries what its kind has, and is told in words', () => {
    expect(valueChoice('beginAuthSession', 'result')?.label).toBe('EBeginAuthSessionResult');
    expect(valueChoice('beginAuthSession', 'never')).toBeUndefined();
    const verdict = outcomeOf('verdict', 7, 500);
    expect(verdict).toEqual({ kind: 'verdict', response: 7, delayMs: 500 });
    expect(outcomeText('beginAuthSession', verdict)).toBe(
      'verdict 7 AuthTicketInvalidAlreadyUsed after 500 ms',
    );
  });
});

describe('what is typed', () => {
  it('is a probability in percent', () => {
    expect(percentFrom('12.5')).toBe(0.125);
    expect(percentFrom('100.1')).toBeUndefined();
    expect(percentFrom('a few')).toBeUndefined();
    expect(percentText(0.07)).toBe('7');
  });

  it('is a list of app ids', () => {
    expect(licencesFrom(' 480, 730 480')).toEqual([480, 730]);
    expect(licencesFrom('')).toEqual([]);
    expect(licencesFrom('480, x')).toBeUndefined();
  });

  it('is a time in UTC', () => {
    expect(timeFrom('2027-01-31 12:00')).toBe(1_801_396_800);
    expect(timeText(1_801_396_800)).toBe('2027-01-31 12:00');
    expect(timeFrom('')).toBe(0);
    expect(timeFrom('2027-13-31 12:00')).toBeUndefined();
  });
});
