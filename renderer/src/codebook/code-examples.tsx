import type { Id } from '@core/model/identity';
import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import styles from './code-examples.module.css';

/** A passage that shows what a code means. */
export type CodeExample =
  | { readonly id: Id; readonly state: 'there'; readonly quote: string; readonly document: string }
  | { readonly id: Id; readonly state: 'sought' | 'gone' };

export interface CodeExamplesProps {
  readonly examples: readonly CodeExample[];
  /** Makes the annotation in hand one of them; null where none is in hand, or it is one. */
  readonly onAdd: (() => void) | null;
  readonly onRemove: (id: Id) => void;
  readonly onOpen: (id: Id) => void;
}

/** The examples of a code: quotes that lead to their places. */
export function CodeExamples({ examples, onAdd, onRemove, onOpen }: CodeExamplesProps) {
  const section = useRef<HTMLElement>(null);
  // The button that was pressed goes: the keyboard stays with the examples.
  const stay = (): void => section.current?.focus();
  return (
    <section ref={section} tabIndex={-1} className={styles['examples']} aria-label={t('codebook:examples')}>
      <h3 className={styles['label']}>{t('codebook:examples')}</h3>
      {examples.length > 0 && (
        <ul className={styles['list']}>
          {examples.map((example) => (
            <li key={example.id} className={styles['item']}>
              <Quote example={example} onOpen={onOpen} />
              <Button
                variant="icon"
                label={t('codebook:exampleRemove', { quote: wordsOf(example) })}
                onPress={() => {
                  onRemove(example.id);
                  stay();
                }}
              >
                <X size={12} aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {onAdd === null ? (
        examples.length === 0 && <p className={styles['how']}>{t('codebook:exampleHow')}</p>
      ) : (
        <span className={styles['add']}>
          <Button
            variant="quiet"
            onPress={() => {
              onAdd();
              stay();
            }}
          >
            <Plus size={14} aria-hidden />
            {t('codebook:exampleAdd')}
          </Button>
        </span>
      )}
    </section>
  );
}

function Quote({ example, onOpen }: { readonly example: CodeExample } & Pick<CodeExamplesProps, 'onOpen'>) {
  if (example.state !== 'there') return <span className={styles['gone']}>{wordsOf(example)}</span>;
  const { id, quote, document } = example;
  return (
    <AriaButton className={styles['quote'] ?? ''} onPress={() => onOpen(id)}>
      <bdi className={styles['words']}>{quote}</bdi>
      <bdi className={styles['document']}>{document}</bdi>
    </AriaButton>
  );
}

function wordsOf(example: CodeExample): string {
  if (example.state === 'there') return example.quote;
  return t(example.state === 'gone' ? 'codebook:exampleGone' : 'codebook:exampleSought');
}
