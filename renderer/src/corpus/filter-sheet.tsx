import { type DocumentState, documentStates } from '@core/query/document-filter';
import type { AttributeCondition } from '@core/query/passage-query';
import { Check, ListFilter } from 'lucide-react';
import { Button, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { AttributeConditionField } from '../ui/attribute-condition';
import { formatCount, t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import { type CorpusFilter, type FilterChoices, flat } from './corpus-filter';
import styles from './filter-sheet.module.css';

export interface FilterSheetProps {
  readonly filter: CorpusFilter;
  readonly choices: FilterChoices;
  readonly counts: Readonly<Record<DocumentState, number>>;
  /** In how many documents a code stands, itself or one below it. */
  readonly documentsOf: (codeId: string) => number;
  readonly onFilter: (filter: CorpusFilter) => void;
}

/** A button beside the field: what else the list can be narrowed by. What is chosen acts at once. */
export function FilterSheet(props: FilterSheetProps) {
  const { states, code_ids, attributes } = props.filter;
  const isAsking = states.length + code_ids.length + attributes.length > 0;
  return (
    <DialogTrigger>
      <Button
        className={styles['button'] ?? ''}
        aria-label={t('corpus:filterMore')}
        data-on={isAsking ? '' : undefined}
      >
        <ListFilter size={14} aria-hidden />
      </Button>
      <Popover
        aria-label={t('corpus:filterMore')}
        className={styles['popover'] ?? ''}
        placement="bottom end"
        offset={4}
      >
        <Sheet {...props} />
      </Popover>
    </DialogTrigger>
  );
}

function Sheet({ filter, choices, counts, documentsOf, onFilter }: FilterSheetProps) {
  const codes = flat(choices.codes).filter(
    ({ code }) => code.archived_at === undefined || filter.code_ids.includes(code.id),
  );
  const setCondition = (attribute_id: string, condition: AttributeCondition | null): void => {
    const others = filter.attributes.filter((other) => other.attribute_id !== attribute_id);
    onFilter({ ...filter, attributes: condition === null ? others : [...others, condition] });
  };
  return (
    <div className={styles['sheet']}>
      <h3 className={styles['heading']}>{t('corpus:filterStates')}</h3>
      <ListBox
        aria-label={t('corpus:filterStates')}
        className={styles['list'] ?? ''}
        autoFocus
        selectionMode="multiple"
        escapeKeyBehavior="none"
        selectedKeys={filter.states}
        onSelectionChange={(keys) => {
          const chosen = new Set<unknown>(keys === 'all' ? documentStates : keys);
          onFilter({ ...filter, states: documentStates.filter((state) => chosen.has(state)) });
        }}
        items={documentStates.map((id) => ({ id, count: counts[id] }))}
        dependencies={[filter, counts]}
      >
        {({ id, count }) => (
          <ListBoxItem id={id} textValue={t(`passes:state.${id}`)} className={styles['option'] ?? ''}>
            <Tick isOn={filter.states.includes(id)} />
            <span className={styles['name']}>{t(`passes:state.${id}`)}</span>
            <span className={styles['count']}>{formatCount(count)}</span>
          </ListBoxItem>
        )}
      </ListBox>
      {codes.length > 0 && (
        <>
          <h3 className={styles['heading']}>{t('corpus:filterCodes')}</h3>
          <ListBox
            aria-label={t('corpus:filterCodes')}
            className={styles['list'] ?? ''}
            selectionMode="multiple"
            escapeKeyBehavior="none"
            selectedKeys={filter.code_ids}
            onSelectionChange={(keys) => {
              if (keys !== 'all') onFilter({ ...filter, code_ids: [...keys].map(String) });
            }}
            items={codes.map(({ code, depth }) => ({ id: code.id, code, depth }))}
            dependencies={[filter, documentsOf]}
          >
            {({ id, code, depth }) => (
              <ListBoxItem id={id} textValue={code.name} className={styles['option'] ?? ''}>
                <Tick isOn={filter.code_ids.includes(id)} />
                <span className={styles['name']} style={{ paddingInlineStart: depth * 12 }}>
                  {code.kind === 'code' && <Swatch color={code.color} mark={code.mark} />}
                  <bdi>{code.name}</bdi>
                </span>
                <span className={styles['count']}>{formatCount(documentsOf(id))}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </>
      )}
      {choices.attributes.length > 0 && (
        <>
          <h3 className={styles['heading']}>{t('corpus:filterAttributes')}</h3>
          <div className={styles['fields']}>
            {choices.attributes.map((attribute) => (
              <AttributeConditionField
                key={attribute.id}
                attribute={attribute}
                condition={filter.attributes.find((one) => one.attribute_id === attribute.id) ?? null}
                onCondition={(condition) => setCondition(attribute.id, condition)}
              />
            ))}
          </div>
        </>
      )}
    </div>
  );
}

function Tick({ isOn }: { readonly isOn: boolean }) {
  return (
    <span className={styles['tick']} aria-hidden="true">
      {isOn && <Check size={13} />}
    </span>
  );
}
