import { createHash } from 'node:crypto';
import type { CodingSurface } from '@core/commands/code-target';
import type { CommandContext } from '@core/commands/command-context';
import type { Annotation, Coding } from '@core/model/annotation';
import type { Code } from '@core/model/code';
import type { Document } from '@core/model/document';
import type { Project } from '@core/model/project';

/** Records for the tests of pure functions: what a test does not name is of no interest to it. */
const time = '2031-01-01T00:00:00.000Z';

export function makeCode(fields: Partial<Code> & { readonly id: string }): Code {
  return {
    key: fields.id,
    name: fields.id,
    parent_id: null,
    order: 1,
    kind: 'code',
    color: 'blue',
    mark: 'solid',
    description: '',
    include: '',
    exclude: '',
    examples: [],
    rev: 1,
    ...fields,
  };
}

/** Codes in their order from an outline: "a", "a/b" below it; a path that ends in "/" is a folder. */
export function makeCodes(...paths: readonly string[]): readonly Code[] {
  return paths.map((path, n) => {
    const levels = path.replace(/\/$/, '').split('/');
    return makeCode({
      id: levels.at(-1) ?? '',
      parent_id: levels.at(-2) ?? null,
      order: n + 1,
      kind: path.endsWith('/') ? 'folder' : 'code',
    });
  });
}

export function makeProject(fields: Partial<Project> = {}): Project {
  return { id: 'project', name: 'Test', created_at: time, codebook_rev: 3, scope_rev: 1, ...fields };
}

/** Ids are "new-1", "new-2" and so on. */
export function makeContext(fields: Partial<CommandContext> = {}): CommandContext {
  let last = 0;
  return {
    newId: () => `new-${++last}`,
    now: '2031-02-02T00:00:00.000Z',
    coder_id: 'coder',
    round: 1,
    origin: 'hand',
    ...fields,
  };
}

export function makeCoding(code_id: string, fields: Partial<Coding> = {}): Coding {
  return {
    id: `coding-${code_id}`,
    code_id,
    code_rev: 1,
    origin: 'hand',
    created_at: time,
    modified_at: time,
    ...fields,
  };
}

export function makeAnnotation(fields: Partial<Annotation> = {}): Annotation {
  return {
    id: 'annotation',
    document_id: 'document',
    text_sha256: 'hash',
    coder_id: 'coder',
    round: 1,
    target: { kind: 'passage', start: 4, end: 9, quote: 'quick', prefix: 'The ', suffix: ' fox' },
    codings: [],
    origin: 'hand',
    created_at: time,
    modified_at: time,
    ...fields,
  };
}

export function makeSurface(
  text: string,
  codes: readonly Code[],
  annotations: readonly Annotation[] = [],
): CodingSurface {
  const document: Document = {
    id: 'document',
    title: 'Test',
    order: 1,
    path: 'test.txt',
    text_sha256: createHash('sha256').update(text).digest('hex'),
    raw_sha256: '',
    encoding: 'utf-8',
    length: text.length,
    words: 0,
    imported_at: time,
    values: {},
  };
  return { document, text, annotations, codes: new Map(codes.map((code) => [code.id, code])) };
}
