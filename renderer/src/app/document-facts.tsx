import type { Document } from '@core/model/document';
import { Info, Plus } from 'lucide-react';
import { Fragment, memo, type ReactNode, useMemo } from 'react';
import { CodeChip } from '../annotations/code-chip';
import { AttributeValueButton } from '../attributes/attribute-value';
import { encodingName } from '../corpus/encoding-name';
import type { DocumentSnapshot } from '../data/open-document';
import { Button } from '../ui/button';
import { keyLabel } from '../ui/key-label';
import { t } from '../ui/strings';
import { createItemMaker } from './annotation-items';
import { lineKeys, useAttributeDesk } from './attribute-desk';
import styles from './document-facts.module.css';
import { isDone, useListedDocuments } from './listed-documents';
import { documentCodesId, openDocumentPalette } from './palette-actions';
import { useRound } from './rounds';
import { useDocumentWords } from './use-document-words';
import { setView, toggleHidden, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

interface DocumentFactsProps {
  readonly document: Document;
  readonly snapshot: DocumentSnapshot;
  /** How many characters of its text are not seen. */
  readonly hidden: number;
}

/** Above the text: agency, place, date, words, state, an encoding that was guessed; the details; the codes of it all. */
export const DocumentFacts = memo(function DocumentFacts({ document, snapshot, hidden }: DocumentFactsProps) {
  const hiddenShown = useView((view) => view.hiddenShown);
  const { items, actions } = useAttributeDesk(document);
  const { rows } = useListedDocuments();
  const words = useDocumentWords(document);
  const row = rows.find(({ id }) => id === document.id);
  const state = row !== undefined && isDone(row) ? 'stateDone' : 'stateOpen';
  const shown = items.filter(
    ({ attribute, value }) => value !== undefined && lineKeys.includes(attribute.key),
  );
  const facts: readonly (readonly [key: string, fact: ReactNode])[] = [
    ...shown.map(
      (item) =>
        [
          item.attribute.id,
          <AttributeValueButton key="value" item={item} actions={actions} place="line" />,
        ] as const,
    ),
    ['words', t('reader:words', { count: words })],
    ['state', t(`shell:${state}`)],
    ...(document.encoding_guess === undefined
      ? []
      : [['encoding', encodingName(document.encoding)] as const]),
    ...(hidden === 0
      ? []
      : [
          [
            'hidden',
            <span key="hidden" className={styles['hidden']}>
              <Button
                variant="quiet"
                tooltip={t(hiddenShown ? 'reader:hiddenHide' : 'reader:hiddenShow')}
                onPress={toggleHidden}
              >
                {t('reader:hidden', { count: hidden })}
              </Button>
            </span>,
          ] as const,
        ]),
  ];
  return (
    <>
      <div className={styles['line']}>
        {facts.map(([key, fact], at) => (
          <Fragment key={key}>
            {at === 0 ? null : <span aria-hidden="true">·</span>}
            <span className={styles['fact']}>{fact}</span>
          </Fragment>
        ))}
        <Button variant="icon" label={t('corpus:details')} onPress={() => setView({ dialog: 'document' })}>
          <Info size={14} aria-hidden />
        </Button>
      </div>
      <DocumentCodes snapshot={snapshot} />
    </>
  );
});

/** The codes of the whole document, and the button that gives it one. */
function DocumentCodes({ snapshot }: { readonly snapshot: DocumentSnapshot }) {
  const { lists, coder } = useWorkbench();
  const codes = useObservable(lists.codes);
  const coders = useObservable(lists.coders);
  const { round } = useRound();
  const { annotations } = snapshot;
  const items = useMemo(() => {
    const whole = annotations.filter(({ target }) => target.kind === 'document');
    if (whole.length === 0) return [];
    return createItemMaker({ codes, coders, memos: [], coder_id: coder.id, round })(whole);
  }, [annotations, codes, coders, coder, round]);
  return (
    <section id={documentCodesId} className={styles['codes']} aria-label={t('reader:documentCodes')}>
      {items.flatMap(({ annotation, codings }) =>
        codings.map((item) => (
          <button
            key={item.coding.id}
            type="button"
            className={styles['code']}
            onClick={() => setView({ inHand: annotation.id })}
          >
            <CodeChip item={item} />
          </button>
        )),
      )}
      <Button
        variant="quiet"
        tooltip={t('reader:key.codeDocument')}
        keys={keyLabel('codeDocument')}
        onPress={() => openDocumentPalette()}
      >
        <Plus size={13} aria-hidden />
        {t('reader:codeDocument')}
      </Button>
    </section>
  );
}
