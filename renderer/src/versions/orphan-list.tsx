import { contextLength } from '@core/anchor/describe-anchor';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import styles from './orphan-list.module.css';

/** A passage of an earlier version that has no certain place in the present one. */
export interface OrphanItem {
  readonly id: string;
  /** null for what was said of the document as a whole. */
  readonly quote: string | null;
  /** What stood before and after it in the earlier version. */
  readonly prefix: string;
  readonly suffix: string;
  readonly codes: readonly { readonly name: string; readonly color: string; readonly mark: string }[];
}

export interface OrphanListProps {
  readonly items: readonly OrphanItem[];
  /** Something is selected in the text that a passage can be put on. */
  readonly canPlace: boolean;
  readonly isCarrying: boolean;
  readonly onPlace: (id: string) => void;
  readonly onLetGo: (id: string) => void;
  /** Shows it where it stands in the earlier version. */
  readonly onOpen: (id: string) => void;
  /** Moves all whose places are certain. */
  readonly onCarry: () => void;
}

/** Id of the region, which a command brings into sight. */
export const orphansId = 'passages-without-a-place';

/** Region "Passages without a place": what stayed on an earlier version, to be placed by hand or let go. */
export function OrphanList(props: OrphanListProps) {
  const { items, canPlace, isCarrying } = props;
  return (
    <section id={orphansId} aria-label={t('versions:orphans')} tabIndex={-1} className={styles['region']}>
      <header className={styles['header']}>
        <h2 className={styles['title']}>{t('versions:orphans')}</h2>
        <span className={styles['count']}>{t('versions:orphanCount', { count: items.length })}</span>
      </header>
      <p className={styles['hint']}>{t(canPlace ? 'versions:placeNow' : 'versions:placeHint')}</p>
      <div className={styles['carry']}>
        <Button tooltip={t('versions:carryHint')} isDisabled={isCarrying} onPress={props.onCarry}>
          {t(isCarrying ? 'corpus:carrying' : 'versions:carry')}
        </Button>
      </div>
      <ul className={styles['list']} aria-label={t('versions:orphanList')}>
        {items.map((item) => (
          <Row key={item.id} item={item} {...props} />
        ))}
      </ul>
    </section>
  );
}

function Row({ item, canPlace, onPlace, onLetGo, onOpen }: OrphanListProps & { readonly item: OrphanItem }) {
  const { id, quote, prefix, suffix, codes } = item;
  const name = quote === null ? t('annotations:wholeDocument') : quote;
  return (
    <li className={styles['row']}>
      <AriaButton className={styles['quote'] ?? ''} onPress={() => onOpen(id)}>
        {quote === null ? (
          name
        ) : (
          <bdi>
            <span className={styles['around']}>{prefix.length < contextLength ? prefix : `…${prefix}`}</span>
            <strong>{quote}</strong>
            <span className={styles['around']}>{suffix.length < contextLength ? suffix : `${suffix}…`}</span>
          </bdi>
        )}
      </AriaButton>
      <div className={styles['foot']}>
        <span className={styles['codes']}>
          {codes.map((code) => (
            <span key={code.name} className={styles['code']}>
              <Swatch color={code.color} mark={code.mark} />
              <bdi>{code.name}</bdi>
            </span>
          ))}
        </span>
        <Button
          variant="quiet"
          label={t('versions:placeOrphan', { quote: name })}
          tooltip={t('versions:placeTip')}
          isDisabled={!canPlace && quote !== null}
          onPress={() => onPlace(id)}
        >
          {t('versions:place')}
        </Button>
        <Button
          variant="quiet"
          label={t('versions:letGoOrphan', { quote: name })}
          tooltip={t('versions:letGoTip')}
          onPress={() => onLetGo(id)}
        >
          {t('versions:letGo')}
        </Button>
      </div>
    </li>
  );
}
