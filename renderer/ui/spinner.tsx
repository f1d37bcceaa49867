import styles from './spinner.module.css';

/** Something is under way. Says nothing to a screen reader: whoever shows it sets `aria-busy`. */
export function Spinner() {
  return <span className={styles['spinner']} aria-hidden />;
}
