import { succeed } from '../outcome.ts';
import type { TakeFiles } from './take-files.ts';

/** The same files, but whoever listens here is told of what others change alone. */
export function withoutOwnChanges(files: TakeFiles): TakeFiles {
  let isOwn = false;

  const own = <Done>(change: () => Done): Done => {
    isOwn = true;
    try {
      return change();
    } finally {
      isOwn = false;
    }
  };

  return {
    ...files,
    begin(id, begun) {
      const opened = files.begin(id, begun);
      if (!opened.ok) return opened;
      const writer = opened.value;
      return succeed({ ...writer, finish: (about) => own(() => writer.finish(about)) });
    },
    describe: (id, about) => own(() => files.describe(id, about)),
    remove: (id) => own(() => files.remove(id)),
    onChanged: (listener) =>
      files.onChanged((change) => {
        if (!isOwn) listener(change);
      }),
  };
}
