import {
  acceptValue,
  acceptValues,
  addAttribute,
  addChoice,
  editValue,
  removeAttribute,
  renameAttribute,
} from '@core/commands/attribute-commands';
import { attributeValue } from '@core/corpus/attribute-value';
import type { Attribute, AttributeValue } from '@core/model/attribute';
import type { Document } from '@core/model/document';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { languageKey } from '@core/structure/parsed-structure';
import { useMemo } from 'react';
import type { AttributeActions, ProjectAttributeActions } from '../attributes/attribute-actions';
import type { AttributeItem } from '../attributes/attribute-item';
import { t } from '../ui/strings';
import { commitOrTell } from './commit-ahead';
import type { Workbench } from './open-workbench';
import { useText } from './use-document';
import { valueWords } from './value-words';
import { announce, getView, openDocument, setView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** Characters of a quote that is shown. */
const quoteLength = 160;

export interface AttributeDesk {
  /** All attributes of the project, those that news texts have first, with the document's values. */
  readonly items: readonly AttributeItem[];
  readonly actions: AttributeActions & ProjectAttributeActions;
  readonly countOf: (attributeId: Id) => number;
  readonly onAcceptAll: () => void;
}

/** The attributes of the open document with all that can be done with them. */
export function useAttributeDesk(document: Document): AttributeDesk {
  const workbench = useWorkbench();
  const attributes = useObservable(workbench.lists.attributes);
  const text = useText(workbench, document.text_sha256);
  const words = text.state === 'there' ? text.text : null;
  const items = useMemo(() => itemsOf(attributes, document, words), [attributes, document, words]);
  return useMemo(
    () => ({
      items,
      actions: actionsOf(workbench, document),
      countOf: (id) =>
        workbench.lists.documents.getSnapshot().filter((each) => attributeValue(each, id) !== undefined)
          .length,
      onAcceptAll: () => void commitOrTell(workbench, acceptValues(document)),
    }),
    [items, workbench, document],
  );
}

/** What news texts have, in the order in which the line above the text tells it. */
export const lineKeys: readonly string[] = ['agency', 'publisher', 'issuer', 'byline', 'place', 'date'];
/** The first in a list of all attributes. */
const firstKeys: readonly string[] = [...lineKeys, languageKey];

function itemsOf(
  attributes: readonly Attribute[],
  document: Document,
  text: string | null,
): readonly AttributeItem[] {
  const rank = ({ key }: Attribute): number => {
    const at = firstKeys.indexOf(key);
    return at < 0 ? firstKeys.length : at;
  };
  return attributes
    .toSorted((one, other) => rank(one) - rank(other))
    .map((attribute): AttributeItem => {
      const value = attributeValue(document, attribute.id);
      return {
        attribute,
        value,
        words: value === undefined ? '' : valueWords(value),
        quotes: text === null ? [] : quotesOf(value, text),
      };
    });
}

function quotesOf(value: AttributeValue | undefined, text: string): readonly string[] {
  const quotes = (value?.evidence ?? []).map(([start, end]) => {
    const quote = text.slice(start, end).replace(/\s+/g, ' ').trim();
    return quote.length > quoteLength ? `${quote.slice(0, quoteLength)}…` : quote;
  });
  return [...new Set(quotes.filter((quote) => quote !== ''))];
}

const nothing: readonly Span[] = [];

function actionsOf(workbench: Workbench, shown: Document): AttributeActions & ProjectAttributeActions {
  const { lists } = workbench;
  // As the store holds them now: a sheet may have been open for a while.
  const now = (): Document => lists.documents.getSnapshot().find(({ id }) => id === shown.id) ?? shown;
  const attributeOf = (id: Id): Attribute | undefined =>
    lists.attributes.getSnapshot().find((attribute) => attribute.id === id);
  const evidence = (id: Id): readonly Span[] =>
    (attributeValue(now(), id)?.evidence ?? []).map(([start, end]) => ({ start, end }));
  return {
    onEdit: (id, typed) => {
      const attribute = attributeOf(id);
      if (attribute === undefined) return null;
      const edited = editValue(now(), attribute, typed);
      if (!edited.ok) return t(`attributes:problem.${edited.error}`);
      if (edited.value.length > 0) void commitOrTell(workbench, edited.value);
      return null;
    },
    onAccept: (id) => void commitOrTell(workbench, acceptValue(now(), id)),
    onAddChoice: (id, choice) => {
      const attribute = attributeOf(id);
      if (attribute === undefined) return;
      const choices = [...(attribute.choices ?? []), choice.trim().replace(/\s+/g, ' ')];
      const held = attributeValue(now(), id)?.value;
      const added = choices.at(-1) ?? '';
      const typed = attribute.type === 'choice' ? added : [...(typeof held === 'object' ? held : []), added];
      const edited = editValue(now(), { ...attribute, choices }, typed);
      if (!edited.ok) return;
      // A new choice and the value it gives: one step.
      void commitOrTell(workbench, [...addChoice(attribute, choice), ...edited.value]);
    },
    onPoint: (id) => {
      const spans = id === null ? nothing : evidence(id);
      if (spans.length > 0 || getView().evidence.length > 0) setView({ evidence: spans });
    },
    onShow: (id) => {
      const [first] = evidence(id);
      if (first !== undefined) openDocument(shown.id, first);
    },
    onCreate: (wish) => {
      const added = addAttribute(lists.attributes.getSnapshot(), wish, workbench.context());
      if (!added.ok) return t(`attributes:${added.error}`);
      const { name } = added.value.attribute;
      void commitOrTell(workbench, added.value.drafts).then((isDone) => {
        if (isDone) announce(t('attributes:added', { name }));
      });
      return null;
    },
    onRename: (id, name) => {
      const attribute = attributeOf(id);
      if (attribute === undefined) return null;
      const renamed = renameAttribute(lists.attributes.getSnapshot(), attribute, name);
      if (!renamed.ok) return t(`attributes:${renamed.error}`);
      if (renamed.value.length > 0) void commitOrTell(workbench, renamed.value);
      return null;
    },
    onRemove: (id) => {
      const attribute = attributeOf(id);
      if (attribute === undefined) return;
      const { name } = attribute;
      void commitOrTell(workbench, removeAttribute(attribute, lists.documents.getSnapshot())).then(
        (isDone) => {
          if (isDone) announce(t('attributes:removed', { name }));
        },
      );
    },
  };
}
