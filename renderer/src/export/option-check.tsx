import { Check } from '../ui/check';
import styles from './export-dialog.module.css';

interface OptionCheckProps {
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A box to tick, and below it what that does. */
export function OptionCheck({ label, hint, isOn, onChange }: OptionCheckProps) {
  return (
    <div className={styles['choice']}>
      <Check label={label} isOn={isOn} onChange={onChange} />
      <p className={styles['choiceHint']}>{hint}</p>
    </div>
  );
}
