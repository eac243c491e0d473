import type { ExportFormat, ExportOptions } from '@core/exchange/export-options';
import { reportOrders } from '@core/exchange/report/report-options';
import { Select } from '../ui/select';
import { t } from '../ui/strings';
import styles from './export-dialog.module.css';
import { MatrixOptions } from './matrix-options';
import { OptionCheck } from './option-check';

export interface FormatOptionsProps {
  readonly options: ExportOptions;
  readonly onChange: (options: ExportOptions) => void;
}

/** Formats that are CSV within. */
const csvFormats: ReadonlySet<ExportFormat> = new Set([
  'csv',
  'tables',
  'copies',
  'matrix',
  'reliability',
  'cooccurrence',
]);

/** Formats in which nothing stands to review. */
const withoutReview: ReadonlySet<ExportOptions['format']> = new Set(['packet', 'qdc', 'markdown', 'audit']);

/** What can be chosen for the format. */
export function FormatOptions({ options, onChange }: FormatOptionsProps) {
  const { format, exact, excel, withTexts, extrasAsCodes, matrix, reportBy, acceptedOnly = false } = options;
  return (
    <div className={styles['options']}>
      {(format === 'matrix' || format === 'reliability' || format === 'cooccurrence') && (
        <MatrixOptions
          format={format}
          options={matrix}
          onChange={(next) => onChange({ ...options, matrix: next })}
        />
      )}
      {csvFormats.has(format) && (
        <>
          <OptionCheck
            label={t('exchange:exact')}
            hint={t('exchange:exactHint')}
            isOn={exact}
            onChange={(isOn) => onChange({ ...options, exact: isOn })}
          />
          <OptionCheck
            label={t('exchange:excel')}
            hint={t('exchange:excelHint')}
            isOn={excel}
            onChange={(isOn) => onChange({ ...options, excel: isOn })}
          />
        </>
      )}
      {format === 'json' && (
        <OptionCheck
          label={t('exchange:withTexts')}
          hint={t('exchange:withTextsHint')}
          isOn={withTexts}
          onChange={(isOn) => onChange({ ...options, withTexts: isOn })}
        />
      )}
      {format === 'report' && (
        <Select
          isLabelBeside
          label={t('exchange:reportBy')}
          value={reportBy}
          options={reportOrders.map((id) => ({ id, label: t(`exchange:reportBy_${id}`) }))}
          onChange={(id) =>
            onChange({ ...options, reportBy: reportOrders.find((known) => known === id) ?? reportBy })
          }
        />
      )}
      {format === 'qdpx' && (
        <OptionCheck
          label={t('exchange:extrasAsCodes')}
          hint={t('exchange:extrasAsCodesHint')}
          isOn={extrasAsCodes}
          onChange={(isOn) => onChange({ ...options, extrasAsCodes: isOn })}
        />
      )}
      {!withoutReview.has(format) && (
        <OptionCheck
          label={t('exchange:acceptedOnly')}
          hint={t('exchange:acceptedOnlyHint')}
          isOn={acceptedOnly}
          onChange={(isOn) => onChange({ ...options, acceptedOnly: isOn })}
        />
      )}
    </div>
  );
}
