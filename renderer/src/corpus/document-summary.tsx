import type { ReactNode } from 'react';
import { t } from '../ui/strings';
import styles from './document-summary.module.css';

export interface DocumentFact {
  readonly name: string;
  readonly value: string;
}

export interface DocumentSummaryProps {
  readonly title: string;
  readonly facts: readonly DocumentFact[];
  readonly memo: ReactNode;
  /** What is known of it and can be edited. */
  readonly attributes: ReactNode;
}

/** The open document as a whole: what was written on it, and what is known of it. */
export function DocumentSummary({ title, facts, memo, attributes }: DocumentSummaryProps) {
  return (
    <section aria-label={t('memos:summary')} className={styles['summary']}>
      <h3 className={styles['title']}>
        <bdi>{title}</bdi>
      </h3>
      {memo}
      {attributes}
      <dl className={styles['facts']}>
        {facts.map(({ name, value }) => (
          <div key={name} className={styles['fact']}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
