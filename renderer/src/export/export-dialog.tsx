import { type ExportOptions, exportFormats } from '@core/exchange/export-options';
import { type SyntheticEvent, useState } from 'react';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { t } from '../ui/strings';
import styles from './export-dialog.module.css';
import { FormatOptions } from './format-options';

export interface ExportDialogProps {
  /** The last choice, or `defaultExportOptions`. */
  readonly initial: ExportOptions;
  readonly counts: {
    readonly annotations: number;
    readonly codings: number;
    readonly documents: number;
  };
  readonly state: 'choosing' | 'working';
  readonly onExport: (options: ExportOptions) => void;
  readonly onClose: () => void;
}

/** Dialog "Export". Mounted while it is open; Enter exports, Escape closes. */
export function ExportDialog({ initial, counts, state, onExport, onClose }: ExportDialogProps) {
  const [options, setOptions] = useState(initial);
  const isWorking = state === 'working';
  const send = (): void => {
    if (!isWorking) onExport(options);
  };
  return (
    <DialogFrame
      title={t('exchange:dialog')}
      summary={[
        t('exchange:annotations', { count: counts.annotations }),
        t('exchange:codings', { count: counts.codings }),
        t('exchange:documents', { count: counts.documents }),
      ].join(' · ')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => onClose()}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={isWorking} onPress={send}>
            {t(isWorking ? 'exchange:working' : 'exchange:export')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          send();
        }}
      >
        <RadioGroup
          className={styles['formats'] ?? ''}
          value={options.format}
          isDisabled={isWorking}
          onChange={(value) => {
            const format = exportFormats.find((known) => known === value);
            if (format !== undefined) setOptions({ ...options, format });
          }}
        >
          <Label className={styles['label'] ?? ''}>{t('exchange:format')}</Label>
          {exportFormats.map((format) => (
            <RadioField
              key={format}
              value={format}
              className={styles['field'] ?? ''}
              autoFocus={format === initial.format}
            >
              <RadioButton className={styles['format'] ?? ''}>
                <span className={styles['name']}>{t(`exchange:${format}`)}</span>{' '}
                <span className={styles['hint']}>{t(`exchange:${format}Hint`)}</span>
              </RadioButton>
            </RadioField>
          ))}
        </RadioGroup>
        <FormatOptions options={options} onChange={setOptions} />
        {/* What Enter presses in a form; the dialog's own button stands in its footer. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </DialogFrame>
  );
}
