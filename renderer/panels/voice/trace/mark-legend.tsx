import { tooltip } from '../../../ui/tooltip.ts';
import { markKinds } from './mark-kinds.ts';
import styles from './trace.module.css';

/** What the marks of a trace stand for; the traces take their colours from the swatches. */
export function MarkLegend() {
  return (
    <span className={styles['keys']}>
      {markKinds.map(({ key, label, meaning, shape, letter }) => (
        <span key={key} className={styles['key']} {...tooltip(meaning)}>
          <svg data-swatch={key} className={styles[key]} width="12" height="10" aria-hidden>
            {shape === 'band' ? (
              <rect x="0" y="3" width="12" height="5" fill="currentColor" />
            ) : (
              <>
                <rect x="0" y="0" width="1.5" height="10" fill="currentColor" />
                <text x="4" y="8.5" fontSize="9" fontWeight="600" fill="currentColor">
                  {letter}
                </text>
              </>
            )}
          </svg>
          {label}
        </span>
      ))}
    </span>
  );
}
