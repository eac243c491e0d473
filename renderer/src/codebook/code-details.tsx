import type { CodePlace } from '@core/codebook/move-code';
import type { CodeFields } from '@core/model/change';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { ChevronDown, Trash2 } from 'lucide-react';
import { type Ref, useId } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../ui/button';
import { DraftField } from '../ui/draft-field';
import { Select } from '../ui/select';
import { t } from '../ui/strings';
import { VisuallyHidden } from '../ui/visually-hidden';
import styles from './code-details.module.css';
import { CodeLook } from './code-look';
import { CodePlaceFields } from './code-place-fields';

export interface CodeDetailsProps {
  readonly code: Code;
  /** Those that are shown. */
  readonly codes: readonly Code[];
  /** Its codings. */
  readonly count: number;
  /** Documents in which it occurs. */
  readonly documents: number;
  readonly pins: ReadonlyMap<Id, number>;
  readonly locked: boolean;
  readonly isOpen: boolean;
  readonly nameRef: Ref<HTMLTextAreaElement>;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onSet: (code: Code, fields: CodeFields) => boolean;
  readonly onMove: (code: Code, parent: CodePlace['parent'], index: number) => void;
  readonly onRemove: (code: Code) => void;
  readonly onPin: (code: Code, key: number | null) => void;
  /** Naming ended: the keyboard goes back to the tree. */
  readonly onNamed: () => void;
}

const keys = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** All about one code, to be read and changed in place. */
export function CodeDetails(props: CodeDetailsProps) {
  const { code, codes, count, documents, pins, locked, isOpen, onSet } = props;
  const body = useId();
  const consequence = useId();
  const isFolder = code.kind === 'folder';
  const holders = new Map([...pins].map(([id, n]) => [n, codes.find((other) => other.id === id)]));
  const text = (field: 'description' | 'include' | 'exclude') => (
    <DraftField
      label={t(`codebook:${field}`)}
      value={code[field]}
      placeholder={t(`codebook:${field}Hint`)}
      isMultiline
      isReadOnly={locked}
      onCommit={(value) => onSet(code, { [field]: value })}
    />
  );
  return (
    <div className={styles['details']} data-open={isOpen ? '' : undefined}>
      <AriaButton
        className={styles['summary'] ?? ''}
        aria-expanded={isOpen}
        aria-controls={body}
        onPress={() => props.onOpen(!isOpen)}
      >
        <ChevronDown size={14} aria-hidden />
        <span className={styles['heading']}>{t('codebook:details')}</span>
        <span className={styles['use']}>{isFolder ? '' : usageSentence(count, documents)}</span>
      </AriaButton>
      <div id={body} className={styles['body']} hidden={!isOpen}>
        <div className={styles['line']}>
          {!isFolder && <CodeLook code={code} onSet={onSet} />}
          <DraftField
            label={t('codebook:name')}
            isLabelHidden
            value={code.name}
            isReadOnly={locked}
            inputRef={props.nameRef}
            onCommit={(name) => onSet(code, { name })}
            onDone={props.onNamed}
          />
        </div>
        {text('description')}
        {!isFolder && text('include')}
        {!isFolder && text('exclude')}
        <CodePlaceFields code={code} codes={codes} locked={locked} onMove={props.onMove} />
        <div className={styles['line']}>
          {!isFolder && (
            <Select
              label={t('codebook:pin')}
              isLabelBeside
              value={String(pins.get(code.id) ?? 0)}
              options={[
                { id: '0', label: t('codebook:noPin') },
                ...keys.map((n) => ({ id: String(n), label: String(n), ...noteOf(holders.get(n), code) })),
              ]}
              onChange={(id) => props.onPin(code, id === '0' ? null : Number(id))}
            />
          )}
          <span className={styles['end']}>
            <Button
              variant="quiet"
              isDanger
              isDisabled={locked}
              tooltip={consequenceWords(code, count, codes)}
              describedBy={consequence}
              onPress={() => props.onRemove(code)}
            >
              <Trash2 size={14} aria-hidden />
              {t(isFolder ? 'codebook:deleteFolder' : 'codebook:delete')}
            </Button>
            <VisuallyHidden id={consequence}>{consequenceWords(code, count, codes)}</VisuallyHidden>
          </span>
        </div>
      </div>
    </div>
  );
}

function noteOf(holder: Code | undefined, code: Code): { readonly note?: string } {
  return holder === undefined || holder.id === code.id ? {} : { note: holder.name };
}

function usageSentence(count: number, documents: number): string {
  if (count === 0) return t('codebook:unused');
  return t('codebook:use', {
    codings: t('codebook:codings', { count }),
    documents: t('codebook:documents', { count: documents }),
  });
}

function consequenceWords(code: Code, count: number, codes: readonly Code[]): string {
  if (code.kind === 'folder') return t('codebook:deletesFolder');
  const sentence = t('codebook:deletes', { count });
  const below = codes.filter(({ parent_id }) => parent_id === code.id).length;
  return below === 0 ? sentence : t('codebook:deletesBelow', { count: below, sentence });
}
