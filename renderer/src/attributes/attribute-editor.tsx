import { Button } from '../ui/button';
import { t } from '../ui/strings';
import type { AttributeActions } from './attribute-actions';
import styles from './attribute-editor.module.css';
import type { AttributeItem } from './attribute-item';
import { ChoiceEditor } from './choice-editor';
import { WordsEditor } from './words-editor';

export interface AttributeEditorProps {
  readonly item: AttributeItem;
  readonly actions: AttributeActions;
  readonly onDone: () => void;
}

/** Quotes of evidence that are shown at once. */
const quotesShown = 3;

/** What is known of one value, and the field that changes it. */
export function AttributeEditor({ item, actions, onDone }: AttributeEditorProps) {
  const { attribute, value, quotes } = item;
  const { id, name, type } = attribute;
  const isSuggested = value?.state === 'suggested';
  const isWords = type === 'text' || type === 'integer' || type === 'number' || type === 'date';
  return (
    <div className={styles['editor']}>
      <h3 className={styles['name']}>
        <bdi>{name}</bdi>
      </h3>
      <p className={styles['state']}>{stateWords(item)}</p>
      {quotes.slice(0, quotesShown).map((quote) => (
        <blockquote key={quote} className={styles['quote']} dir="auto">
          {t('attributes:evidence', { quote })}
        </blockquote>
      ))}
      {(isSuggested || quotes.length > 0) && (
        <div className={styles['buttons']}>
          {isSuggested && (
            <Button
              variant="primary"
              onPress={() => {
                actions.onAccept(id);
                onDone();
              }}
            >
              {t('attributes:accept')}
            </Button>
          )}
          {quotes.length > 0 && (
            <Button variant="quiet" onPress={() => actions.onShow(id)}>
              {t('attributes:showEvidence')}
            </Button>
          )}
        </div>
      )}
      {isWords ? (
        <WordsEditor item={item} onEdit={(typed) => actions.onEdit(id, typed)} onDone={onDone} />
      ) : (
        <ChoiceEditor item={item} actions={actions} onDone={onDone} />
      )}
    </div>
  );
}

/** Who said it; of a rule how sure it was, and whether its words follow. */
function stateWords({ value, quotes }: AttributeItem): string {
  if (value?.state !== 'suggested') return t(`attributes:${value?.state ?? 'unset'}`);
  const isFrom = quotes.length > 0;
  if (value.confidence === undefined) return t(isFrom ? 'attributes:suggestedFrom' : 'attributes:suggested');
  const percent = Math.round(value.confidence * 100);
  return t(isFrom ? 'attributes:suggestedFromSure' : 'attributes:suggestedSure', { percent });
}
