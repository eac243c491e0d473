import { type KeyboardEvent, useId, useState } from 'react';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import styles from './attribute-editor.module.css';
import type { AttributeItem } from './attribute-item';

interface WordsEditorProps {
  readonly item: AttributeItem;
  /** Answers why it cannot be kept. */
  readonly onEdit: (typed: string) => string | null;
  readonly onDone: () => void;
}

/** A value that is typed: Enter keeps it, Escape leaves it. */
export function WordsEditor({ item: { attribute, value }, onEdit, onDone }: WordsEditorProps) {
  const held = value === undefined ? '' : String(value.value);
  const [typed, setTyped] = useState(held);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const keep = (text: string): void => {
    const refused = onEdit(text);
    setProblem(refused);
    if (refused === null) onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    keep(typed);
  };
  return (
    <>
      <textarea
        className={styles['input']}
        rows={1}
        dir="auto"
        spellCheck={false}
        aria-label={attribute.name}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : id}
        placeholder={placeholders[attribute.type]}
        value={typed}
        ref={(field) => {
          // Once, when the sheet opens: what is there is replaced by typing.
          if (field === null || field.dataset['met'] !== undefined) return;
          field.dataset['met'] = '';
          field.focus();
          field.select();
        }}
        onChange={(event) => {
          setTyped(event.target.value.replace(/[\r\n]+/g, ' '));
          setProblem(null);
        }}
        onKeyDown={onKeyDown}
      />
      {problem !== null && (
        <p id={id} role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button keys="Enter" onPress={() => keep(typed)}>
          {t('attributes:save')}
        </Button>
        {held !== '' && (
          <Button variant="quiet" onPress={() => keep('')}>
            {t('attributes:clear')}
          </Button>
        )}
      </div>
    </>
  );
}

const placeholders: Readonly<Partial<Record<AttributeItem['attribute']['type'], string>>> = {
  date: t('attributes:placeholder_date'),
  integer: t('attributes:placeholder_integer'),
  number: t('attributes:placeholder_number'),
};
