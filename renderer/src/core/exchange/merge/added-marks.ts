import type { Annotation } from '../../model/annotation';
import type { Document, Structure } from '../../model/document';
import type { JournalMarks } from './journal-marks';
import type { Mark } from './mark';
import { marksOfAdded } from './merge-sides';
import { markKey, valueId, whole } from './merged-kind';

type Named = readonly (readonly [string, Mark])[];

/** Of an annotation that comes in with its codings. */
export function annotationMarks(there: JournalMarks | null, { id, codings }: Annotation): Named {
  const own = marksOfAdded(there, 'annotation', id);
  return own.length === 0
    ? []
    : [...own, ...codings.flatMap((coding) => marksOfAdded(there, 'coding', coding.id, `${coding.id}/`))];
}

/** Of a document that comes in with its values and blocks. */
export function documentMarks(
  there: JournalMarks | null,
  { document, structure }: { readonly document: Document; readonly structure: Structure },
): Named {
  const markOf = (kind: 'value' | 'block', id: string): Mark | undefined =>
    there?.get(markKey(kind, id))?.fields.get(whole);
  const values = Object.keys(document.values).map((attribute) => ({
    name: `value/${attribute}`,
    mark: markOf('value', valueId(document.id, attribute)),
  }));
  // Nearly all blocks are as the rule made them: the mark of these is in the block.
  const blocks = structure.blocks
    .filter(({ source }) => source === 'hand')
    .map(({ id }) => ({ name: `block/${id}`, mark: markOf('block', id) }));
  return [
    ...marksOfAdded(there, 'document', document.id),
    ...[...values, ...blocks].flatMap(({ name, mark }) =>
      mark === undefined ? [] : [[name, mark] as const],
    ),
  ];
}
