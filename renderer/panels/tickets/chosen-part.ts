import { create } from 'zustand';

/** A part of the panel: one duty of tickets each. */
export type PartName = 'issued' | 'sessions' | 'decode' | 'walkThrough' | 'encrypted' | 'webApi';

/** The parts in their order, as they are called. */
export const ticketParts: readonly { readonly name: PartName; readonly label: string }[] = [
  { name: 'issued', label: 'Tickets' },
  { name: 'sessions', label: 'Sessions' },
  { name: 'decode', label: 'Decode' },
  { name: 'walkThrough', label: 'Walk-through' },
  { name: 'encrypted', label: 'Encrypted' },
  { name: 'webApi', label: 'Web API' },
];

/** A ticket of the book that another part of the panel was asked to take up. */
interface Chosen {
  readonly part: PartName;
  readonly ticketNumber: number | undefined;
  /** How often each part was opened with a ticket: it then begins anew. */
  readonly openings: Partial<Record<PartName, number>>;
}

const store = create<Chosen>()(() => ({ part: 'issued', ticketNumber: undefined, openings: {} }));

/** The part that was looked at last: it is there again when the user comes back to the panel. */
export function useChosenPart(): PartName {
  return store((chosen) => chosen.part);
}

/** The ticket that the part shown was opened with; undefined where it was opened by itself. */
export function useChosenTicket(): number | undefined {
  return store((chosen) => chosen.ticketNumber);
}

/** Opens a part, where a number is given with that ticket of the book: “Decode”, “Begin a session with it”. */
export function showPart(part: PartName, ticketNumber?: number): void {
  store.setState(({ openings }) => ({
    part,
    ticketNumber,
    openings: ticketNumber === undefined ? openings : { ...openings, [part]: (openings[part] ?? 0) + 1 },
  }));
}

export function useOpenings(): Partial<Record<PartName, number>> {
  return store((chosen) => chosen.openings);
}
