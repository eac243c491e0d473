import type { Attribute } from '@core/model/attribute';
import type { Document } from '@core/model/document';
import type { Id } from '@core/model/identity';
import type { NamedDocument, PassageNames } from '../passages/passage-names';
import { formatDate } from '../ui/format-date';

/** How rows and headings name a document; each name is made when it is first asked for. */
export function documentNames(
  documents: readonly Document[],
  attributes: readonly Attribute[],
): PassageNames['document'] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const named = new Map<Id, NamedDocument>();
  return (id) => {
    const document = byId.get(id);
    const known = named.get(id);
    if (known !== undefined || document === undefined) return known;
    const { title, text_sha256 } = document;
    const made = { title, text_sha256, facts: factsOf(document, attributes) };
    named.set(id, made);
    return made;
  };
}

/** "19 Jan 2022 · TASS", as in the list of documents. */
function factsOf({ values }: Document, attributes: readonly Attribute[]): string {
  const wordOf = (key: string): string => {
    const attribute = attributes.find((one) => one.key === key);
    const value = attribute === undefined ? undefined : values[attribute.id]?.value;
    return typeof value === 'string' ? value : '';
  };
  const source = ['agency', 'publisher', 'issuer'].map(wordOf).find((value) => value !== '') ?? '';
  const date = wordOf('date');
  return [date === '' ? '' : formatDate(date), source].filter((word) => word !== '').join(' · ');
}
