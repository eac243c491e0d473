import type { HitRow } from '@core/search/hit-row';
import { paragraphDirection } from '@core/text/direction';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import { VisuallyHidden } from '../ui/visually-hidden';
import styles from './hit-grid.module.css';
import type { HitNames } from './search-names';

interface HitRowViewProps {
  readonly row: HitRow;
  readonly names: HitNames;
  /** Chosen by hand, beside others. */
  readonly isTicked: boolean;
}

/** Codes that are shown of a row; more of them are a number. */
const codesShown = 3;

/** One line of the concordance: box, left, hit, right, codes, document; or a passage with what it shares. */
export function HitRowView({ row, names, isTicked }: HitRowViewProps) {
  const home = names.home(row);
  const codes = row.code_ids.flatMap((id) => names.codesById.get(id) ?? []);
  const box = (
    <span className={styles['box']} data-box="" data-ticked={isTicked ? '' : undefined} aria-hidden="true">
      {isTicked ? <Check size={11} /> : null}
    </span>
  );
  return (
    <>
      {row.like === null ? <Context row={row} box={box} /> : <Passage like={row.like} box={box} />}
      <td className={styles['codes']} title={codes.map(({ name }) => name).join(', ')}>
        {codes.slice(0, codesShown).map(({ id, color, mark }) => (
          <Swatch key={id} color={color} mark={mark} />
        ))}
        {codes.length > codesShown ? <span>{`+${codes.length - codesShown}`}</span> : null}
        {codes.length === 0 ? null : (
          <VisuallyHidden>
            {t('search:coded', { codes: codes.map(({ name }) => name).join(', ') })}
          </VisuallyHidden>
        )}
      </td>
      <td className={styles['document']} title={home?.title}>
        <bdi>{home?.title ?? ''}</bdi>
        {home === undefined || home.facts === '' ? null : (
          <span className={styles['facts']}>{home.facts}</span>
        )}
      </td>
    </>
  );
}

interface CellsProps {
  readonly box: ReactNode;
}

function Context({ row, box }: CellsProps & { readonly row: HitRow }) {
  const { left, hit, right } = row;
  // What is read from right to left has what comes before it on its right; it is heard in its order.
  const isBackward = paragraphDirection(`${hit}${right}${left}`) === 'rtl';
  return (
    <>
      <td className={styles['left']}>
        {box}
        {/* Cut where it is farthest from the hit. */}
        <span className={styles['before']} aria-hidden={isBackward ? true : undefined}>
          <bdi>{isBackward ? right : left}</bdi>
        </span>
        {isBackward ? <VisuallyHidden>{left}</VisuallyHidden> : null}
      </td>
      {/* In one column with what stands on its right, so that every hit begins at the same place however long it is. */}
      <td className={styles['tail']}>
        {isBackward ? (
          <>
            <bdi>
              <mark>{hit}</mark>
            </bdi>
            {/* At the end of the line its own blank would not be drawn. */}
            {/\s$/.test(left) ? ' ' : null}
            <bdi aria-hidden>{left}</bdi>
            <VisuallyHidden>{right}</VisuallyHidden>
          </>
        ) : (
          <>
            <mark>{hit}</mark>
            {right}
          </>
        )}
      </td>
    </>
  );
}

function Passage({ like, box }: CellsProps & { readonly like: NonNullable<HitRow['like']> }) {
  return (
    <>
      <td className={styles['likeness']} title={t('search:likenessHint')}>
        {box}
        {t('search:alike', { percent: Math.floor(like.likeness * 100) })}
      </td>
      <td className={styles['passage']}>
        <span>
          {like.parts.map(({ start, words, isShared }) =>
            isShared ? <mark key={start}>{words}</mark> : words,
          )}
        </span>
      </td>
    </>
  );
}
