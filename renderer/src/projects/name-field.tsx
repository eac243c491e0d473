import { Input, Label, Text, TextField } from 'react-aria-components';
import styles from './project-dialogs.module.css';

export interface NameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** It takes the focus; so it does unless told otherwise. */
  readonly isFirst?: boolean;
  /** Why the name cannot be; '' when it can. */
  readonly problem?: string;
  readonly onChange: (value: string) => void;
}

/** The name field of a dialog: what stands in it is selected. */
export function NameField({ label, value, placeholder, isFirst = true, problem, onChange }: NameFieldProps) {
  return (
    <TextField
      autoFocus={isFirst}
      className={styles['form'] ?? ''}
      value={value}
      isInvalid={(problem ?? '') !== ''}
      onChange={onChange}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <Input
        className={styles['input'] ?? ''}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        {...(placeholder === undefined ? {} : { placeholder })}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      {problem === undefined ? null : (
        <Text slot="description" className={styles['problem'] ?? ''} role="status">
          {problem}
        </Text>
      )}
    </TextField>
  );
}
