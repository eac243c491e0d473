import { type ExportOptions, foreignFormats } from '@core/exchange/export-options';
import type { Loss } from '@core/exchange/losses';
import type { SyntheticEvent } from 'react';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { t } from '../ui/strings';
import styles from './export-dialog.module.css';
import { FormatList } from './format-list';
import { FormatOptions } from './format-options';
import { LossTable } from './loss-table';
import { PartChoice, type PartRecords } from './part-choice';

/** Choosing, writing, or written with something left out. */
export type ExportState =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'working'; readonly phase: 'reading' | 'writing' | 'packing' | 'saving' }
  | { readonly kind: 'done'; readonly path: string; readonly losses: readonly Loss[] };

export interface ExportDialogProps {
  readonly options: ExportOptions;
  readonly counts: {
    readonly annotations: number;
    readonly codings: number;
    readonly documents: number;
  };
  readonly run: ExportState;
  /** What the chosen format of others would not hold; null while that is not known. */
  readonly losses: readonly Loss[] | null;
  readonly records: PartRecords;
  /** Where this format was exported to last, to be written there again in one step; null where it was not. */
  readonly again: string | null;
  readonly onOptions: (options: ExportOptions) => void;
  readonly onAgain: () => void;
  readonly onExport: () => void;
  /** While it works, this stops it. */
  readonly onClose: () => void;
}

/** Dialog "Export". Mounted while it is open; Enter exports, Escape closes. */
export function ExportDialog(props: ExportDialogProps) {
  return props.run.kind === 'done' ? <Done {...props.run} onClose={props.onClose} /> : <Choice {...props} />;
}

function Choice(props: ExportDialogProps) {
  const { options, counts, run, losses, records, again, onOptions, onExport, onAgain, onClose } = props;
  const isWorking = run.kind === 'working';
  const send = (): void => {
    if (!isWorking) onExport();
  };
  return (
    <DialogFrame
      title={t('exchange:dialog')}
      summary={[
        t('exchange:annotations', { count: counts.annotations }),
        t('exchange:codings', { count: counts.codings }),
        t('exchange:documents', { count: counts.documents }),
      ].join(' · ')}
      width="wide"
      onClose={onClose}
      footer={
        <>
          {isWorking && (
            <p className={styles['phase']} role="status" aria-label={t('exchange:progress')}>
              {t(`exchange:phase_${run.phase}`)}
            </p>
          )}
          {!isWorking && again !== null && (
            <Button onPress={() => onAgain()}>{t('exchange:againTo', { name: again })}</Button>
          )}
          <Button onPress={() => onClose()}>{t(isWorking ? 'exchange:stop' : 'common:cancel')}</Button>
          <Button variant="primary" isDisabled={isWorking} onPress={send}>
            {t(isWorking ? 'exchange:working' : 'exchange:export')}
          </Button>
        </>
      }
    >
      <form
        className={styles['columns']}
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          send();
        }}
      >
        <FormatList
          format={options.format}
          isDisabled={isWorking}
          onChange={(format) => onOptions({ ...options, format })}
        />
        <section className={styles['side']} aria-label={t('exchange:about')}>
          <p className={styles['about']}>{t(`exchange:${options.format}Hint`)}</p>
          <FormatOptions options={options} onChange={onOptions} />
          <PartChoice
            part={options.part}
            records={records}
            onChange={(part) => onOptions({ ...options, part })}
          />
          {foreignFormats.has(options.format) && <Foreseen losses={losses} />}
        </section>
        {/* What Enter presses in a form; the dialog's own button stands in its footer. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </DialogFrame>
  );
}

function Foreseen({ losses }: { readonly losses: readonly Loss[] | null }) {
  return (
    <div className={styles['losses']}>
      <h3 className={styles['lossTitle']}>{t('exchange:lossesBefore')}</h3>
      {losses === null ? (
        <p className={styles['choiceHint']}>{t('exchange:lossesLooking')}</p>
      ) : losses.length === 0 ? (
        <p className={styles['choiceHint']}>{t('exchange:lossesNone')}</p>
      ) : (
        <LossTable losses={losses} />
      )}
    </div>
  );
}

interface DoneProps {
  readonly path: string;
  readonly losses: readonly Loss[];
  readonly onClose: () => void;
}

function Done({ path, losses, onClose }: DoneProps) {
  return (
    <DialogFrame
      title={t('exchange:reportTitle')}
      summary={t('exchange:savedTo', { path })}
      width="wide"
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={() => onClose()}>
          {t('common:close')}
        </Button>
      }
    >
      <h3 className={styles['lossTitle']}>{t('exchange:lossesAfter')}</h3>
      <LossTable losses={losses} />
    </DialogFrame>
  );
}
