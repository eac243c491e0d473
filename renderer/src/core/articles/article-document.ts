import type { AttributeValue } from '../model/attribute';
import type { FieldKey } from '../structure/parsed-structure';
import type { StructureHints } from '../structure/structure-hints';
import { archiveDate } from './archive-date';
import type { Article, ArticleParagraph } from './article';
import type { ArticleField } from './article-layout';

/** An article as a document of its own: what its text is, and what the archive says of it. */
export interface ArticleDocument {
  readonly paragraphs: readonly ArticleParagraph[];
  readonly title?: string;
  readonly values: NonNullable<StructureHints['values']>;
}

const fields: Readonly<Record<Exclude<ArticleField, 'date' | 'length'>, FieldKey>> = {
  source: 'publisher',
  section: 'section',
  byline: 'byline',
  place: 'place',
  language: 'language',
};
/** What an archive prints is a fact of its database; it stands outside of the text, which cannot show it. */
const confidence = 0.95;

/** The headline is the first paragraph; all the rest becomes attributes. */
export function articleDocument({ title, body, values }: Article): ArticleDocument {
  const stated = (value: string | number): AttributeValue => ({ value, confidence, state: 'suggested' });
  const texts = Object.entries(fields).flatMap(([field, key]) => {
    const value = values[field as ArticleField]; // the table's own keys
    return value === undefined
      ? []
      : [[key, stated(value.replace(/^(?:By|Von|Par|Por)\s+|[;,\s]+$/gu, ''))] as const];
  });
  const date = archiveDate(values.date ?? '');
  const length = Number(/\d[\d,.]*/.exec(values.length ?? '')?.[0].replace(/[,.]/g, ''));
  const headline: readonly ArticleParagraph[] = title === '' ? [] : [{ text: title, role: 'heading' }];
  return {
    paragraphs: [...headline, ...body],
    ...(title === '' ? {} : { title }),
    values: {
      ...Object.fromEntries(texts),
      ...(date === undefined ? {} : { date: { ...stated(date.value), precision: date.precision } }),
      ...(Number.isSafeInteger(length) && length > 0 ? { stated_length: stated(length) } : {}),
    },
  };
}
