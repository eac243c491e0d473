import { memo, useDeferredValue, useMemo } from 'react';
import { t } from '../ui/strings';
import { HitCoding } from './hit-coding';
import { HitGrid } from './hit-grid';
import { HitListHead } from './hit-list-head';
import { SearchHead } from './search-head';
import type { SearchState } from './search-state';
import styles from './search-view.module.css';
import type { SearchViewProps } from './search-view-props';

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
