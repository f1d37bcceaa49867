import { enums, type EnumMember } from '../steam/enums.ts';

/** How urgent something is for the player: `end` asks the game to come to its end. */
export type Urgency = 'none' | 'tell' | 'limited' | 'end';

/** A member of one of duration control’s enumerations, and what a game should do about it. */
export interface DurationWords extends EnumMember {
  readonly urgency: Urgency;
  /** What the game should do. */
  readonly duty: string;
  readonly isDeprecated: boolean;
}

interface Duty {
  readonly urgency: Urgency;
  readonly duty: string;
  readonly isDeprecated?: true;
}

const notificationDuties: Readonly<Record<number, Duty>> = {
  0: { urgency: 'none', duty: 'Nothing to show: it tells of progress only.' },
  1: { urgency: 'tell', duty: 'Tell the player that they have played for one hour. Play goes on.' },
  2: { urgency: 'tell', duty: 'Tell the player that they have played for three hours, and to take a rest.' },
  3: {
    urgency: 'limited',
    duty: 'Halve rewards, and tell the player. Goes with progress Half, which is deprecated.',
    isDeprecated: true,
  },
  4: {
    urgency: 'limited',
    duty: 'Give no rewards, and tell the player. Goes with progress None, which is deprecated.',
    isDeprecated: true,
  },
  5: {
    urgency: 'end',
    duty: 'Say that the three hours since the last rest are over, save, and exit: Steam ends the game soon.',
  },
  6: {
    urgency: 'end',
    duty: 'Say that the five hours of this day are over, save, and exit: Steam ends the game soon.',
  },
  7: {
    urgency: 'end',
    duty: 'Say that the night curfew has begun, save, and exit: Steam ends the game soon.',
  },
};

const progressDuties: Readonly<Record<number, Duty>> = {
  0: { urgency: 'none', duty: 'Give the player everything they earn.' },
  1: { urgency: 'limited', duty: 'Halve what the player earns.', isDeprecated: true },
  2: { urgency: 'limited', duty: 'Let the player earn nothing.', isDeprecated: true },
  3: { urgency: 'end', duty: 'Save and exit: three hours are played since the last rest of five hours.' },
  4: { urgency: 'end', duty: 'Save and exit: five hours are played today.' },
  5: { urgency: 'end', duty: 'Save and exit: it is night in China.' },
};

const withDuties = (members: readonly EnumMember[], duties: Readonly<Record<number, Duty>>) =>
  members.map((member): DurationWords => ({
    ...member,
    isDeprecated: false,
    ...dutyOf(duties[member.value]),
  }));

const dutyOf = (duty: Duty | undefined): Duty =>
  duty ?? { urgency: 'tell', duty: 'Not known to the bench: see Steam’s documentation.' };

/** All of EDurationControlNotification, by value. */
export const notifications: readonly DurationWords[] = withDuties(
  enums.EDurationControlNotification,
  notificationDuties,
);

/** All of EDurationControlProgress, by value. */
export const progressValues: readonly DurationWords[] = withDuties(
  enums.EDurationControlProgress,
  progressDuties,
);

export function notificationWords(value: number): DurationWords {
  return notifications[value] ?? unknownMember(value);
}

export function progressWords(value: number): DurationWords {
  return progressValues[value] ?? unknownMember(value);
}

/** A value later than the tables is shown as what it is. */
function unknownMember(value: number): DurationWords {
  return { value, name: '(unknown)', meaning: '', isDeprecated: false, ...dutyOf(undefined) };
}
