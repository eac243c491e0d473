/** The way in for codebooks: files of two formats and the template, compared with the codebook that is here. */
import { chosenCodebook, type FieldChoice } from '@core/exchange/codebook-choice';
import type { CodebookFile } from '@core/exchange/codebook-file';
import { importCodebook } from '@core/exchange/codebook-import';
import { decodeCodebook } from '@core/exchange/codebook-json';
import { type StagedCodebook, stageCodebook } from '@core/exchange/codebook-stage';
import type { ImportFile } from '@preload/contract';
import template from '@resources/templates/intervention-framing.codebook.json';
import { createSource, type Observable } from '../data/observable';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { problemWords, readCodebookFile } from './codebook-file';
import { codebookOf, undoKeys } from './codebook-use';
import { commitOrTell } from './commit-ahead';
import type { Done } from './done';
import type { Workbench } from './open-workbench';
import type { ImportText } from './staged-import';
import { alert, announce, setView } from './view-state';

/** What is compared in the dialog. */
export interface StagedFile {
  readonly name: string;
  readonly staged: StagedCodebook;
}

const stagedFile = createSource<StagedFile | null>(null);
/** What dialog "Import codebook" shows. */
export const codebookImport: Observable<StagedFile | null> = stagedFile;

export const templateName: string = template.name;

function stage(workbench: Workbench, file: CodebookFile): StagedCodebook {
  return stageCodebook(file, codebookOf(workbench), workbench.context());
}

/** Asks for a file and shows what it would bring; `review` does that for a file of another program. */
export async function chooseCodebook(
  workbench: Workbench,
  review: (workbench: Workbench, file: ImportFile, grant: string) => Promise<void>,
): Promise<void> {
  const grant = await workbench.bridge.chooseImport();
  if (grant === null) return;
  const raw = await workbench.bridge.readImport(grant.token);
  if (raw.ok && raw.value.kind === 'text') reviewCodebook(workbench, raw.value);
  else if (raw.ok) await review(workbench, raw.value, grant.token);
  else alert(problemSentence({ file: grant.name, ...raw.error }));
}

/** Shows what a codebook file would bring; a file of which nothing could be read is told of instead. */
export function reviewCodebook(workbench: Workbench, { name, text }: ImportText): void {
  const file = readCodebookFile(text);
  if (file.codes.length === 0 && file.problems.length > 0) {
    alert(t('codebook:inFile', { name, problem: problemWords(file).join(' ') }));
    return;
  }
  show({ name, staged: stage(workbench, file) });
}

function show(file: StagedFile): void {
  stagedFile.set(file);
  setView({ dialog: 'import-codebook' });
}

/** Takes the template in: at once where there are no codes yet, else what of it was chosen. */
export async function startFromTemplate(workbench: Workbench): Promise<void> {
  const staged = stage(workbench, decodeCodebook(template));
  if (codebookOf(workbench).codes.length > 0) {
    show({ name: template.name, staged });
    return;
  }
  const count = await take(workbench, staged, new Map());
  if (count !== null) announce(t('codebook:templateTaken', { count: count.added, undo: undoKeys() }));
}

/** Brings in what the dialog shows, as far as it was chosen: one step. */
export async function takeStaged(
  workbench: Workbench,
  { name, staged }: StagedFile,
  choice: FieldChoice,
): Promise<void> {
  const done = await take(workbench, staged, choice);
  if (done === null) return;
  const { added, changed } = done;
  announce(
    added + changed === 0
      ? t('codebook:importedNothing', { name })
      : t('codebook:imported', {
          ...{ name, changed, undo: undoKeys() },
          added: t('codebook:codesCount', { count: added }),
        }),
  );
}

interface Taken {
  readonly added: number;
  readonly changed: number;
}

/** null, and said, where it was refused. */
async function take(
  workbench: Workbench,
  staged: StagedCodebook,
  choice: FieldChoice,
): Promise<Taken | null> {
  const chosen = chosenCodebook(staged, choice);
  const imported = importCodebook(codebookOf(workbench), chosen.staged, chosen.take);
  if (!imported.ok) {
    alert(t(`coding:${imported.error}`));
    return null;
  }
  const { drafts, added, changed, refused } = imported.value;
  if (drafts.length > 0 && !(await commitOrTell(workbench, drafts))) return null;
  for (const { code, problem } of refused)
    alert(t('codebook:importRefused', { name: code.name, reason: t(`coding:${problem}`) }));
  return { added, changed };
}

/** For the command line: new codes come in; codes that differ stay as they are and are told of. */
export async function takeCodebookText(workbench: Workbench, { name, text }: ImportText): Promise<Done> {
  const staged = stage(workbench, readCodebookFile(text));
  const differing = staged.codes.filter(({ kind }) => kind === 'differs');
  const imported = importCodebook(codebookOf(workbench), staged, new Set());
  const problems = [
    ...problemWords(staged).map((problem) => t('codebook:inFile', { name, problem })),
    ...(differing.length === 0
      ? []
      : [
          t('codebook:importKept', {
            ...{ name, count: differing.length },
            first: differing[0]?.code.name ?? '',
          }),
        ]),
  ];
  const summary = { task: 'import', name };
  if (!imported.ok) {
    const refused = t('codebook:inFile', { name, problem: t(`coding:${imported.error}`) });
    return { summary: { ...summary, changes: 0, added: {} }, problems: [...problems, refused] };
  }
  const { drafts, added } = imported.value;
  const committed = await workbench.committer.commit(drafts);
  if (!committed.ok) {
    return {
      summary: { ...summary, changes: 0, added: {} },
      problems: [...problems, problemSentence({ file: name, ...committed.error })],
    };
  }
  return {
    summary: { ...summary, changes: drafts.length, added: added === 0 ? {} : { code: added } },
    problems,
  };
}
