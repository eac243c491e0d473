import { DraftField } from './draft-field';
import { t } from './strings';

interface CoderNameFieldProps {
  readonly name: string;
  readonly hint?: string;
  /** Never without a name. */
  readonly onName: (name: string) => void;
}

/** What whoever codes is called; a name of nothing is refused. */
export function CoderNameField({ name, hint, onName }: CoderNameFieldProps) {
  return (
    <DraftField
      label={t('corpus:coderName')}
      {...(hint === undefined ? {} : { hint })}
      value={name}
      onCommit={(typed) => {
        if (typed !== '') onName(typed);
        return typed !== '';
      }}
    />
  );
}
