import { Check } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import type { AttributeActions } from './attribute-actions';
import styles from './attribute-editor.module.css';
import type { AttributeItem } from './attribute-item';

interface ChoiceEditorProps {
  readonly item: AttributeItem;
  readonly actions: AttributeActions;
  readonly onDone: () => void;
}

/** A value that is chosen: one of a list, several of it, or yes or no. What is chosen is kept at once. */
export function ChoiceEditor({ item: { attribute, value }, actions, onDone }: ChoiceEditorProps) {
  const { id, type, choices = [] } = attribute;
  const isSeveral = type === 'choices';
  const options =
    type === 'boolean'
      ? [
          { id: 'true', label: t('attributes:yes') },
          { id: 'false', label: t('attributes:no') },
        ]
      : choices.map((choice) => ({ id: choice, label: choice }));
  const chosen = new Set(heldWords(value?.value));
  return (
    <>
      <ListBox
        aria-label={attribute.name}
        className={styles['options'] ?? ''}
        items={options}
        autoFocus
        selectionMode={isSeveral ? 'multiple' : 'single'}
        selectedKeys={chosen}
        onSelectionChange={(keys) => {
          const words = keys === 'all' ? options.map(({ id: key }) => key) : [...keys].map(String);
          actions.onEdit(id, isSeveral ? words : (words[0] ?? ''));
          if (!isSeveral) onDone();
        }}
      >
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.label} className={styles['option'] ?? ''}>
            <span className={styles['tick']}>{chosen.has(option.id) && <Check size={13} aria-hidden />}</span>
            <bdi>{option.label}</bdi>
          </ListBoxItem>
        )}
      </ListBox>
      {type !== 'boolean' && <NewChoice onAdd={(choice) => actions.onAddChoice(id, choice)} />}
      {chosen.size > 0 && (
        <div className={styles['buttons']}>
          <Button
            variant="quiet"
            onPress={() => {
              actions.onEdit(id, isSeveral ? [] : '');
              onDone();
            }}
          >
            {t('attributes:clear')}
          </Button>
        </div>
      )}
    </>
  );
}

function heldWords(value: string | number | boolean | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}

/** Something to choose that the list does not hold yet. */
function NewChoice({ onAdd }: { readonly onAdd: (choice: string) => void }) {
  const [typed, setTyped] = useState('');
  const add = (): void => {
    if (typed.trim() === '') return;
    onAdd(typed);
    setTyped('');
  };
  return (
    <div className={styles['row']}>
      <input
        className={styles['input']}
        type="text"
        dir="auto"
        aria-label={t('attributes:newChoice')}
        placeholder={t('attributes:newChoice')}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add();
        }}
      />
      <Button isDisabled={typed.trim() === ''} onPress={add}>
        {t('attributes:addChoice')}
      </Button>
    </div>
  );
}
