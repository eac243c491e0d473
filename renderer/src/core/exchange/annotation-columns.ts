/** What a column of a table holds, as Frictionless table schemas name it. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'any';

export interface Column {
  readonly name: string;
  readonly type: FieldType;
  readonly description?: string;
}

function column<const N extends string>(name: N, type: FieldType, description?: string) {
  return description === undefined ? { name, type } : { name, type, description };
}

/**
 * The columns of annotations.csv, in order; those of attributes and properties come after them. Names and order
 * are an API: scripts rely on them. `review`, `copy_group` and `copied_from` are kept for features to come.
 */
export const annotationColumns = [
  column('annotation_id', 'string'),
  column('document_id', 'string'),
  column('document', 'string', 'Title of the document'),
  column('path', 'string', 'Relative to the imported folder'),
  column('coder', 'string', 'Name of the coder'),
  column('code_id', 'string', 'Empty for a passage without a coding'),
  column('code', 'string', 'Name of the code'),
  column('code_path', 'string', 'Names from the top of the codebook, joined by " > "'),
  column('start', 'integer', 'UTF-16 units of the frozen text'),
  column('end', 'integer', 'UTF-16 units of the frozen text, exclusive'),
  column('start_codepoint', 'integer', 'Unicode code points: text[start_codepoint:end_codepoint] in Python'),
  column('end_codepoint', 'integer', 'Unicode code points, exclusive'),
  column('quote', 'string', 'The passage itself'),
  column('prefix', 'string', 'Up to 32 UTF-16 units before the passage'),
  column('suffix', 'string', 'Up to 32 UTF-16 units after the passage'),
  column('memo', 'string', 'Memos of the annotation as plain text'),
  column('created_at', 'datetime', 'Of the annotation'),
  column('modified_at', 'datetime', 'Of the annotation'),
  column('text_sha256', 'string', 'Of the UTF-8 of the frozen text'),
  column('coding_id', 'string'),
  column('level', 'string', 'passage or document'),
  column('coder_id', 'string'),
  column('round', 'integer', '1 for the first reading by this coder'),
  column('code_key', 'string', 'Survives renaming of the code'),
  column('code_rev', 'integer', 'Revision of the code when it was applied'),
  column('certainty', 'string', 'unsure or empty'),
  column('stance', 'string', 'affirms, denies, mentions or empty'),
  column('speaker', 'string', 'Speakers from outer to inner, joined by " > "'),
  column('voice', 'string', 'own, reported, direct, endorsed or empty'),
  column('block_kind', 'string', 'Kind of the block the passage begins in'),
  column('paragraph', 'integer', 'Number, from 1, of the paragraph the passage begins in'),
  column('sentence', 'integer', 'Number, from 1, of the first sentence the passage lies in or crosses'),
  column('words', 'integer', 'Words of the passage'),
  column('origin', 'string', 'How the coding came to be; of the annotation where there is no coding'),
  column('review', 'string'),
  column('copy_group', 'string'),
  column('copied_from', 'string'),
  column('coding_memo', 'string', 'Memos of the coding as plain text'),
  column('project', 'string', 'Name of the project'),
  column('document_order', 'integer', 'Position in the corpus'),
  column('escaped', 'string', 'Columns of this row that got a leading apostrophe, parted by spaces'),
] as const satisfies readonly Column[];

export type AnnotationColumn = (typeof annotationColumns)[number]['name'];
