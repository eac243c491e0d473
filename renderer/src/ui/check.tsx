import styles from './check.module.css';

export interface CheckProps {
  readonly label: string;
  /** Shown when the mouse rests on it. */
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A box to tick, with its words beside it. */
export function Check({ label, hint, isOn, onChange }: CheckProps) {
  return (
    <label className={styles['check']} title={hint}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <span className={styles['words']}>{label}</span>
    </label>
  );
}
