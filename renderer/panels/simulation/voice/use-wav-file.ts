import { useRef, useState } from 'react';
import { readSourceFile, type SourceFile, type SourceFileProblem } from './source-file.ts';

/** Reading of the file that was chosen last. */
export interface WavFileReading {
  readonly isReading: boolean;
  /** Why it cannot be heard. */
  readonly problem: SourceFileProblem | undefined;
  readonly dismiss: () => void;
  /** Tells of the file where it can be heard; else nothing but the problem changes. */
  readonly read: (file: File) => void;
}

export function useWavFile(onRead: (file: SourceFile) => void): WavFileReading {
  const [isReading, setIsReading] = useState(false);
  const [problem, setProblem] = useState<SourceFileProblem>();
  const newest = useRef<File>(undefined);

  const readOne = async (file: File): Promise<void> => {
    newest.current = file;
    setIsReading(true);
    const outcome = await readSourceFile(file);
    // Another one was chosen meanwhile.
    if (newest.current !== file) return;
    setIsReading(false);
    setProblem(outcome.ok ? undefined : outcome.error);
    if (outcome.ok) onRead(outcome.value);
  };

  return {
    isReading,
    problem,
    dismiss: () => setProblem(undefined),
    read: (file) => void readOne(file),
  };
}
