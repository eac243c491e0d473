import { likenessUnits } from '@core/likeness/likeness-text';
import type { SavedSearch } from '@core/model/project';
import { plainSearch, type SearchOptions } from '@core/search/search-options';
import { X } from 'lucide-react';
import { Group } from 'react-aria-components';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { Segments } from '../ui/segments';
import { t } from '../ui/strings';
import { QueryField } from './query-field';
import type { LikeAsked, SearchState } from './search-state';
import styles from './search-view.module.css';
import type { SearchViewProps } from './search-view-props';

const optionNames = ['matchCase', 'matchDiacritics', 'wholeWords', 'wordForms'] as const;

type SearchHeadProps = Pick<SearchViewProps, 'desk' | 'names' | 'saved' | 'input' | 'actions' | 'onDown'> & {
  readonly asked: Pick<SearchState, 'query' | 'like' | 'likeUnit' | 'options' | 'problem'>;
};

/** What is asked: the query with the way its words are compared, or the passage that others are to be like. */
export function SearchHead(props: SearchHeadProps) {
  const { desk, asked, saved, actions } = props;
  const { query, like, options, problem } = asked;
  const isSaved = saved.some((one) => one.query === query.trim() && isAlike(one, options));
  const canSave = query.trim() !== '' && !isSaved && problem === null;
  return (
    <header className={styles['head']}>
      <QueryField
        query={query}
        problem={problem}
        input={props.input}
        onQuery={(typed) => desk.ask({ query: typed })}
        onSearch={(typed) => desk.ask({ query: typed }, true)}
        onDown={props.onDown}
        onSave={canSave ? actions.onSave : null}
      />
      {like === null ? (
        <div className={styles['options']}>
          {optionNames.map((name) => (
            <Check
              key={name}
              label={t(`search:${name}`)}
              hint={t(`search:${name}Hint`)}
              isOn={options[name]}
              onChange={(isOn) => desk.ask({ options: { ...options, [name]: isOn } }, true)}
            />
          ))}
          {saved.length === 0 ? null : (
            <Group aria-label={t('search:saved')} className={styles['saved'] ?? ''}>
              {saved.map((one) => (
                <span key={one.id} className={styles['chip']}>
                  <Button
                    variant="quiet"
                    tooltip={[`${t('search:takeSaved')}: ${one.query}`, ...optionsOf(one)].join(' · ')}
                    onPress={() => actions.onTakeSaved(one)}
                  >
                    <span className={styles['query']}>{one.query}</span>
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
        </div>
      ) : (
        <Like {...props} like={like} />
      )}
    </header>
  );
}

/** Whether a kept search compares words so. */
function isAlike(kept: SavedSearch, options: SearchOptions): boolean {
  const all = { ...plainSearch, ...kept.options };
  return optionNames.every((name) => all[name] === options[name]);
}

/** The names of what is on in a kept search. */
function optionsOf(kept: SavedSearch): readonly string[] {
  const all = { ...plainSearch, ...kept.options };
  return optionNames.filter((name) => all[name]).map((name) => t(`search:${name}`));
}

/** The passage that others are looked for like. */
function Like({ desk, asked, names, like, actions }: SearchHeadProps & { readonly like: LikeAsked }) {
  return (
    <div className={styles['like']}>
      <p className={styles['quote']} title={like.quote}>
        {t('search:like', { quote: like.quote, title: names.document(like.document_id)?.title ?? '' })}
      </p>
      <Segments
        label={t('search:likeUnit')}
        isLabelHidden
        value={asked.likeUnit}
        options={likenessUnits.map((id) => ({ id, label: t(`search:likeUnit_${id}`) }))}
        onChange={(unit) => desk.askLike(like, unit)}
      />
      <Button variant="icon" label={t('search:endLike')} onPress={actions.onEndLike}>
        <X size={14} aria-hidden />
      </Button>
    </div>
  );
}
