import type { CodeEvent, CodeRevision } from '@core/codebook/code-history';
import type { Id, Time } from '@core/model/identity';
import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { t } from '../ui/strings';
import styles from './code-history.module.css';

export interface CodeHistoryProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Oldest first; null while the journal is read. */
  readonly revisions: readonly CodeRevision[] | null;
  /** Why there are none to be shown. */
  readonly problem: string | null;
  /** Names of the codes there are. */
  readonly codeNames: ReadonlyMap<Id, string>;
  readonly coderNames: ReadonlyMap<Id, string>;
}

/** What became of a code: by whom, when, and what it said before. The newest stands first. */
export function CodeHistory(props: CodeHistoryProps) {
  const { isOpen, onOpen, revisions, problem, coderNames } = props;
  const body = useId();
  return (
    <div className={styles['history']} data-open={isOpen ? '' : undefined}>
      <AriaButton
        className={styles['toggle'] ?? ''}
        aria-expanded={isOpen}
        aria-controls={body}
        onPress={() => onOpen(!isOpen)}
      >
        <ChevronDown size={14} aria-hidden />
        {t('codebook:history')}
      </AriaButton>
      <div id={body} hidden={!isOpen}>
        {!isOpen ? null : problem !== null ? (
          <p className={styles['quiet']}>{problem}</p>
        ) : revisions === null ? (
          <output className={styles['quiet']}>{t('codebook:historyReading')}</output>
        ) : revisions.length === 0 ? (
          <p className={styles['quiet']}>{t('codebook:historyNone')}</p>
        ) : (
          <ol className={styles['list']} aria-label={t('codebook:history')}>
            {revisions.toReversed().map(({ rev, at, coder_id, change_id, events }) => (
              <li key={change_id} className={styles['revision']}>
                <p className={styles['head']}>
                  <strong>{t('codebook:historyRevision', { n: rev })}</strong>{' '}
                  <span className={styles['quiet']}>
                    {t('codebook:historyBy', { when: when(at), coder: coderNames.get(coder_id) ?? '' })}
                  </span>
                </p>
                {events.map((event) => (
                  <Event key={keyOf(event)} event={event} codeNames={props.codeNames} />
                ))}
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}

interface EventProps {
  readonly event: CodeEvent;
  readonly codeNames: ReadonlyMap<Id, string>;
}

function Event({ event, codeNames }: EventProps) {
  if (event.kind !== 'changed') return <p>{sentence(event, codeNames)}</p>;
  const { field, before, after } = event;
  if (field === 'archived_at')
    return <p>{t(after === null ? 'codebook:event_unarchived' : 'codebook:event_archived')}</p>;
  const said = (value: string | null): string => {
    if (field === 'parent_id')
      return value === null ? t('codebook:top') : (codeNames.get(value) ?? t('codebook:goneCode'));
    return value === null || value === '' ? t('codebook:nothingThere') : value;
  };
  return (
    <p>
      {t(`codebook:event_changed_${field}`)}: <span className={styles['quiet']}>{said(before)} →</span>{' '}
      {said(after)}
    </p>
  );
}

function sentence(event: Exclude<CodeEvent, { kind: 'changed' }>, names: ReadonlyMap<Id, string>): string {
  switch (event.kind) {
    case 'created':
      return t('codebook:event_created', { name: event.code.name });
    case 'removed':
      return t('codebook:event_removed');
    case 'merged-in':
    case 'split-off':
      return t(`codebook:event_${event.kind}`, { name: event.name, count: event.codings });
    case 'merged-into':
    case 'split-from': {
      const name = names.get(event.code_id) ?? t('codebook:goneCode');
      return t(`codebook:event_${event.kind}`, { name, count: event.codings });
    }
  }
}

/** Within one revision nothing is told twice of one field or code. */
function keyOf(event: CodeEvent): string {
  if (event.kind === 'changed') return event.field;
  return 'code_id' in event ? `${event.kind} ${event.code_id}` : event.kind;
}

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function when(time: Time): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : format.format(date);
}
