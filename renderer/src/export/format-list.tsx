import { type ExportFormat, exportFormats } from '@core/exchange/export-options';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { t } from '../ui/strings';
import styles from './export-dialog.module.css';

export interface FormatListProps {
  readonly format: ExportFormat;
  readonly isDisabled: boolean;
  readonly onChange: (format: ExportFormat) => void;
}

/** Radiogroup "Format". What a format is for stands beside the list, where there is room for it. */
export function FormatList({ format, isDisabled, onChange }: FormatListProps) {
  return (
    <RadioGroup
      className={styles['formats'] ?? ''}
      value={format}
      isDisabled={isDisabled}
      onChange={(value) => {
        const found = exportFormats.find((known) => known === value);
        if (found !== undefined) onChange(found);
      }}
    >
      <Label className={styles['label'] ?? ''}>{t('exchange:format')}</Label>
      {exportFormats.map((each) => (
        <RadioField key={each} value={each} className={styles['field'] ?? ''} autoFocus={each === format}>
          <RadioButton className={styles['format'] ?? ''}>
            <span className={styles['name']}>{t(`exchange:${each}`)}</span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}
