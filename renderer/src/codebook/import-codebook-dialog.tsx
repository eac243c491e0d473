import type { DifferingCode, FieldChoice } from '@core/exchange/codebook-choice';
import type { StagedCode, StagedCodebook } from '@core/exchange/codebook-stage';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { t } from '../ui/strings';
import { DifferingCodes } from './differing-codes';
import styles from './import-codebook-dialog.module.css';

export interface ImportCodebookDialogProps {
  /** What the file, or the template, is called. */
  readonly name: string;
  readonly staged: StagedCodebook;
  /** A sentence for each problem of the file, with its line. */
  readonly problems: readonly string[];
  readonly locked: boolean;
  /** Brings in what is new, and what was chosen of codes that differ. */
  readonly onImport: (choice: FieldChoice) => void;
  readonly onClose: () => void;
}

const isNew = (each: StagedCode): boolean => each.kind === 'new';
const isDiffering = (each: StagedCode): each is DifferingCode => each.kind === 'differs';

/** Dialog "Import codebook": what a file would bring, before it is brought in. Mounted while it is open. */
export function ImportCodebookDialog(props: ImportCodebookDialogProps) {
  const { name, staged, problems, locked, onImport, onClose } = props;
  const [choice, setChoice] = useState<FieldChoice>(new Map());
  const fresh = staged.codes.filter(isNew);
  const same = staged.codes.filter(({ kind }) => kind === 'same');
  const differing = staged.codes.filter(isDiffering);
  const taken = differing.filter(({ code }) => (choice.get(code.id)?.size ?? 0) > 0);
  const isNothing = fresh.length + taken.length === 0;
  return (
    <DialogFrame
      title={t('codebook:importTitle')}
      summary={t('codebook:importFrom', {
        name,
        parts: [
          t('codebook:importNew', { count: fresh.length }),
          t('codebook:importSame', { count: same.length }),
          t('codebook:importDiffers', { count: differing.length }),
          ...(problems.length === 0 ? [] : [t('codebook:importProblems', { count: problems.length })]),
        ].join(' · '),
      })}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <span className={styles['quiet']}>
            {locked
              ? t('codebook:importLocked')
              : fresh.length + differing.length === 0
                ? t('codebook:importNothing')
                : ''}
          </span>
          <Button autoFocus={locked || isNothing} onPress={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            variant="primary"
            autoFocus={!locked && fresh.length > 0}
            isDisabled={locked || isNothing}
            onPress={() => onImport(choice)}
          >
            {t('codebook:importDo')}
          </Button>
        </>
      }
    >
      <div className={styles['content']}>
        {problems.length > 0 && (
          <Section title={t('codebook:importProblemsTitle')}>
            <ul className={styles['list']}>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Section>
        )}
        {fresh.length > 0 && (
          <Section title={t('codebook:importNewTitle')}>
            <Paths codes={fresh} />
          </Section>
        )}
        {differing.length > 0 && (
          <Section title={t('codebook:importDiffersTitle')}>
            <DifferingCodes codes={differing} choice={choice} isDisabled={locked} onChoice={setChoice} />
          </Section>
        )}
        {same.length > 0 && (
          <Section title={t('codebook:importSameTitle')}>
            <Paths codes={same} isQuiet />
          </Section>
        )}
        {staged.absent.length > 0 && (
          <p className={styles['quiet']}>{t('codebook:importAbsent', { count: staged.absent.length })}</p>
        )}
      </div>
    </DialogFrame>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles['title']}>
        {title}
      </h3>
      {children}
    </section>
  );
}

interface PathsProps {
  readonly codes: readonly StagedCode[];
  readonly isQuiet?: boolean;
}

function Paths({ codes, isQuiet = false }: PathsProps) {
  return (
    <ul className={styles['list']} data-quiet={isQuiet ? '' : undefined}>
      {codes.map(({ code, path }) => (
        <li key={code.id}>
          <span className={styles['above']}>
            {path
              .slice(0, -1)
              .map((name) => `${name} > `)
              .join('')}
          </span>
          <bdi>{path.at(-1)}</bdi>
          {code.kind === 'folder' && <span className={styles['above']}> · {t('codebook:importFolder')}</span>}
        </li>
      ))}
    </ul>
  );
}
