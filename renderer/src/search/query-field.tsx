import type { QueryError } from '@core/search/query-tree';
import { Bookmark, Search, X } from 'lucide-react';
import { type Ref, useId } from 'react';
import { Button as AriaButton, SearchField as AriaSearchField, Input } from 'react-aria-components';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import styles from './query-field.module.css';
import type { SearchProblem } from './search-state';

interface QueryFieldProps {
  readonly query: string;
  readonly problem: SearchProblem | null;
  readonly input: Ref<HTMLInputElement>;
  readonly onQuery: (query: string) => void;
  /** Enter: at once. */
  readonly onSearch: (query: string) => void;
  /** The arrow down goes to what was found. */
  readonly onDown: () => void;
  /** Keeps the search in the project; null where there is nothing to keep. */
  readonly onSave: (() => void) | null;
}

/** The field a query is typed in, with what is wrong with it shown at its place. */
export function QueryField({ query, problem, input, onQuery, onSearch, onDown, onSave }: QueryFieldProps) {
  const note = useId();
  return (
    <>
      <div className={styles['frame']}>
        <AriaSearchField
          className={styles['field'] ?? ''}
          aria-label={t('search:field')}
          value={query}
          isInvalid={problem?.kind === 'mistake'}
          onChange={onQuery}
          onSubmit={onSearch}
        >
          <Search size={16} aria-hidden className={styles['icon']} />
          <Input
            ref={input}
            {...(problem === null ? {} : { 'aria-describedby': note })}
            className={styles['input'] ?? ''}
            placeholder={t('search:placeholder')}
            autoComplete="off"
            spellCheck={false}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              onDown();
            }}
          />
          <AriaButton className={styles['clear'] ?? ''} aria-label={t('search:clear')}>
            <X size={14} aria-hidden />
          </AriaButton>
        </AriaSearchField>
        {onSave === null ? null : (
          <span className={styles['save']}>
            <Button variant="icon" label={t('search:save')} tooltip={t('search:saveHint')} onPress={onSave}>
              <Bookmark size={14} aria-hidden />
            </Button>
          </span>
        )}
      </div>
      {problem === null ? null : (
        <output className={styles['problem']}>
          {/* An output is named by labels alone: what describes the field is in it. */}
          <span id={note}>{problemWords(problem)}</span>
          {problem.kind === 'mistake' ? <Place query={query} error={problem.error} /> : null}
        </output>
      )}
    </>
  );
}

/** The query with the part that is not understood underlined. */
function Place({ query, error: { at } }: { readonly query: string; readonly error: QueryError }) {
  if (at.start > query.length || query.trim() === '') return null;
  return (
    <code className={styles['place']}>
      {query.slice(0, at.start)}
      <mark>{query.slice(at.start, at.end) || '\u00a0\u00a0'}</mark>
      {query.slice(at.end)}
    </code>
  );
}

function problemWords(problem: SearchProblem): string {
  switch (problem.kind) {
    case 'mistake':
      return t(`search:problem_${problem.error.problem}`, { detail: problem.error.detail });
    case 'too-slow':
      return t('search:tooSlow', { count: problem.seconds });
    case 'failed':
      return t('search:failed', { reason: problem.reason });
  }
}
