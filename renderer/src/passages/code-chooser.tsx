import type { PassageQuery } from '@core/query/passage-query';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import { Segments } from '../ui/segments';
import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import styles from './code-chooser.module.css';
import type { PassageNames } from './passage-names';
import { modeOf } from './query-chips';

interface CodeChooserProps {
  readonly query: PassageQuery;
  readonly names: PassageNames;
  readonly onQuery: (query: PassageQuery) => void;
}

type Mode = keyof PassageQuery['codes'];

/** Codes to ask for: any, all or none of them. A code stands for those below it too. */
export function CodeChooser({ query, names, onQuery }: CodeChooserProps) {
  const [mode, setMode] = useState<Mode>('any');
  const { contains } = useFilter({ sensitivity: 'base' });
  const items = names.codes.filter(
    ({ code }) => code.archived_at === undefined || modeOf(query, code.id) !== null,
  );

  const choose = (ids: ReadonlySet<string>): void => {
    const kept = query.codes[mode].filter(({ code_id }) => ids.has(code_id));
    const added = [...ids]
      .filter((id) => !kept.some(({ code_id }) => code_id === id))
      .map((code_id) => ({ code_id, below: true }));
    const others = (other: Mode) => query.codes[other].filter(({ code_id }) => !ids.has(code_id));
    const codes = { any: others('any'), all: others('all'), none: others('none') };
    onQuery({ ...query, codes: { ...codes, [mode]: [...kept, ...added] } });
  };

  return (
    <div className={styles['chooser']}>
      <Segments
        label={t('passages:how')}
        isLabelHidden
        value={mode}
        options={(['any', 'all', 'none'] as const).map((id) => ({ id, label: t(`passages:${id}`) }))}
        onChange={setMode}
      />
      <Autocomplete filter={contains}>
        <SearchField aria-label={t('passages:codesFind')} autoFocus>
          <Input className={styles['find'] ?? ''} placeholder={t('passages:codesFind')} spellCheck="false" />
        </SearchField>
        <ListBox
          aria-label={t('passages:codes')}
          className={styles['codes'] ?? ''}
          selectionMode="multiple"
          // Escape closes the sheet; what is chosen stays so.
          escapeKeyBehavior="none"
          selectedKeys={query.codes[mode].map(({ code_id }) => code_id)}
          onSelectionChange={(keys) => {
            if (keys !== 'all') choose(new Set([...keys].map(String)));
          }}
          items={items.map(({ code, depth }) => ({ id: code.id, code, depth, how: modeOf(query, code.id) }))}
          dependencies={[query]}
          renderEmptyState={() => <p className={styles['nothing']}>{t('passages:codesNone')}</p>}
        >
          {({ id, code, depth, how }) => (
            <ListBoxItem id={id} textValue={code.name} className={styles['code'] ?? ''}>
              <span className={styles['tick']} aria-hidden="true">
                {how === mode && <Check size={13} />}
              </span>
              <span className={styles['name']} style={{ paddingInlineStart: depth * 12 }}>
                {code.kind === 'code' && <Swatch color={code.color} mark={code.mark} />}
                <bdi>{code.name}</bdi>
              </span>
              {how !== null && how !== mode && <span className={styles['how']}>{t(`passages:${how}`)}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}
