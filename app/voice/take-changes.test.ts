import { expect, it } from 'vitest';
import { createMemoryTakeFiles } from './memory-take-files.ts';
import { withoutOwnChanges } from './take-changes.ts';
import type { TakeFiles } from './take-files.ts';

function keepTake(files: TakeFiles, id: string): void {
  const begun = files.begin(id, {});
  if (!begun.ok) throw new Error(begun.error.message);
  begun.value.finish({});
}

it('tells of what others kept, described and removed, and not of what was done here', () => {
  const shared = createMemoryTakeFiles();
  const mine = withoutOwnChanges(shared);
  const told: string[] = [];
  const stop = mine.onChanged(({ id, take }) => told.push(take === undefined ? `${id} is gone` : id));
  for (const [files, id] of [
    [mine, 'mine'],
    [shared, 'theirs'],
  ] as const) {
    keepTake(files, id);
    files.describe(id, { name: 'New' });
    files.remove(id);
  }
  expect(told).toEqual(['theirs', 'theirs', 'theirs is gone']);
  stop();
  keepTake(shared, 'later');
  expect(told).toHaveLength(3);
});

it('tells of others again after a change of its own that threw', () => {
  const shared = createMemoryTakeFiles();
  const mine = withoutOwnChanges({
    ...shared,
    remove() {
      throw new Error('This is a bug.');
    },
  });
  const told: string[] = [];
  mine.onChanged(({ id }) => told.push(id));
  expect(() => mine.remove('mine')).toThrow('This is a bug.');
  keepTake(shared, 'theirs');
  expect(told).toEqual(['theirs']);
});
