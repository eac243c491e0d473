import { packRefi } from '@core/exchange/refi/packed-refi';
import { parseStructure } from '@core/structure/parse-structure';
import type { Outcome, ParsedExchange, ParseJob, Problem } from '@preload/contract';
import { archiveProblem } from './file-problem';
import { type ProjectFileProblem, readProjectFile } from './read-project-file';
import { type RefiFileProblem, readRefiFile } from './read-refi-file';

/**
 * A project file, or a REFI project or codebook taken apart, or why it cannot be. What takes long is done here, where nobody waits:
 * unpacking, parsing, how positions are counted, sentences and blocks of each text.
 */
export async function parseExchange({ bytes, path, icu }: ParseJob): Promise<Outcome<ParsedExchange>> {
  const project = await readProjectFile(bytes);
  if (project?.ok === true) return { ok: true, value: { kind: 'project', ...project.value } };
  if (project !== null) return { ok: false, error: { ...problemOf(project.error), file: path } };
  const file = await readRefiFile(bytes);
  if (!file.ok) return { ok: false, error: { ...problemOf(file.error), file: path } };
  const { root, files, removed, positions } = file.value;
  const nameByText = new Map(
    file.value.file.sources.map(
      ({ guid, name }) => [file.value.resolved.get(guid)?.text, name ?? ''] as const,
    ),
  );
  const structures = new Map(
    file.value.texts.map((text) => [
      text,
      parseStructure(text, { icu, pathName: nameByText.get(text) ?? '' }),
    ]),
  );
  const packed = packRefi({ root, files, removed, positions, structures });
  return { ok: true, value: { kind: 'refi', read: packed } };
}

function problemOf(problem: RefiFileProblem | ProjectFileProblem): Omit<Problem, 'file'> {
  switch (problem.kind) {
    case 'invalid-xml':
      return { code: 'invalid-xml', detail: `${problem.line}:${problem.column} ${problem.detail}` };
    case 'too-deep':
    case 'too-many-attributes':
    case 'document-type':
      return { code: 'invalid-xml', detail: `${problem.line} (${problem.kind})` };
    case 'not-refi':
      return { code: 'not-exchange', detail: problem.root.slice(0, 100) };
    case 'no-manifest':
      return { code: 'archive-broken', detail: 'manifest.json' };
    case 'newer-version':
      return { code: 'not-exchange', detail: `version ${problem.version}` };
    case 'no-project':
      return { code: 'not-exchange', detail: 'project.qde' };
    // Nobody is asked for a password here.
    case 'encrypted':
      return { code: 'archive-encrypted', detail: problem.name };
    case 'broken-archive':
    case 'unsafe-entry':
    case 'entry-twice':
    case 'overlapping-entries':
    case 'too-many-entries':
    case 'bomb':
      return archiveProblem(problem);
  }
}
