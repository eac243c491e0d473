import type { Span } from '../model/span';
import { type DatedDate, type FullDate, findDates, hasYear, isFull } from './dates';
import { weekdayNames } from './month-names';
import type { ParagraphFacts } from './paragraph-facts';

/** A line that says who wrote, published or issued a text and when, found by its form alone. */
export type CreditLine =
  /** "Source: TASS". */
  | { readonly kind: 'source'; readonly name: Span }
  /** "Ru-Main, 10.01.2022". */
  | { readonly kind: 'publisher'; readonly name: Span; readonly date: FullDate }
  /** "By Jane Doe", "Author: Jane Doe". */
  | { readonly kind: 'byline'; readonly name: Span }
  /** "Published: 19 January 2022, 14:05", "Moscow, 19 January 2022", "March 2022". */
  | { readonly kind: 'date'; readonly date: DatedDate; readonly place?: Span; readonly updated: boolean }
  /** "(Reporting by ...; editing by ...)", "© 2022 ...". */
  | { readonly kind: 'note' };

const longest = 160;
const name = "\\p{Lu}[\\p{L}\\p{M}.’'-]*";
const source = /^\s*(?:Source|Источник)\s*[:：]\s*(?<name>\S(?:.*\S)?)\s*$/diu;
const bylineLabel = /^\s*(?:Author|Written by|Автор|Текст)\s*[:：]?\s+(?<name>\p{Lu}(?:.*\S)?)\s*$/du;
const byline = new RegExp(
  `^\\s*(?:By|BY)\\s+(?<name>${name}(?:[ \\u00A0](?:and |de |van |von |al-)?${name}){1,4})(?:,.{1,40})?\\s*$`,
  'du',
);
const note =
  /^\s*[([]?(?:(?:additional |with )?(?:reporting|writing|editing|translation|edited|translated|compiled) by\b|©|copyright\b)/iu;
const caption =
  /^\s*[([]?(?:(?:file )?(?:photo|picture|image|photograph|illustration|graphic)(?: (?:by|credit|courtesy))?|на фото|фото|иллюстрация)\s*[:：©]/iu;
const captionBy = /^\s*[([]?(?:Photo|Photograph|Picture|Image|FILE PHOTO)s?\s+by\s+\p{Lu}/u;
const captionEnd =
  /[([](?:\S{1,12}\s)?(?:file\s)?(?:photo|фото)\s?(?:[/:]|by\s|courtesy\s)[^()[\]]{0,60}[)\]]\s*\.?$/iu;
/** In words. */
const longestCaption = 40;

const beforeDate = new RegExp(
  `^\\s*(?<label>(?:published|posted|updated|last updated|date|дата|опубликовано|обновлено)\\s*:?(?:\\s+(?:on|at))?\\s*)?(?:(?<place>\\p{Lu}[\\p{L}.’'-]+(?:[ \\u00A0]\\p{Lu}[\\p{L}.’'-]+){0,3}),\\s+)?(?:(?:${weekdayNames.join('|')})\\.?,?\\s*)?$`,
  'diu',
);
const afterDate =
  /^(?:\s*(?:г\.|года))?(?:[\s,|]+(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*\(?\p{Lu}{2,4}\)?)?)?[\s.]*$/iu;
const publisher = /^\s*(?<name>[\p{Lu}\p{N}][^,|]{1,60}?)\s*[,|]\s*$/du;

/** What a short line credits; `undefined` when it is not of that form. Where it stands is for others to judge. */
export function readCredit(text: string, paragraph: ParagraphFacts): CreditLine | undefined {
  if (paragraph.role !== 'text' || !paragraph.whole || paragraph.head.length > longest) return undefined;
  const line = text.slice(paragraph.start, paragraph.end);
  const named = (match: RegExpExecArray | null): Span | undefined =>
    groupSpan(match, 'name', paragraph.start);
  const from = named(source.exec(line));
  if (from !== undefined) return { kind: 'source', name: from };
  const by = named(bylineLabel.exec(line)) ?? named(byline.exec(line));
  if (by !== undefined) return { kind: 'byline', name: by };
  if (note.test(line)) return { kind: 'note' };
  return readDateLine(text, paragraph);
}

/** Whether a paragraph says what a picture shows or whose it is. */
export function isCaption(paragraph: ParagraphFacts): boolean {
  if (paragraph.role !== 'text') return paragraph.role === 'caption';
  const { head } = paragraph;
  const isOne = caption.test(head) || captionBy.test(head) || captionEnd.test(head);
  return isOne && paragraph.words() <= longestCaption;
}

function readDateLine(text: string, paragraph: ParagraphFacts): CreditLine | undefined {
  if (!/\d{4}/.test(paragraph.head)) return undefined;
  const dates = findDates(text, paragraph);
  const date = dates[0];
  if (date === undefined || dates.length > 1 || !hasYear(date)) return undefined;
  const before = text.slice(paragraph.start, date.start);
  const after = text.slice(date.end, paragraph.end);
  const isNumeric = /^[\d./-]+$/.test(text.slice(date.start, date.end));
  const start = beforeDate.exec(before);
  const place = groupSpan(start, 'place', paragraph.start);
  // A month at the end of a line may be what a headline is about.
  if (!isFull(date) && place !== undefined && !isName(text.slice(place.start, place.end))) return undefined;
  if (start !== null && afterDate.test(after) && !(isNumeric && place !== undefined)) {
    const updated = /^\s*(?:last )?(?:updated|обновлено)/iu.test(before);
    return { kind: 'date', date, updated, ...(place === undefined ? {} : { place }) };
  }
  if (!isFull(date)) return undefined;
  const named = groupSpan(publisher.exec(before), 'name', paragraph.start);
  return named !== undefined && after.trim() === '' ? { kind: 'publisher', name: named, date } : undefined;
}

const isName = (words: string): boolean => words.split(/\s/u).every((word) => /^\p{Lu}/u.test(word));

function groupSpan(match: RegExpExecArray | null, group: string, offset: number): Span | undefined {
  const found = match?.indices?.groups?.[group];
  return found === undefined ? undefined : { start: offset + found[0], end: offset + found[1] };
}
