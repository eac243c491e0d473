import { assertDefined } from '../../assert';
import { importReport, type Report } from '../import-report';
import type { ImportContext } from '../import-stage';
import { jsonFormat, jsonVersion } from '../json-format';
import type { FileCoder } from '../json-schema';
import { mergeReports } from '../merge-report';
import type { ProjectSnapshot } from '../project-snapshot';
import { type ImportSources, type StagedImport, stageImport } from '../stage-import';
import type { PositionReading } from './detect-dialect';
import { standardDialect } from './position-dialect';
import { isOwnOrigin, type ReadRefi } from './read-project';
import { nameless, type RefiStage } from './refi-stage';
import { stageRefiAnnotations } from './stage-refi-annotations';
import { stageRefiCodes } from './stage-refi-codes';
import { stageRefiDocuments } from './stage-refi-documents';
import { stageRefiLinks } from './stage-refi-links';
import { stageRefiMemos } from './stage-refi-memos';
import { stageRefiAttributes, stageRefiValues } from './stage-refi-values';

export interface StagedRefi extends StagedImport {
  /** How the positions were read, and how well the names of the selections agree with that. */
  readonly positions: PositionReading;
}

function stageCoders({ read, report, isOwn }: RefiStage): readonly FileCoder[] {
  return read.file.users.map(({ guid, name, id }): FileCoder => {
    if (name === undefined && !isOwn)
      report.note('repaired', 'coder', { id: guid, name: id }, 'name-missing');
    return {
      id: guid,
      name: name ?? (isOwn ? '' : (id ?? nameless('Coder', guid))),
      // To others it is a login.
      ...(isOwn && id !== undefined ? { initials: id } : {}),
    };
  });
}

function notePositions(report: Report, name: string, positions: PositionReading): void {
  const { unit, lineEnd, mark, end, matched, named } = positions;
  const asStandard = Object.entries(standardDialect).every(([key, value]) =>
    Object.entries(positions).some(([found, own]) => found === key && own === value),
  );
  if (asStandard) return;
  const detail = `${unit}, ${lineEnd}, ${mark}, ${end}: ${matched}/${named}`;
  report.note('repaired', 'file', { id: name, name: detail }, 'positions-converted');
}

/**
 * Compares a REFI project or codebook with the project and answers what to change, as an import of JSON does:
 * nothing that is here is changed, and importing a file twice adds nothing. What the file cannot say is no
 * difference to what is here.
 */
export function stageRefi(
  read: ReadRefi,
  sources: ImportSources,
  present: ProjectSnapshot,
  context: ImportContext,
): StagedRefi {
  const report = importReport();
  const stage: RefiStage = { read, present, report, isOwn: isOwnOrigin(read.file.origin) };
  for (const { outcome, record, item, reason } of read.file.remarks) {
    report.note(outcome, record, item, reason);
  }
  notePositions(report, read.file.origin, read.positions);
  const hashes = new Map(
    read.texts.map((text, at) => [text, assertDefined(sources.hashes[at], 'one hash a text')]),
  );
  const coders = stageCoders(stage);
  const attributes = stageRefiAttributes(stage);
  const codes = stageRefiCodes(stage);
  const documents = stageRefiDocuments(stage, hashes, stageRefiValues(stage, attributes));
  const annotations = stageRefiAnnotations(stage);
  const memos = stageRefiMemos(stage, annotations);
  const links = stageRefiLinks(stage, annotations);
  const file = {
    format: jsonFormat,
    version: jsonVersion,
    generator: read.file.origin,
    ...{ coders, attributes, codes, documents, annotations: annotations.annotations, memos, links },
  };
  const staged = stageImport({ file, texts: read.texts, loneSurrogates: 0 }, sources, present, context);
  return {
    ...staged,
    report: mergeReports(report.rows(), staged.report),
    positions: read.positions,
  };
}
