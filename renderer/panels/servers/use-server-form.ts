import { useState } from 'react';
import { firstDraft, readServer, type Server, type ServerDraft } from './server-draft.ts';

/** The fields of one server. Problems are shown from the first try on, not while the first letters are typed. */
export function useServerForm(send: (server: Server) => void) {
  const [draft, setDraft] = useState<ServerDraft>(firstDraft);
  const [isTried, setIsTried] = useState(false);
  const reading = readServer(draft);
  return {
    draft,
    problems: isTried && !reading.ok ? reading.problems : {},
    doubt: reading.ok ? reading.doubt : undefined,
    change: (field: keyof ServerDraft, text: string): void =>
      setDraft((before) => ({ ...before, [field]: text })),
    submit: (): void => {
      setIsTried(!reading.ok);
      if (reading.ok) send(reading.server);
    },
  };
}

export type ServerForm = ReturnType<typeof useServerForm>;
