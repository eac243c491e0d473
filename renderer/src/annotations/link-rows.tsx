import type { LinkEnd } from '@core/commands/link-commands';
import type { Id } from '@core/model/identity';
import type { Link } from '@core/model/link';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import styles from './link-rows.module.css';

/** A link of the annotation in hand, with what stands at its other end. */
export interface LinkItem {
  readonly end: LinkEnd;
  /** Quote and document; null while it is looked up, empty where it is gone. */
  readonly name: string | null;
}

/** The kinds that are offered: a copy is linked where reprints are compared, a quote by who speaks. */
export const offeredLinks = [
  'continues',
  'contradicts',
  'restates',
] as const satisfies readonly Link['kind'][];

export interface LinkActions {
  /** Begins a link at the annotation: the next one taken in hand may be its other end. */
  readonly onBegin: (annotationId: Id) => void;
  /** Links the begun one to the annotation in hand. */
  readonly onLink: (annotationId: Id, kind: Link['kind']) => void;
  readonly onCancel: () => void;
  readonly onOpen: (annotationId: Id) => void;
  readonly onRemove: (link: Link) => void;
}

export interface LinkRowsProps {
  readonly annotationId: Id;
  readonly items: readonly LinkItem[];
  /** The annotation a link was begun at, with its quote. */
  readonly begun: { readonly id: Id; readonly quote: string } | null;
  readonly coderId: Id;
  readonly actions: LinkActions;
}

/** A passage that was copied hundreds of times has as many links: more rows than these are shown when they are asked for. */
const mostRows = 10;
const firstRows = 5;

/** What the passage continues, contradicts or restates, and what does so to it. */
export function LinkRows({ annotationId, items, begun, coderId, actions }: LinkRowsProps) {
  const [wholeOf, setWholeOf] = useState<Id | null>(null);
  const isWhole = items.length <= mostRows || wholeOf === annotationId;
  const shown = isWhole ? items : items.slice(0, firstRows);
  return (
    <div className={styles['links']}>
      {shown.map(({ end, name }) => (
        <div key={end.link.id + end.direction} className={styles['row']}>
          <span className={styles['kind']}>{t(`annotations:link_${end.link.kind}_${end.direction}`)}</span>
          {name === '' ? (
            <span className={styles['gone']}>{t('annotations:linkGone')}</span>
          ) : (
            <AriaButton
              className={styles['place'] ?? ''}
              aria-label={t('annotations:linkOpen', { place: name ?? '…' })}
              onPress={() => actions.onOpen(end.other)}
            >
              <bdi>{name ?? '…'}</bdi>
            </AriaButton>
          )}
          {end.link.coder_id === coderId && (
            <Button
              variant="icon"
              label={t('annotations:linkRemove', { place: name ?? '' })}
              tooltip={t('annotations:linkRemove', { place: name ?? '' })}
              onPress={() => actions.onRemove(end.link)}
            >
              <X size={14} aria-hidden />
            </Button>
          )}
        </div>
      ))}
      {isWhole ? null : (
        <Button variant="quiet" onPress={() => setWholeOf(annotationId)}>
          {t('annotations:linksAll', { count: items.length })}
        </Button>
      )}
      {begun !== null && begun.id !== annotationId && (
        <fieldset className={styles['ask']} aria-label={t('annotations:linkHere')}>
          <span className={styles['asked']}>{t('annotations:linkFrom', { quote: begun.quote })}</span>
          {offeredLinks.map((kind) => (
            <Button key={kind} variant="quiet" onPress={() => actions.onLink(annotationId, kind)}>
              {t(`annotations:link_${kind}_out`)}
            </Button>
          ))}
          <Button variant="quiet" onPress={actions.onCancel}>
            {t('annotations:linkCancel')}
          </Button>
        </fieldset>
      )}
      {begun?.id === annotationId && (
        <div className={styles['ask']} role="note">
          <span className={styles['asked']}>{t('annotations:linkBegun')}</span>
          <Button variant="quiet" onPress={actions.onCancel}>
            {t('annotations:linkCancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
