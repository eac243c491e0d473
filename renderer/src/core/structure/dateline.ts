import type { Span } from '../model/span';
import { knownAgency } from './agencies';
import { datelinePlaces } from './dateline-places';
import { dateSource, type FoundDate, findDates } from './dates';
import { weekdayNames } from './month-names';

/** "ALMATY, January 13. /TASS/. " at the head of a paragraph; every part lies inside the whole. */
export interface Dateline extends Span {
  readonly place?: Span;
  readonly date?: FoundDate;
  readonly agency?: Span & { readonly name: string; readonly known: boolean };
}

/** No dateline is longer, in UTF-16 units. */
const reach = 200;

const capitals =
  "(?:ST\\. |FT\\. |MT\\. )?\\p{Lu}[\\p{Lu}\\p{M}’'`-]+(?:[ \\u00A0/]\\p{Lu}[\\p{Lu}\\p{M}’'`-]*){0,3}";
const particle = '(?:de|del|da|do|la|al|el|on|upon|sur|na|на)';
const word = "\\p{Lu}[\\p{L}\\p{M}’'`-]+";
const mixed = `(?:(?:St|ST)\\. )?${word}(?:[ \\u00A0/-](?:${particle}[ \\u00A0-])?${word}){0,3}`;
const region = `(?:,[ \\u00A0](?:(?:\\p{Lu}\\.){2,3}|${word}\\.?(?:[ \\u00A0]${word}\\.?){0,2}))?`;
const gap = '(?:\\s+|$)';
const dash = `\\s*(?:--|[-–—―])${gap}`;
const date = `(?<date>${dateSource})`;
const slashes = '/\\s?(?<agency>[\\p{L}\\p{N}][^/\\n]{1,40}?)\\s?/\\.?';
const brackets = '\\((?<agency>[\\p{L}][^()\\n]{1,40})\\)';
const bare = '(?<agency>\\p{Lu}[\\p{L}.-]+(?: \\p{Lu}[\\p{L}.-]+)?)';
const at = (place: string, inRegion = ''): string => `(?<place>(?:${place})${inRegion})`;

interface Form {
  readonly source: string;
  /** The mark must be in the table of agencies. */
  readonly knownAgency?: true;
  /** The place must be in the table of places. */
  readonly knownPlace?: true;
  /** May stand in the middle of a text that already began, as in a round-up. */
  readonly anywhere?: true;
}

/** What else stands before a date at the head of a paragraph: "On January 5 - as in ...", "Monday, January 5". */
const notPlace = new RegExp(
  `^(?:In|On|By|At|From|Since|Until|Till|After|Before|Between|During|And|But|The|This|That|Last|Next|For|С|В|На|До|После|К|${weekdayNames.join('|')})(?!\\p{L})`,
  'iu',
);

/** The ways to write a dateline, the fullest first; a new one is a row. */
const forms: readonly Form[] = [
  { source: `${at(mixed, region)}[,.] ?\\s*${date}[.,]?\\s*${slashes}\\s*`, anywhere: true },
  {
    source: `${at(mixed, region)}[,.]?\\s+${date}[.,]?\\s*${brackets}(?:${dash}|[.:]${gap})`,
    anywhere: true,
  },
  { source: `${at(mixed, region)}\\s*${brackets}${dash}`, knownAgency: true, anywhere: true },
  { source: `${at(mixed, region)}[,.]\\s*${date}${dash}${bare}\\.${gap}`, knownAgency: true, anywhere: true },
  { source: `${at(mixed, region)}[,.]\\s*${date}[.,]\\s*${bare}${dash}`, knownAgency: true, anywhere: true },
  { source: `${at(mixed, region)}[,.]?\\s*${slashes}\\s*`, knownAgency: true, anywhere: true },
  { source: `${bare},\\s*${date}(?:${dash}|[.:]${gap})`, knownAgency: true },
  { source: `${at(capitals, region)},\\s*${date}(?:${dash}|[.:]${gap})` },
  { source: `${at(mixed, region)},\\s*${date}${dash}` },
  { source: `${at(mixed, region)}\\s*\\(${date}\\)${dash}` },
  { source: `(?:${brackets}${dash})`, knownAgency: true },
  { source: `(?:${slashes}\\s*)`, knownAgency: true },
  { source: `${at(capitals, region)}\\s*(?:--|—)${gap}`, knownPlace: true },
  {
    source: '(?<agency>新华社)(?<place>\\p{Script=Han}{2,8}?)(?<date>\\d{1,2}月\\d{1,2}日)电\\s*',
    knownAgency: true,
  },
];
const patterns = forms.map((form) => ({ ...form, pattern: new RegExp(`\\s*${form.source}`, 'duy') }));

/**
 * The dateline at the head of a paragraph, with the white space after it. `only: 'anywhere'` asks for the forms
 * that cannot be mistaken, for paragraphs in the middle of a text.
 */
export function findDateline(text: string, paragraph: Span, only?: 'anywhere'): Dateline | undefined {
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + reach));
  for (const form of patterns) {
    if (only === 'anywhere' && form.anywhere !== true) continue;
    form.pattern.lastIndex = 0;
    const match = form.pattern.exec(head);
    const dateline = match === null ? undefined : read(text, paragraph, match, form);
    if (dateline !== undefined) return dateline;
  }
  return undefined;
}

function read(text: string, paragraph: Span, match: RegExpExecArray, form: Form): Dateline | undefined {
  const groups: Partial<Record<string, [number, number]>> = match.indices?.groups ?? {};
  const spanOf = (name: string): Span | undefined => {
    const found = groups[name];
    return found && { start: paragraph.start + found[0], end: paragraph.start + found[1] };
  };
  const place = spanOf('place');
  const dated = spanOf('date');
  const mark = spanOf('agency');
  const markText = mark === undefined ? '' : text.slice(mark.start, mark.end);
  const known = knownAgency(markText);
  if (form.knownAgency === true && known === undefined) return undefined;
  if (form.knownPlace === true && !(place && datelinePlaces.has(text.slice(place.start, place.end))))
    return undefined;
  // In brackets after a date a handful of words may be anything; an agency has few, with capitals.
  if (mark !== undefined && known === undefined && !/^\p{Lu}\S*(?: \p{Lu}\S*){0,2}$/u.test(markText))
    return undefined;
  if (place !== undefined && notPlace.test(text.slice(place.start, place.end))) return undefined;
  const [day] = dated === undefined ? [] : findDates(text, dated);
  return {
    start: paragraph.start,
    end: paragraph.start + match[0].length,
    ...(place === undefined ? {} : { place }),
    ...(day === undefined ? {} : { date: day }),
    ...(mark === undefined
      ? {}
      : { agency: { ...mark, name: known ?? markText, known: known !== undefined } }),
  };
}
