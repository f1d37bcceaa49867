/** How many of each list the bench remembers. */
export const MOST_ITEMS = 50;

/** A numbered list of cards, each with an address that is kept here and not told with them. */
export interface SecretList<Card extends { readonly number: number }> {
  /** Newest first. */
  cards(): readonly Card[];
  /** The card and, where there is one, the address. */
  find(number: number): { readonly card: Card; readonly secret: string | undefined } | undefined;
  /** Of more than fifty the oldest goes. */
  add(make: (number: number) => Card, secret?: string): void;
  /** Changes the cards for which `change` gives something; whether any was. */
  change(change: (card: Card) => { readonly card: Card; readonly secret?: string } | undefined): boolean;
}

export function createSecretList<Card extends { readonly number: number }>(): SecretList<Card> {
  let items: readonly { readonly card: Card; readonly secret: string | undefined }[] = [];
  let lastNumber = 0;
  return {
    cards: () => items.map(({ card }) => card),
    find: (number) => items.find(({ card }) => card.number === number),
    add(make, secret) {
      lastNumber += 1;
      items = [{ card: make(lastNumber), secret }, ...items.slice(0, MOST_ITEMS - 1)];
    },
    change(change) {
      let isChanged = false;
      items = items.map((item) => {
        const changed = change(item.card);
        if (changed === undefined) return item;
        isChanged = true;
        return { card: changed.card, secret: changed.secret ?? item.secret };
      });
      return isChanged;
    },
  };
}
