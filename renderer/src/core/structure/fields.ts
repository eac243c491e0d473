import type { AttributeValue } from '../model/attribute';
import type { Span } from '../model/span';
import { knownAgency } from './agencies';
import type { Classification } from './classify';
import type { CreditLine } from './credits';
import { findDates, isFull } from './dates';
import { afterLeadingResidue } from './edge-residue';
import { findIssuer } from './issuer';
import type { ParagraphFacts } from './paragraph-facts';
import type { ParsedStructure } from './parsed-structure';
import { datelineDate, datelineInMonth, statedDate } from './publication-date';

/** UTF-16 units after the dateline in which its year is looked for. */
const yearReach = 100_000;

type Values = { -readonly [K in keyof ParsedStructure['values']]: ParsedStructure['values'][K] };

/** What the dateline, the credits and the headline say about a document, with the places that say it. */
export function readFields(
  text: string,
  paragraphs: readonly ParagraphFacts[],
  { opening, credits }: Classification,
): ParsedStructure['values'] {
  const values: Values = {};
  const quoted = (span: Span, confidence: number): AttributeValue => ({
    value: text.slice(span.start, span.end).replace(/\s+/gu, ' ').trim(),
    evidence: [[span.start, span.end]],
    confidence,
    state: 'suggested',
  });
  const dateline = opening.dateline?.found;
  if (dateline?.place !== undefined) values.place = quoted(dateline.place, 0.9);
  if (dateline?.agency !== undefined) {
    const { name, known } = dateline.agency;
    values.agency = { ...quoted(dateline.agency, known ? 0.95 : 0.7), value: name };
  }
  for (const credit of credits.values()) readCreditFields(text, credit, values, quoted);
  const date = readDate(text, paragraphs, opening, [...credits.values()]);
  if (date !== undefined) values.date = date;
  const headline = opening.headline && opening.title !== undefined ? paragraphs[opening.title] : undefined;
  const issuer = headline === undefined ? undefined : findIssuer(text, headline);
  if (issuer !== undefined) values.issuer = quoted(issuer, 0.8);
  return values;
}

function readCreditFields(
  text: string,
  credit: CreditLine,
  values: Values,
  quoted: (span: Span, confidence: number) => AttributeValue,
): void {
  switch (credit.kind) {
    case 'source': {
      const mark = text.slice(credit.name.start, credit.name.end);
      const agency = knownAgency(mark);
      if (agency !== undefined) values.agency ??= { ...quoted(credit.name, 0.9), value: agency };
      else if (/^\p{Lu}[\p{Lu}\p{N}-]+$|\b(?:News|Press|Agency|Wire)\b/u.test(mark))
        values.agency ??= quoted(credit.name, 0.6);
      else values.publisher ??= quoted(credit.name, 0.5);
      return;
    }
    case 'publisher':
      values.publisher = quoted(credit.name, 0.8);
      return;
    case 'byline':
      values.byline ??= quoted(credit.name, 0.8);
      return;
    case 'date':
      if (credit.place !== undefined) values.place ??= quoted(credit.place, 0.7);
      return;
    case 'note':
      return;
  }
}

/** From the surest place to the least sure: a data set's mark, a line of its own, the dateline. */
function readDate(
  text: string,
  paragraphs: readonly ParagraphFacts[],
  opening: Classification['opening'],
  credits: readonly CreditLine[],
): AttributeValue | undefined {
  const dateline = opening.dateline?.found.date;
  const first = opening.dateline?.at ?? paragraphs.findIndex((one) => one.head !== '');
  const marked = paragraphs
    .slice(0, Math.max(first, 0) + 1)
    .flatMap((one) => findDates(text, { start: one.start, end: afterLeadingResidue(text, one).start }))
    .find(isFull);
  const agrees = (date: { month: number; day?: number }): boolean =>
    dateline !== undefined && date.month === dateline.month && date.day === dateline.day;
  if (marked !== undefined) return statedDate(marked, agrees(marked) && dateline ? [dateline] : []);
  const lines = credits.flatMap((credit) => {
    if (credit.kind === 'publisher') return [credit.date];
    return credit.kind === 'date' && !credit.updated ? [credit.date] : [];
  });
  const [line] = lines;
  if (line !== undefined) {
    return datelineInMonth(dateline, line) ?? statedDate(line, agrees(line) && dateline ? [dateline] : []);
  }
  if (dateline === undefined) return undefined;
  return datelineDate(text, dateline, {
    start: dateline.end,
    end: Math.min(text.length, dateline.end + yearReach),
  });
}
