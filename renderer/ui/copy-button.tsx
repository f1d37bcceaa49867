import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { copyText } from '../stores/desktop.ts';
import { IconButton } from './icon-button.tsx';

export interface CopyButtonProps {
  readonly text: string;
  /** What is copied, in a word or two: `Steam id`. */
  readonly what: string;
}

/** Copies a text and says so. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const copy = async (): Promise<void> => {
    setIsCopied((await copyText(text, what)).ok);
  };
  return <IconButton icon={isCopied ? Check : Copy} label={`Copy ${what}`} onClick={() => void copy()} />;
}
