import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import styles from './segments.module.css';

export interface Segment<T extends string> {
  readonly id: T;
  readonly label: string;
  /** Shown when the mouse rests on it: the key that does the same. */
  readonly hint?: string;
}

export interface SegmentsProps<T extends string> {
  /** The name of the group. */
  readonly label: string;
  /** The name is heard only; what the group is for shows from where it stands. */
  readonly isLabelHidden?: boolean;
  /** Takes the focus as soon as it is there. */
  readonly autoFocus?: boolean;
  readonly value: T;
  readonly options: readonly Segment<T>[];
  readonly onChange: (id: T) => void;
}

/** One of a few, all of them in sight, side by side. */
export function Segments<T extends string>(props: SegmentsProps<T>) {
  const { label, isLabelHidden = false, autoFocus = false, value, options, onChange } = props;
  return (
    <RadioGroup
      className={styles['group'] ?? ''}
      orientation="horizontal"
      value={value}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      {isLabelHidden ? null : <Label className={styles['label'] ?? ''}>{label}</Label>}
      <div className={styles['row']}>
        {options.map(({ id, label: words, hint }) => (
          <RadioField
            key={id}
            value={id}
            className={styles['field'] ?? ''}
            autoFocus={autoFocus && id === value}
          >
            <RadioButton className={styles['segment'] ?? ''} {...(hint === undefined ? {} : { title: hint })}>
              {words}
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
