import type { AttributeValue } from '../model/attribute';
import type { Span } from '../model/span';
import { languageCalled, languageName } from './language-names';
import type { ParsedBlock } from './parsed-structure';

export interface DetectedLanguage {
  /** ISO 639-1. */
  readonly tag: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** null where the text is too short to tell, or is in no language that is known. */
export type DetectLanguage = (text: string) => DetectedLanguage | null;

/** UTF-16 units that are looked at: a few sentences tell, and more of ten thousand texts would take seconds. */
const sample = 200;

/**
 * The language of a text, from what is read of it: a foreign headline or a note of the agency says nothing of the
 * report. What the file states counts unless the text says otherwise more surely; a name of no language is no value.
 */
export function findLanguage(
  text: string,
  blocks: readonly ParsedBlock[],
  detect: DetectLanguage,
  stated: AttributeValue | undefined,
): AttributeValue | undefined {
  const said = statedLanguage(stated);
  const spans = sampleOf(blocks);
  const found = detect(spans.map(({ start, end }) => text.slice(start, end)).join('\n'));
  const name = found === null ? undefined : languageName(found.tag);
  if (found === null || name === undefined || (said?.confidence ?? 0) >= found.confidence) return said;
  return {
    value: name,
    evidence: spans.map(({ start, end }) => [start, end] as const),
    confidence: found.confidence,
    state: 'suggested',
  };
}

function statedLanguage(stated: AttributeValue | undefined): AttributeValue | undefined {
  const name = languageCalled(String(stated?.value ?? ''));
  return stated === undefined || name === undefined ? undefined : { ...stated, value: name };
}

/** Of the body, else of all that is in scope. */
function sampleOf(blocks: readonly ParsedBlock[]): readonly Span[] {
  const body = blocks.filter(({ kind }) => kind === 'body' || kind === 'background');
  const spans: Span[] = [];
  let left = sample;
  for (const { start, end } of body.length > 0 ? body : blocks.filter(({ in_scope }) => in_scope)) {
    if (left <= 0) break;
    spans.push({ start, end: Math.min(end, start + left) });
    left -= end - start;
  }
  return spans;
}
