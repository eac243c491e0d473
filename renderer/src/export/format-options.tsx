import type { ExportOptions } from '@core/exchange/export-options';
import { Check } from '../ui/check';
import { t } from '../ui/strings';
import styles from './export-dialog.module.css';

export interface FormatOptionsProps {
  readonly options: ExportOptions;
  readonly onChange: (options: ExportOptions) => void;
}

/** What can be chosen for the format; its place keeps its height, so that the dialog does not jump. */
export function FormatOptions({ options, onChange }: FormatOptionsProps) {
  const { format, exact, excel, withTexts, acceptedOnly = false } = options;
  return (
    <div className={styles['options']}>
      {(format === 'csv' || format === 'tables' || format === 'copies') && (
        <>
          <Choice
            label={t('exchange:exact')}
            hint={t('exchange:exactHint')}
            isOn={exact}
            onChange={(isOn) => onChange({ ...options, exact: isOn })}
          />
          <Choice
            label={t('exchange:excel')}
            hint={t('exchange:excelHint')}
            isOn={excel}
            onChange={(isOn) => onChange({ ...options, excel: isOn })}
          />
        </>
      )}
      {format === 'json' && (
        <Choice
          label={t('exchange:withTexts')}
          hint={t('exchange:withTextsHint')}
          isOn={withTexts}
          onChange={(isOn) => onChange({ ...options, withTexts: isOn })}
        />
      )}
      <Choice
        label={t('exchange:acceptedOnly')}
        hint={t('exchange:acceptedOnlyHint')}
        isOn={acceptedOnly}
        onChange={(isOn) => onChange({ ...options, acceptedOnly: isOn })}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Choice({ label, hint, isOn, onChange }: ChoiceProps) {
  return (
    <div className={styles['choice']}>
      <Check label={label} isOn={isOn} onChange={onChange} />
      <p className={styles['choiceHint']}>{hint}</p>
    </div>
  );
}
