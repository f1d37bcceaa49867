import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect } from 'react';
import { dismissToast, useToasts, type Toast } from '../stores/toasts.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { iconProps } from '../ui/icon.ts';
import styles from './toast-layer.module.css';

const SHOWN_MS = { good: 3000, fault: 9000 };

/** What `notify` tells, in a corner, for a while. */
export function ToastLayer() {
  const toasts = useToasts();
  return (
    <div className={styles['layer']} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.number} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const { number, tone, title, text } = toast;
  const Glyph = tone === 'good' ? CircleCheck : CircleAlert;

  useEffect(() => {
    const timer = setTimeout(() => dismissToast(number), SHOWN_MS[tone]);
    return () => clearTimeout(timer);
  }, [number, tone]);

  return (
    <div className={styles['toast']} data-tone={tone}>
      <Glyph {...iconProps} className={styles['icon']} />
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        {text !== undefined && <p className={styles['text']}>{text}</p>}
      </div>
      <IconButton icon={X} label="Dismiss" onClick={() => dismissToast(number)} />
    </div>
  );
}
