import { hueOf } from '@core/codebook/hues';
import type { PassageRow } from '@core/query/passage-row';
import { knownContext, quoteContext } from '@core/query/quote-context';
import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import { VisuallyHidden } from '../ui/visually-hidden';
import { nameIn, type PassageNames } from './passage-names';
import styles from './passage-row-view.module.css';

interface PassageRowViewProps {
  readonly row: PassageRow;
  readonly names: PassageNames;
  readonly text: string | undefined;
  /** The heading above, which is heard with each row. */
  readonly under: string;
  /** That heading is the document. */
  readonly isUnderDocument: boolean;
}

/** UTF-16 units of context shown around a short quote: some three lines with it. */
const room = 260;

/** What a row of the list shows: the quote among its words, its codes, who speaks, where it stands and who coded it. */
export function PassageRowView({ row, names, text, under, isUnderDocument }: PassageRowViewProps) {
  const { codings, left } = row;
  const document = names.document(row.document_id);
  const where = [document?.title ?? '', document?.facts ?? ''].filter((words) => words !== '').join(' · ');
  const speakers = row.speaker_ids.map((id) => nameIn(names.actors, id)).filter((name) => name !== '');
  return (
    <>
      <Quote row={row} names={names} text={text} />
      <span className={styles['line']}>
        {codings.map(({ code_id, stance, certainty }) => {
          const code = names.codesById.get(code_id);
          return (
            <span key={code_id} className={styles['chip']}>
              <Swatch color={code?.color ?? ''} mark={code?.mark ?? ''} />
              <bdi className={styles['name']}>{code?.name ?? t('annotations:missingCode')}</bdi>
              {stance !== undefined && <span>· {t(`annotations:${stance}`)}</span>}
              {certainty === 'unsure' && <span className={styles['unsure']}>{t('annotations:unsure')}</span>}
            </span>
          );
        })}
        {codings.length === 0 && <span className={styles['faint']}>{t('annotations:noCode')}</span>}
        {speakers.length > 0 && (
          <span className={styles['faint']}>
            {[
              speakers.join(' → '),
              row.voice === undefined ? '' : t(`passages:voice_${row.voice}`).toLowerCase(),
            ]
              .filter((words) => words !== '')
              .join(', ')}
          </span>
        )}
        {row.review === 'to_review' && left === null && (
          <span className={styles['faint']}>{t('annotations:toReview')}</span>
        )}
        {row.coder_id !== names.self && (
          <span className={styles['faint']}>
            {t('passages:byCoder', { coder: nameIn(names.coders, row.coder_id) })}
          </span>
        )}
        <VisuallyHidden>{under}</VisuallyHidden>
        {isUnderDocument ? null : (
          <span className={styles['where']}>
            <bdi>{where}</bdi>
          </span>
        )}
        {left !== null && (
          <span className={styles['left']}>{t(left === 'gone' ? 'passages:gone' : 'passages:noLonger')}</span>
        )}
      </span>
    </>
  );
}

function Quote({ row, names, text }: Pick<PassageRowViewProps, 'row' | 'names' | 'text'>) {
  const { span, codings } = row;
  if (span === null) return <span className={styles['whole']}>{t('passages:wholeDocument')}</span>;
  const { before, quote, after } =
    text?.slice(span.start, span.end) === row.quote
      ? quoteContext(text, span, Math.max(60, room - row.quote.length))
      : knownContext(row.prefix, row.quote, row.suffix);
  const [coding] = codings;
  const hue = hueOf(names.codesById.get(coding?.code_id ?? '')?.color ?? '');
  const tint =
    row.left !== null
      ? 'none'
      : codings.length === 0
        ? 'var(--uncoded)'
        : codings.length === 1
          ? `var(--tint-${hue})`
          : `var(--overlap-${Math.min(3, codings.length)})`;
  return (
    <span className={styles['text']} dir="auto">
      {before}
      <mark className={styles['quote']} style={{ background: tint }}>
        {quote}
      </mark>
      {after}
    </span>
  );
}
