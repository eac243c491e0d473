import { keyFor } from '../codebook/code-key';
import { foldName } from '../codebook/fold-name';
import { attributeValue } from '../corpus/attribute-value';
import { sameValue } from '../exchange/same-value';
import type { Attribute, AttributeType, AttributeValue } from '../model/attribute';
import type { ChangeDraft } from '../model/change';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import { fail, type Result, succeed } from '../result';
import { tidyName } from './codebook-rules';
import type { CommandContext } from './command-context';
import { readAttributeValue, type ValueProblem } from './read-attribute-value';

/** Longest name of an attribute or choice, in UTF-16 units. */
const nameLength = 100;

export type AttributeProblem = 'no-name' | 'name-too-long' | 'name-taken' | 'no-choices';

function valueSet(document: Document, attribute_id: Id, value: AttributeValue | null): ChangeDraft {
  return {
    kind: 'attribute.value-set',
    data: { document_id: document.id, attribute_id, value },
    before: attributeValue(document, attribute_id) ?? null,
  };
}

/**
 * Keeps what a person typed or chose as the document's value; nothing typed takes the value away. An edited value
 * says so and is never overwritten by a rule; the evidence of what it replaces goes, since it spoke for that. No draft
 * where the value says the same and is no suggestion any more; typing a suggestion again accepts it.
 */
export function editValue(
  document: Document,
  attribute: Attribute,
  typed: string | readonly string[],
): Result<readonly ChangeDraft[], ValueProblem> {
  const read = readAttributeValue(attribute, typed);
  if (!read.ok) return read;
  const present = attributeValue(document, attribute.id) ?? null;
  if (read.value === null) {
    return succeed(present === null ? [] : [valueSet(document, attribute.id, null)]);
  }
  const isSame =
    present !== null &&
    sameValue(present.value, read.value.value) &&
    (present.precision ?? null) === (read.value.precision ?? null);
  if (isSame) return succeed(acceptValue(document, attribute.id));
  return succeed([valueSet(document, attribute.id, { ...read.value, state: 'edited' })]);
}

/** Accepts what a rule suggested, with its evidence; no draft for anything but a suggestion. */
export function acceptValue(document: Document, attribute_id: Id): readonly ChangeDraft[] {
  const present = attributeValue(document, attribute_id) ?? null;
  if (present?.state !== 'suggested') return [];
  return [valueSet(document, attribute_id, { ...present, state: 'accepted' })];
}

/** Accepts all that is suggested for the document: one step. */
export function acceptValues(document: Document): readonly ChangeDraft[] {
  return Object.keys(document.values).flatMap((id) => acceptValue(document, id));
}

/** Another title; no draft where it is empty or the same. What the rules took for it is kept beside it. */
export function renameDocument(document: Document, typed: string): readonly ChangeDraft[] {
  const title = typed.replace(/\s+/g, ' ').trim();
  if (title === '' || title === document.title) return [];
  const found = document.title_found ?? document.title;
  return [
    {
      kind: 'document.set',
      data: { id: document.id, fields: { title, title_found: title === found ? null : found } },
      before: { fields: { title: document.title, title_found: document.title_found ?? null } },
    },
  ];
}

/** A new attribute of the project. One of `choice` or `choices` needs something to choose from. */
export function addAttribute(
  attributes: readonly Attribute[],
  made: { readonly name: string; readonly type: AttributeType; readonly choices: readonly string[] },
  context: Pick<CommandContext, 'newId'>,
): Result<{ readonly attribute: Attribute; readonly drafts: readonly ChangeDraft[] }, AttributeProblem> {
  const name = tidyName(made.name);
  const problem = nameProblem(attributes, name);
  if (problem !== null) return fail(problem);
  const takesChoices = made.type === 'choice' || made.type === 'choices';
  const choices = takesChoices ? tidyChoices(made.choices) : [];
  if (takesChoices && choices.length === 0) return fail('no-choices');
  const attribute: Attribute = {
    id: context.newId(),
    key: keyFor(name, new Set(attributes.map(({ key }) => key)), 'attribute'),
    name,
    type: made.type,
    ...(takesChoices ? { choices } : {}),
  };
  return succeed({ attribute, drafts: [{ kind: 'attribute.added', data: { attribute } }] });
}

/** Another name for an attribute; its key, which exports go by, stays. */
export function renameAttribute(
  attributes: readonly Attribute[],
  attribute: Attribute,
  typed: string,
): Result<readonly ChangeDraft[], AttributeProblem> {
  const name = tidyName(typed);
  const others = attributes.filter(({ id }) => id !== attribute.id);
  const problem = nameProblem(others, name);
  if (problem !== null) return fail(problem);
  return succeed(name === attribute.name ? [] : [attributeSet(attribute, { name })]);
}

/** One more thing to choose from; no draft where it is there. */
export function addChoice(attribute: Attribute, typed: string): readonly ChangeDraft[] {
  const present = attribute.choices ?? [];
  const choices = tidyChoices([...present, typed]);
  return choices.length === present.length ? [] : [attributeSet(attribute, { choices })];
}

/** Takes an attribute away, with the values that documents have of it: one step. */
export function removeAttribute(
  attribute: Attribute,
  documents: readonly Document[],
): readonly ChangeDraft[] {
  return [
    ...documents.flatMap((document) =>
      attributeValue(document, attribute.id) === undefined ? [] : [valueSet(document, attribute.id, null)],
    ),
    { kind: 'attribute.removed', data: { id: attribute.id }, before: { attribute } },
  ];
}

function attributeSet(
  attribute: Attribute,
  fields: { readonly name: string } | { readonly choices: readonly string[] },
): ChangeDraft {
  const before = 'name' in fields ? { name: attribute.name } : { choices: attribute.choices ?? null };
  return { kind: 'attribute.set', data: { id: attribute.id, fields }, before: { fields: before } };
}

function nameProblem(others: readonly Attribute[], name: string): AttributeProblem | null {
  if (name === '') return 'no-name';
  if (name.length > nameLength) return 'name-too-long';
  return others.some((other) => foldName(other.name) === foldName(name)) ? 'name-taken' : null;
}

/** Each once, in the order given, without outer blanks; what is only blanks is none. */
function tidyChoices(choices: readonly string[]): readonly string[] {
  return [...new Set(choices.map(tidyName).filter((choice) => choice !== '' && choice.length <= nameLength))];
}
