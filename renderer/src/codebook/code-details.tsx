import type { CodePlace } from '@core/codebook/move-code';
import type { CodeFields } from '@core/model/change';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../ui/button';
import { DraftField } from '../ui/draft-field';
import { formatDate } from '../ui/format-date';
import { Select } from '../ui/select';
import { t } from '../ui/strings';
import { type CodeActionCalls, CodeActions } from './code-actions';
import styles from './code-details.module.css';
import { CodeLook } from './code-look';
import { CodePlaceFields } from './code-place-fields';
import { SetField } from './set-field';

/** What the details show of a code that is read from elsewhere than the codebook. */
export interface CodeSlots {
  /** What was written on the code. */
  readonly memo: ReactNode;
  readonly examples: ReactNode;
  readonly history: ReactNode;
}

export interface CodeDetailsCalls extends CodeActionCalls {
  /** False where it cannot be, as when the name is taken. */
  readonly onSet: (code: Code, fields: CodeFields) => boolean;
  /** Everything needed for core/codebook/move-code's moveCode. */
  readonly onMove: (code: Code, parent: CodePlace['parent'], index: number) => void;
  /** null takes the key away; a key that another code has moves over. */
  readonly onPin: (code: Code, key: number | null) => void;
  /** Fills the field of search with the code's indicator words. */
  readonly onSearchIndicators: (code: Code) => void;
  /** Puts the code in an exclusive set; null takes it out of its own. */
  readonly onExclusive: (code: Code, set: string | null) => void;
  /** What of the code stands elsewhere; `onLeave` puts the keyboard back on its row. */
  readonly renderSlots: (code: Code, onLeave: () => void) => CodeSlots;
}

export interface CodeDetailsProps extends CodeDetailsCalls {
  readonly code: Code;
  /** Those that are in use. */
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
  /** Naming ended: the keyboard goes back to the tree. */
  readonly onNamed: () => void;
}

const keys = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** All about one code, to be read and changed in place. */
export function CodeDetails(props: CodeDetailsProps) {
  const { code, codes, count, documents, locked, isOpen, onSet } = props;
  const slots = props.renderSlots(code, props.onNamed);
  const body = useId();
  const isFolder = code.kind === 'folder';
  const isArchived = code.archived_at !== undefined;
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
        {code.archived_at !== undefined && (
          <p className={styles['note']}>
            {t('codebook:archivedNote', { when: formatDate(code.archived_at) })}
          </p>
        )}
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
        {!isFolder && <Indicators {...props} />}
        {!isFolder && slots.examples}
        {slots.memo}
        {!isArchived && <CodePlaceFields code={code} codes={codes} locked={locked} onMove={props.onMove} />}
        {!isFolder && !isArchived && <UseFields {...props} />}
        {slots.history}
        <CodeActions {...props} isLocked={locked} />
      </div>
    </div>
  );
}

/** Words that tell of the code, and the search for them. */
function Indicators({ code, locked, onSet, onSearchIndicators }: CodeDetailsProps) {
  const indicators = code.indicators ?? '';
  return (
    <>
      <DraftField
        label={t('codebook:indicators')}
        value={indicators}
        placeholder={t('codebook:indicatorsHint')}
        isMultiline
        isReadOnly={locked}
        onCommit={(value) => onSet(code, { indicators: value.trim() === '' ? null : value })}
      />
      {indicators === '' ? null : (
        <div>
          <Button
            variant="quiet"
            tooltip={t('codebook:searchIndicatorsHint')}
            onPress={() => onSearchIndicators(code)}
          >
            {t('codebook:searchIndicators')}
          </Button>
        </div>
      )}
    </>
  );
}

/** The key and the exclusive set. */
function UseFields({ code, codes, pins, onPin, onExclusive }: CodeDetailsProps) {
  const holders = new Map([...pins].map(([id, n]) => [n, codes.find((other) => other.id === id)]));
  const sets = new Set(codes.flatMap(({ set }) => (set === undefined ? [] : [set])));
  return (
    <div className={styles['line']}>
      <Select
        label={t('codebook:pin')}
        value={String(pins.get(code.id) ?? 0)}
        options={[
          { id: '0', label: t('codebook:noPin') },
          ...keys.map((n) => ({ id: String(n), label: String(n), ...noteOf(holders.get(n), code) })),
        ]}
        onChange={(id) => onPin(code, id === '0' ? null : Number(id))}
      />
      <SetField
        value={code.set ?? ''}
        sets={[...sets].sort((one, other) => one.localeCompare(other))}
        onSet={(set) => onExclusive(code, set)}
      />
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
