import { useRef, useState } from 'react';
import { ActionMenu } from '../ui/action-menu';
import { Button } from '../ui/button';
import { DraftField } from '../ui/draft-field';
import { t } from '../ui/strings';
import type { AttributeActions, ProjectAttributeActions } from './attribute-actions';
import type { AttributeItem } from './attribute-item';
import styles from './attribute-list.module.css';
import { AttributeValueButton } from './attribute-value';
import { NewAttribute } from './new-attribute';

export interface AttributeListProps {
  /** All attributes of the project, with the document's values. */
  readonly items: readonly AttributeItem[];
  /** In how many documents an attribute has a value. */
  readonly countOf: (attributeId: string) => number;
  readonly actions: AttributeActions & ProjectAttributeActions;
  readonly onAcceptAll: () => void;
}

/** All attributes of the project with the values of the open document, each edited where it stands. */
export function AttributeList({ items, countOf, actions, onAcceptAll }: AttributeListProps) {
  const [renamed, setRenamed] = useState<string | null>(null);
  const section = useRef<HTMLElement>(null);
  const suggestions = items.filter(({ value }) => value?.state === 'suggested').length;
  return (
    <section ref={section} tabIndex={-1} aria-label={t('attributes:list')} className={styles['section']}>
      <ul className={styles['list']}>
        {items.map((item) => {
          const { id, name } = item.attribute;
          return (
            <li key={id} className={styles['row']}>
              {renamed === id ? (
                <Rename
                  name={name}
                  onCommit={(typed) => actions.onRename(id, typed)}
                  onDone={() => setRenamed(null)}
                />
              ) : (
                <>
                  <span className={styles['name']}>
                    <bdi>{name}</bdi>
                  </span>
                  <span className={styles['value']}>
                    <AttributeValueButton item={item} actions={actions} place="list" />
                  </span>
                  <ActionMenu
                    label={t('attributes:more', { name })}
                    items={[
                      { id: 'rename', label: t('attributes:rename') },
                      { id: 'remove', label: t('attributes:remove', { count: countOf(id) }) },
                    ]}
                    onAction={(action) => {
                      if (action === 'rename') setRenamed(id);
                      else actions.onRemove(id);
                    }}
                  />
                </>
              )}
            </li>
          );
        })}
      </ul>
      <div className={styles['buttons']}>
        {suggestions > 1 && (
          <Button
            variant="quiet"
            onPress={() => {
              onAcceptAll();
              // The button goes with the suggestions: the keyboard stays with their values.
              section.current?.focus();
            }}
          >
            {t('attributes:acceptAll')}
          </Button>
        )}
        <NewAttribute onCreate={actions.onCreate} />
      </div>
    </section>
  );
}

interface RenameProps {
  readonly name: string;
  readonly onCommit: (typed: string) => string | null;
  readonly onDone: () => void;
}

function Rename({ name, onCommit, onDone }: RenameProps) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <DraftField
      label={t('attributes:name')}
      isLabelHidden
      value={name}
      {...(problem === null ? {} : { hint: problem })}
      inputRef={(field) => {
        if (field === null || field.dataset['met'] !== undefined) return;
        field.dataset['met'] = '';
        field.focus();
        field.select();
      }}
      onCommit={(typed) => {
        const refused = onCommit(typed);
        setProblem(refused);
        return refused === null;
      }}
      onDone={onDone}
    />
  );
}
