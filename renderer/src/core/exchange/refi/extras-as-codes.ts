import { pathSeparator } from '../../codebook/code-tree';
import type { Annotation, Coding, PropertyValues } from '../../model/annotation';
import type { Code } from '../../model/code';
import type { Id } from '../../model/identity';
import { derivedId } from '../derived-id';
import type { ProjectSnapshot } from '../project-snapshot';
import { byId } from '../snapshot-index';
import { valueText } from './refi-values';

export interface ExtendedSnapshot {
  readonly snapshot: ProjectSnapshot;
  /** Codings whose stance, certainty or values now stand beside codes to which they do not belong. */
  readonly unpaired: readonly Id[];
  /** Passages and codings with values that make no code: too long, or of no property. */
  readonly skipped: readonly Id[];
}

/** "Stance", "denies": a code below the folder "Framewright". */
type Extra = readonly [group: string, value: string];

const rootName = 'Framewright';
/** A longer value is no name for a code. */
const longestValue = 100;

function idOfPath(path: readonly string[]): Id {
  return derivedId('extra', ...path);
}

function tidy(name: string): string {
  return name.replaceAll(pathSeparator, ' / ').replace(/\s+/g, ' ').trim();
}

/** Makes folders and codes as they are asked for; those that an earlier import brought are used again. */
function codeMaker(present: readonly Code[]) {
  const codes = new Map(present.map((code) => [code.id, code]));
  const made: Code[] = [];
  let order = Math.max(0, ...present.map((code) => code.order));
  const make = (path: readonly string[], kind: Code['kind']): Id => {
    const id = idOfPath(path);
    if (codes.has(id)) return id;
    const parent_id = path.length > 1 ? make(path.slice(0, -1), 'folder') : null;
    order += 1;
    const code: Code = {
      ...{ id, key: '', name: path.at(-1) ?? '', parent_id, order, kind, color: 'slate', mark: 'solid' },
      ...{ description: '', include: '', exclude: '', examples: [], rev: 1 },
    };
    codes.set(id, code);
    made.push(code);
    return id;
  };
  return { made, codeOf: ([group, value]: Extra): Id => make([rootName, group, value], 'code') };
}

function extrasOf(snapshot: ProjectSnapshot) {
  const skipped: Id[] = [];
  const properties = byId(snapshot.properties);
  const actors = byId(snapshot.actors);
  const ofValues = (owner: Id, values: PropertyValues = {}): readonly Extra[] =>
    Object.entries(values).flatMap(([id, value]): readonly Extra[] => {
      const property = properties.get(id);
      const all = typeof value === 'object' ? value : [valueText(value)];
      return all.flatMap((each): readonly Extra[] => {
        const name = tidy(property?.type === 'actor' ? (actors.get(each)?.name ?? each) : each);
        if (property !== undefined && name !== '' && name.length <= longestValue) {
          return [[tidy(property.name) || property.key, name]];
        }
        skipped.push(owner);
        return [];
      });
    });
  return {
    skipped,
    ofAnnotation: ({ id, voice, speaker_ids = [], round, review, values }: Annotation): readonly Extra[] => [
      ...(voice === undefined ? [] : [['Voice', voice] as const]),
      ...speaker_ids.map((id) => ['Speaker', tidy(actors.get(id)?.name ?? id)] as const),
      ...(round > 1 ? [['Round', String(round)] as const] : []),
      ...(review === undefined ? [] : [['Review', review.replaceAll('_', ' ')] as const]),
      ...ofValues(id, values),
    ],
    ofCoding: ({ id, stance, certainty, values }: Coding): readonly Extra[] => [
      ...(stance === undefined ? [] : [['Stance', stance] as const]),
      ...(certainty === undefined ? [] : [['Certainty', certainty] as const]),
      ...ofValues(id, values),
    ],
  };
}

/**
 * The project with what others have no word for as codes on the same passages: "Framewright > Stance > denies". Ids
 * of these codes and codings are made of what they say, so that each export makes the same.
 */
export function extrasAsCodes(snapshot: ProjectSnapshot): ExtendedSnapshot {
  const { made, codeOf } = codeMaker(snapshot.codes);
  const { ofAnnotation, ofCoding, skipped } = extrasOf(snapshot);
  const unpaired: Id[] = [];
  const extend = (annotation: Annotation): Annotation => {
    const { id, codings, created_at } = annotation;
    const wanted = ofAnnotation(annotation).map((extra) => ({ extra, at: created_at }));
    const perCoding = codings.map((coding) => ({ coding, extras: ofCoding(coding) }));
    const alike = new Set(perCoding.map(({ extras }) => JSON.stringify(extras)));
    for (const { coding, extras } of perCoding) {
      if (extras.length > 0 && alike.size > 1) unpaired.push(coding.id);
      wanted.push(...extras.map((extra) => ({ extra, at: coding.created_at })));
    }
    const coded = new Set(codings.map(({ code_id }) => code_id));
    const more = wanted.flatMap(({ extra, at }): readonly Coding[] => {
      const code_id = codeOf(extra);
      if (coded.has(code_id)) return [];
      coded.add(code_id);
      const origin = annotation.origin;
      return [{ id: derivedId(id, code_id), code_id, code_rev: 1, origin, created_at: at, modified_at: at }];
    });
    return more.length === 0 ? annotation : { ...annotation, codings: [...codings, ...more] };
  };
  const annotations = snapshot.annotations.map(extend);
  return { snapshot: { ...snapshot, codes: [...snapshot.codes, ...made], annotations }, unpaired, skipped };
}
