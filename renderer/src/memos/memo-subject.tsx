import type { MemoEntry } from '@core/memo/memo-entries';
import type { Annotation } from '@core/model/annotation';
import type { Document } from '@core/model/document';
import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import styles from './memo-subject.module.css';

/** What a memo is about, as its row names it. */
export function MemoSubject({ entry }: { readonly entry: MemoEntry }) {
  const { subject, memo } = entry;
  switch (subject.kind) {
    case 'project':
      return <Plain kind="project">{t('memos:isGone_project')}</Plain>;
    case 'document':
      return <Plain kind="document">{subject.document.title}</Plain>;
    case 'code':
      return (
        <span className={styles['subject']}>
          <span className={styles['kind']}>{t('memos:is_code')}</span>
          <Swatch color={subject.code.color} mark={subject.code.mark} />
          <bdi className={styles['name']}>{subject.path}</bdi>
        </span>
      );
    case 'annotation':
      return <Passage kind="annotation" annotation={subject.annotation} document={subject.document} />;
    case 'coding':
      return (
        <Passage kind="coding" annotation={subject.annotation} document={subject.document}>
          <Swatch color={subject.code?.color ?? ''} mark={subject.code?.mark ?? ''} />
          <bdi className={styles['name']}>{subject.code?.name ?? t('memos:missingCode')}</bdi>
        </Passage>
      );
    case 'gone':
      return <span className={styles['gone']}>{t(`memos:isGone_${memo.target.kind}`)}</span>;
  }
}

interface PlainProps {
  readonly kind: 'project' | 'document';
  readonly children: string;
}

function Plain({ kind, children }: PlainProps) {
  return (
    <span className={styles['subject']}>
      <span className={styles['kind']}>{t(`memos:is_${kind}`)}</span>
      <bdi className={styles['name']}>{children}</bdi>
    </span>
  );
}

interface PassageProps {
  readonly kind: 'annotation' | 'coding';
  readonly annotation: Annotation;
  readonly document: Document | undefined;
  /** The code, of a coding. */
  readonly children?: React.ReactNode;
}

function Passage({ kind, annotation: { target }, document, children }: PassageProps) {
  return (
    <>
      <span className={styles['subject']}>
        <span className={styles['kind']}>{t(`memos:is_${kind}`)}</span>
        {children}
        <bdi className={styles['place']}>{document?.title ?? ''}</bdi>
      </span>
      <span className={styles['quote']} data-kind={target.kind} dir="auto">
        {target.kind === 'passage' ? target.quote : t('annotations:wholeDocument')}
      </span>
    </>
  );
}
