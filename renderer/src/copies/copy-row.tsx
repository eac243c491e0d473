import { Unlink } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import styles from './copies-region.module.css';
import { type CopiesActions, type CopyItem, isOffered } from './copy-item';

interface CopyRowProps {
  readonly item: CopyItem;
  readonly canCode: boolean;
  readonly actions: CopiesActions;
  /** Of a list of which not all rows are in the page. */
  readonly row?: {
    readonly index: number;
    readonly size: number;
    readonly ref?: Ref<HTMLLIElement>;
    /** Pixels below the top of the list, of a row that stands apart from the others. */
    readonly top?: number;
  };
}

/** One copy: where and when, how alike, what it says otherwise. */
export function CopyRow({ item, canCode, actions, row }: CopyRowProps) {
  const { title, date, agency, isHere, similarity, differences, state } = item;
  const name = isHere ? t('copies:here') : title;
  const facts = [date, agency, t('copies:alike', { percent: Math.floor(similarity * 100) })];
  const isChanged = differences.some(({ kind }) => kind !== 'same');
  return (
    <li
      ref={row?.ref}
      style={row?.top === undefined ? undefined : { position: 'absolute', insetInline: 0, top: row.top }}
      className={styles['row']}
      data-state={state}
      {...(row === undefined
        ? {}
        : { 'data-index': row.index, 'aria-setsize': row.size, 'aria-posinset': row.index + 1 })}
    >
      <div className={styles['head']}>
        {canCode && state !== 'coded' && state !== 'detached' && state !== 'original' ? (
          <input
            type="checkbox"
            className={styles['tick']}
            aria-label={t('copies:tick', { title: name })}
            checked={item.isTicked && isOffered(item)}
            disabled={!isOffered(item)}
            onChange={(event) => actions.onTick(item, event.target.checked)}
          />
        ) : null}
        <AriaButton
          className={styles['place'] ?? ''}
          aria-label={t(state === 'lacking' ? 'copies:openNearest' : 'copies:open', { title: name })}
          onPress={() => actions.onOpen(item)}
        >
          <bdi>{name}</bdi>
        </AriaButton>
        {canCode && state === 'coded' ? (
          <Button
            variant="icon"
            label={t('copies:detach', { title: name })}
            tooltip={t('copies:detachHint')}
            onPress={() => actions.onDetach(item)}
          >
            <Unlink size={14} aria-hidden />
          </Button>
        ) : null}
      </div>
      <p className={styles['facts']}>
        {facts.filter((fact) => fact !== undefined).join(' · ')}
        {state === 'shown' ? null : <span className={styles['state']}>{t(`copies:state_${state}`)}</span>}
      </p>
      {isChanged ? (
        <p className={styles['words']} dir="auto">
          {differences.map(({ kind, text }, at) => {
            // Pieces have no identity but their place: they are shown as a whole.
            const key = `${at}-${kind}`;
            if (kind === 'gone') return <del key={key}>{text}</del>;
            if (kind === 'new') return <ins key={key}>{text}</ins>;
            return <span key={key}>{shortened(text, at === 0, at === differences.length - 1)}</span>;
          })}
        </p>
      ) : null}
    </li>
  );
}

/** Words kept on each side of a difference. */
const context = 6;

/** What is the same is of interest only next to what differs. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const words = text.split(/(?<=\s)/u);
  if (words.length <= 2 * context + 2) return text;
  const head = isFirst ? '' : words.slice(0, context).join('');
  const tail = isLast ? '' : words.slice(-context).join('');
  return `${head}… ${tail}`;
}
