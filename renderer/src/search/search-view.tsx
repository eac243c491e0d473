import type { SavedSearch } from '@core/model/project';
import type { HitSort } from '@core/search/hit-order';
import { hitExtents } from '@core/search/hit-place';
import { X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { Group } from 'react-aria-components';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { Segments } from '../ui/segments';
import { Select } from '../ui/select';
import { t } from '../ui/strings';
import { HitGrid, type HitGridHandle } from './hit-grid';
import { QueryField } from './query-field';
import type { SearchDesk, SearchState } from './search-desk';
import type { HitNames } from './search-names';
import styles from './search-view.module.css';

export interface SearchActions {
  readonly onOpen: () => void;
  readonly onCode: () => void;
  readonly onExport: () => void;
  readonly onChooseAll: () => void;
  readonly onChooseNone: () => void;
  readonly onChooseDocument: () => void;
  readonly onSave: () => void;
  readonly onTakeSaved: (search: SavedSearch) => void;
  readonly onForget: (search: SavedSearch) => void;
  /** A key of the list that moves nothing in it. */
  readonly onKey: (event: KeyboardEvent) => void;
}

export interface SearchViewProps {
  readonly desk: SearchDesk;
  readonly state: SearchState;
  readonly names: HitNames;
  /** Documents of the project. */
  readonly documents: number;
  readonly saved: readonly SavedSearch[];
  readonly grid: Ref<HitGridHandle>;
  readonly input: Ref<HTMLInputElement>;
  readonly actions: SearchActions;
  readonly onDown: () => void;
}

const optionNames = ['matchCase', 'matchDiacritics', 'wholeWords', 'wordForms'] as const;
const sorts = ['document', 'left', 'hit', 'right', 'date'] as const satisfies readonly HitSort[];
const examples = ['phrase', 'star', 'or', 'near', 'pattern', 'filter', 'date'] as const;

/** Search over the whole corpus: the query, its options, and what it found as a concordance. */
export function SearchView(props: SearchViewProps) {
  const { desk, state, documents, saved, actions } = props;
  const { present, query } = state;
  const isSaved = saved.some((one) => one.query === query.trim());
  return (
    <section className={styles['region']} aria-label={t('search:region')}>
      <header className={styles['head']}>
        <div className={styles['line']}>
          <QueryField
            query={query}
            problem={state.problem}
            input={props.input}
            onQuery={(typed) => desk.ask({ query: typed })}
            onSearch={(typed) => desk.ask({ query: typed }, true)}
            onDown={props.onDown}
          />
          {query.trim() === '' || isSaved || state.problem !== null ? null : (
            <Button variant="quiet" tooltip={t('search:saveHint')} onPress={actions.onSave}>
              {t('search:save')}
            </Button>
          )}
        </div>
        <div className={styles['line']}>
          {optionNames.map((name) => (
            <Check
              key={name}
              label={t(`search:${name}`)}
              hint={t(`search:${name}Hint`)}
              isOn={state.options[name]}
              onChange={(isOn) => desk.ask({ options: { ...state.options, [name]: isOn } }, true)}
            />
          ))}
          <span className={styles['spring']} />
          <Listing {...props} />
        </div>
        {saved.length === 0 ? null : (
          <Group aria-label={t('search:saved')} className={styles['saved'] ?? ''}>
            {saved.map((one) => (
              <span key={one.id} className={styles['chip']}>
                <Button
                  variant="quiet"
                  tooltip={t('search:takeSaved')}
                  onPress={() => actions.onTakeSaved(one)}
                >
                  {one.query}
                </Button>
                <Button
                  variant="icon"
                  label={t('search:forget', { query: one.query })}
                  onPress={() => actions.onForget(one)}
                >
                  <X size={12} aria-hidden />
                </Button>
              </span>
            ))}
          </Group>
        )}
        <Tools {...props} />
      </header>
      {present !== null && present.found.rows > 0 ? (
        <HitGrid
          key={`${present.number} ${present.listing.sort} ${JSON.stringify(present.listing.grouping)}`}
          {...{ desk, state, present, names: props.names }}
          handle={props.grid}
          onOpen={actions.onOpen}
          onKey={actions.onKey}
        />
      ) : (
        <div className={styles['middle']}>
          {present !== null ? (
            <p>{t('search:nothing')}</p>
          ) : documents === 0 ? (
            <p>{t('search:emptyProject')}</p>
          ) : (
            <>
              <p>{t('search:help')}</p>
              <dl className={styles['examples']}>
                {examples.flatMap((name) => [
                  <dt key={name}>
                    <code>{t(`search:example_${name}`)}</code>
                  </dt>,
                  <dd key={`${name} means`}>{t(`search:exampleMeans_${name}`)}</dd>,
                ])}
              </dl>
            </>
          )}
        </div>
      )}
    </section>
  );
}

function Listing({ desk, state, names }: SearchViewProps) {
  const { grouping } = state;
  return (
    <>
      <div className={styles['select']}>
        <Select
          label={t('search:sort')}
          isLabelBeside
          value={state.sort}
          options={sorts.map((id) => ({ id, label: t(`search:sort_${id}`) }))}
          onChange={(id) => desk.arrange({ sort: sorts.find((one) => one === id) ?? 'document' })}
        />
      </div>
      <div className={styles['select']}>
        <Select
          label={t('search:group')}
          isLabelBeside
          value={grouping.by === 'attribute' ? grouping.attribute_id : grouping.by}
          options={[
            { id: 'none', label: t('search:group_none') },
            { id: 'document', label: t('search:group_document') },
            ...names.attributes.map(({ id, name }) => ({ id, label: name })),
          ]}
          onChange={(by) =>
            desk.arrange({
              grouping: by === 'none' || by === 'document' ? { by } : { by: 'attribute', attribute_id: by },
            })
          }
        />
      </div>
    </>
  );
}

/** How much was found, and what can be done with what is chosen. */
function Tools({ desk, state, actions }: SearchViewProps) {
  const { present, selection, searching, isFilling } = state;
  const chosen = selection.chosen.size;
  return (
    <div className={styles['line']}>
      <output className={styles['count']}>{statusWords(state)}</output>
      {present === null || present.found.rows === 0 || isFilling || searching !== null ? null : (
        <Group aria-label={t('search:actions')} className={styles['actions'] ?? ''}>
          <Button variant="quiet" keys="Ctrl+A" onPress={actions.onChooseAll}>
            {t('search:chooseAll')}
          </Button>
          <Button variant="quiet" tooltip={t('search:chooseDocumentHint')} onPress={actions.onChooseDocument}>
            {t('search:chooseDocument')}
          </Button>
          <Button variant="quiet" keys="Escape" isDisabled={chosen === 0} onPress={actions.onChooseNone}>
            {t('search:chooseNone')}
          </Button>
          <Segments
            label={t('search:extent')}
            isLabelHidden
            value={state.extent}
            options={hitExtents.map((id) => ({
              id,
              label: t(`search:extent_${id}`),
              hint: t(`search:extentHint_${id}`),
            }))}
            onChange={(extent) => desk.setExtent(extent)}
          />
          <Button variant="plain" keys="c" tooltip={t('search:codeHint')} onPress={actions.onCode}>
            {t('search:code', { count: chosen === 0 ? 1 : chosen })}
          </Button>
          <Button variant="quiet" tooltip={t('search:exportHint')} onPress={actions.onExport}>
            {t('search:export')}
          </Button>
        </Group>
      )}
    </div>
  );
}

function statusWords({ present, selection, searching, isFilling, isStale }: SearchState): string {
  if (isFilling) return t('search:filling');
  if (searching !== null) {
    const { searched, total, hits } = searching;
    return t('search:searching', { searched, total, hits: t('search:countHits', { count: hits }) });
  }
  if (present === null) return '';
  const { hits, documents, outside, isCut } = present.found;
  return [
    t('search:count', {
      hits: t('search:countHits', { count: hits }),
      documents: t('search:countDocuments', { count: documents }),
    }),
    ...(isStale ? [t('search:stale')] : []),
    ...(isCut ? [t('search:cut', { count: hits })] : []),
    ...(outside === 0 ? [] : [t('search:outside', { count: outside })]),
    ...(selection.chosen.size === 0 ? [] : [t('search:selected', { count: selection.chosen.size })]),
  ].join(' · ');
}
