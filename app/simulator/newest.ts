/** The newest of what is noted. */
export interface NewestOf<Item> {
  add(item: Item): void;
  /** Newest first. */
  all(): readonly Item[];
  remove(isGone: (item: Item) => boolean): void;
}

export function createNewestOf<Item>(most: number, onChanged: () => void): NewestOf<Item> {
  let items: readonly Item[] = [];
  return {
    add(item) {
      items = [item, ...items].slice(0, most);
      onChanged();
    },
    all: () => items,
    remove(isGone) {
      const left = items.filter((item) => !isGone(item));
      if (left.length === items.length) return;
      items = left;
      onChanged();
    },
  };
}
