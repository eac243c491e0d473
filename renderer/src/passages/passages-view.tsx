import type { KeyboardEvent, Ref } from 'react';
import { Alert } from '../ui/alert';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { problemSentence } from '../ui/problem-sentence';
import { Segments } from '../ui/segments';
import { Select } from '../ui/select';
import { t } from '../ui/strings';
import { CodesByDocument } from './codes-by-document';
import { ListHead, type PassageActions } from './list-head';
import type { DeskState, PassageDesk } from './passage-desk';
import { PassageList, type PassageListHandle } from './passage-list';
import type { PassageNames } from './passage-names';
import styles from './passages-view.module.css';
import { QueryBar } from './query-bar';
import type { DistinctByCode } from './table-contents';
import type { ReadTexts } from './use-texts';

export interface PassagesViewProps {
  readonly desk: PassageDesk;
  readonly state: DeskState;
  readonly names: PassageNames;
  /** Distinct passages of what is asked, by code and under '' all; null where they are not known. */
  readonly distinct: DistinctByCode | null;
  /** Annotations of the project. */
  readonly total: number;
  readonly readTexts: ReadTexts;
  readonly letters: boolean;
  readonly list: Ref<PassageListHandle>;
  readonly actions: PassageActions;
  readonly onOpen: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onReader: () => void;
}

/** The retrieval and recoding desk: passages of the whole project by query, or counted by code and document. */
export function PassagesView(props: PassagesViewProps) {
  const { desk, state, names, distinct, total } = props;
  const { tab, query, run, problem, filling } = state;
  return (
    <section className={styles['region']} aria-label={t('passages:region')}>
      <header className={styles['head']}>
        <div className={styles['line']}>
          <Segments
            label={t('passages:what')}
            isLabelHidden
            value={tab}
            options={(['list', 'table'] as const).map((id) => ({ id, label: t(`passages:${id}`) }))}
            onChange={(chosen) => desk.ask({ tab: chosen })}
          />
          <span className={styles['spring']} />
          {tab === 'list' ? (
            <Group {...{ desk, state, names }} />
          ) : (
            <TableOptions {...{ desk, state, names }} />
          )}
        </div>
        <QueryBar query={query} names={names} onQuery={(asked) => desk.ask({ query: asked })} />
        {tab === 'list' ? (
          <ListHead
            state={state}
            distinct={distinct?.get('') ?? null}
            actions={props.actions}
            onAgain={desk.askAgain}
          />
        ) : null}
      </header>
      {problem !== null ? (
        <div className={styles['middle']}>
          <Alert>{t('passages:failed', { reason: problemSentence(problem) })}</Alert>
        </div>
      ) : filling !== null ? (
        <div className={styles['middle']}>
          <output>{t('passages:filling', { done: filling, total })}</output>
        </div>
      ) : tab === 'table' ? (
        <CodesByDocument desk={desk} state={state} names={names} distinct={distinct} />
      ) : run === null ? null : run.found.rows > 0 ? (
        <PassageList
          key={run.number}
          {...{ desk, run, state, names, readTexts: props.readTexts, letters: props.letters }}
          handle={props.list}
          onOpen={props.onOpen}
          onKey={props.onKey}
        />
      ) : (
        <div className={styles['middle']}>
          <p>{t(total === 0 ? 'passages:emptyProject' : 'passages:empty')}</p>
          {total === 0 ? <Button onPress={props.onReader}>{t('passages:toReader')}</Button> : null}
        </div>
      )}
    </section>
  );
}

type OptionsProps = Pick<PassagesViewProps, 'desk' | 'state' | 'names'>;

function Group({ desk, state, names }: OptionsProps) {
  const { grouping } = state;
  return (
    <div className={styles['select']}>
      <Select
        label={t('passages:group')}
        isLabelBeside
        value={grouping.by === 'attribute' ? grouping.attribute_id : grouping.by}
        options={[
          { id: 'document', label: t('passages:group_document') },
          { id: 'code', label: t('passages:group_code') },
          ...names.attributes.map(({ id, name }) => ({ id, label: name })),
        ]}
        onChange={(by) =>
          desk.ask({
            grouping: by === 'document' || by === 'code' ? { by } : { by: 'attribute', attribute_id: by },
          })
        }
      />
    </div>
  );
}

function TableOptions({ desk, state, names }: OptionsProps) {
  const { table } = state;
  return (
    <>
      <Check
        label={t('passages:rolled')}
        hint={t('passages:rolledHint')}
        isOn={table.rolled}
        onChange={(rolled) => desk.ask({ table: { ...table, rolled } })}
      />
      <div className={styles['select']}>
        <Select
          label={t('passages:rowsBy')}
          isLabelBeside
          value={table.rows.by === 'attribute' ? table.rows.attribute_id : 'document'}
          options={[
            { id: 'document', label: t('passages:group_document') },
            ...names.attributes.map(({ id, name }) => ({ id, label: name })),
          ]}
          onChange={(by) =>
            desk.ask({
              table: {
                ...table,
                rows: by === 'document' ? { by } : { by: 'attribute', attribute_id: by },
              },
            })
          }
        />
      </div>
    </>
  );
}
