import { useState } from 'react';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { DialogFrame } from '../ui/dialog-frame';
import { Segments } from '../ui/segments';
import { t } from '../ui/strings';
import styles from './export-codebook-dialog.module.css';

export interface CodebookExport {
  readonly format: 'csv' | 'json';
  /** CSV cells as they are, without the guard against spreadsheet formulas. */
  readonly exact: boolean;
  /** CSV with a byte order mark and ";" between cells. */
  readonly excel: boolean;
}

export interface ExportCodebookDialogProps {
  /** Codes and folders, archived ones too. */
  readonly count: number;
  readonly onExport: (choice: CodebookExport) => void;
  readonly onClose: () => void;
}

/** Dialog "Export codebook". Mounted while it is open. */
export function ExportCodebookDialog({ count, onExport, onClose }: ExportCodebookDialogProps) {
  const [choice, setChoice] = useState<CodebookExport>({ format: 'csv', exact: false, excel: false });
  const { format, exact, excel } = choice;
  return (
    <DialogFrame
      title={t('codebook:exportTitle')}
      summary={t('codebook:codesCount', { count })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" autoFocus onPress={() => onExport(choice)}>
            {t('codebook:exportDo')}
          </Button>
        </>
      }
    >
      <div className={styles['content']}>
        <Segments
          label={t('codebook:exportFormat')}
          value={format}
          options={[
            { id: 'csv', label: t('codebook:exportCsv') },
            { id: 'json', label: t('codebook:exportJson') },
          ]}
          onChange={(id) => setChoice({ ...choice, format: id })}
        />
        <p className={styles['hint']}>
          {t(format === 'csv' ? 'codebook:exportCsvHint' : 'codebook:exportJsonHint')}
        </p>
        {format === 'csv' ? (
          <>
            <Check
              label={t('codebook:exportExact')}
              isOn={exact}
              onChange={(isOn) => setChoice({ ...choice, exact: isOn })}
            />
            <p className={styles['below']}>{t('codebook:exportExactHint')}</p>
            <Check
              label={t('codebook:exportExcel')}
              isOn={excel}
              onChange={(isOn) => setChoice({ ...choice, excel: isOn })}
            />
            <p className={styles['below']}>{t('codebook:exportExcelHint')}</p>
          </>
        ) : (
          <p className={styles['hint']}>{t('codebook:exportNothing')}</p>
        )}
      </div>
    </DialogFrame>
  );
}
