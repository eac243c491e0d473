import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../ui/button';
import { formatCount, t } from '../ui/strings';
import styles from './copies-region.module.css';
import { type CopiesActions, type CopiesOf, type CopyItem, isOffered } from './copy-item';
import { CopyList } from './copy-list';

export interface CopiesRegionProps {
  readonly of: CopiesOf;
  /** Earliest first. */
  readonly items: readonly CopyItem[];
  /** Folded, it is one line that offers to show more. */
  readonly isOpen: boolean;
  readonly actions: CopiesActions;
}

/** Region "Copies": where the words stand too, and what of it is coded. */
export function CopiesRegion({ of, items, isOpen, actions }: CopiesRegionProps) {
  const region = useRef<HTMLElement>(null);
  const ticked = items.filter((item) => isOffered(item) && item.isTicked).length;
  const coded = items.filter(({ state, isAligned }) => state === 'coded' && isAligned).length;
  const canCode = of.kind === 'passage' && of.canCode;
  const offersCode = canCode && ticked > 0;
  const { onClose } = actions;
  useEffect(() => {
    const element = region.current;
    if (element === null || !isOpen) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [isOpen, onClose]);
  useEffect(() => {
    // What is opened by a mark far down must not be looked for.
    if (isOpen) region.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <section
      ref={region}
      aria-label={t('copies:region')}
      className={styles['region']}
      data-open={isOpen ? '' : undefined}
    >
      <header className={styles['header']}>
        <h2 className={styles['title']}>{t('copies:region')}</h2>
        <span className={styles['summary']}>{summaryOf(items)}</span>
        <span className={styles['spring']} />
        {isOpen ? (
          <Button variant="icon" label={t('copies:close')} keys="Escape" onPress={actions.onClose}>
            <X size={14} aria-hidden />
          </Button>
        ) : (
          <Button
            variant="quiet"
            keys="k"
            tooltip={t(offersCode ? 'copies:codeHint' : 'copies:showHint')}
            onPress={offersCode ? actions.onCode : actions.onShow}
          >
            {offersCode ? t('copies:code', { count: ticked }) : t('copies:show')}
          </Button>
        )}
      </header>
      {isOpen ? (
        <>
          <CopyList items={items} canCode={canCode} actions={actions} />
          {canCode ? (
            <footer className={styles['footer']}>
              <Button
                variant="primary"
                keys="k"
                tooltip={t('copies:codeHint')}
                isDisabled={ticked + coded === 0}
                onPress={actions.onCode}
              >
                {ticked === 0 && coded > 0
                  ? t('copies:apply', { count: coded })
                  : t('copies:code', { count: ticked })}
              </Button>
            </footer>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

/** "also in 2 documents", "also in this document". */
export function summaryOf(items: readonly Pick<CopyItem, 'document_id' | 'isHere'>[]): string {
  const others = new Set(items.filter(({ isHere }) => !isHere).map(({ document_id }) => document_id));
  return alsoIn(others.size);
}

export function alsoIn(documents: number): string {
  return documents === 0
    ? t('copies:alsoHere')
    : t('copies:alsoIn', { count: documents, shown: formatCount(documents) });
}
