import type { SavedSearch } from '@core/model/project';
import { type KeyboardEvent, memo, type Ref, useDeferredValue, useMemo } from 'react';
import { t } from '../ui/strings';
import { HitCoding } from './hit-coding';
import { HitGrid, type HitGridHandle } from './hit-grid';
import { HitListHead } from './hit-list-head';
import type { SearchDesk } from './search-desk';
import { SearchHead } from './search-head';
import type { HitNames } from './search-names';
import type { SearchState } from './search-state';
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

/** What an empty field shows, to be learnt from. */
const examples = ['phrase', 'star', 'or', 'near', 'pattern', 'filter', 'date', 'in'] as const;

const Head = memo(SearchHead);
const ListHead = memo(HitListHead);
const Coding = memo(HitCoding);

/**
 * Search over the whole corpus: the query, its options, and what it found as a concordance. The rows are drawn first;
 * what is said of them and can be done with them a moment later. Give it `names` and `actions` that keep their identity.
 */
export function SearchView(props: SearchViewProps) {
  const { desk, state, names, saved, input, actions, onDown } = props;
  const { present, query, like, likeUnit, options, problem } = state;
  const isListed = hasRows(state);
  const asked = useMemo(
    () => ({ query, like, likeUnit, options, problem }),
    [query, like, likeUnit, options, problem],
  );
  const later = useDeferredValue(state);
  const isListedLater = hasRows(later);
  return (
    <section className={styles['region']} aria-label={t('search:region')}>
      <Head {...{ desk, asked, names, saved, input, actions, onDown }} />
      <ListHead {...{ desk, names, actions }} state={later} isListed={isListedLater} />
      {isListed && present !== null ? (
        <HitGrid
          key={`${present.number} ${present.listing.sort} ${JSON.stringify(present.listing.grouping)}`}
          {...{ desk, state, present, names }}
          handle={props.grid}
          onOpen={actions.onOpen}
          onKey={actions.onKey}
        />
      ) : (
        <div className={styles['middle']}>
          <Nothing {...props} />
        </div>
      )}
      {isListedLater && later.present?.found.place === 'text' ? (
        <Coding {...{ desk, actions }} state={later} />
      ) : null}
    </section>
  );
}

function hasRows({ present }: SearchState): boolean {
  return present !== null && present.found.rows > 0;
}

/** In the list's place: why there is none, or what can be typed. */
function Nothing({ state: { present, like, searching }, documents }: SearchViewProps) {
  if (present !== null)
    return <p>{t(present.like === null ? `search:nothing_${present.found.place}` : 'search:nothingLike')}</p>;
  if (documents === 0) return <p>{t('search:emptyProject')}</p>;
  if (like !== null || searching !== null) return null;
  return (
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
  );
}
