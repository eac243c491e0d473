import { groupBy } from '../../group-by';
import type { Annotation } from '../../model/annotation';
import type { Code } from '../../model/code';
import type { Document } from '../../model/document';
import type { Id, Sha256 } from '../../model/identity';
import { valueCell } from '../annotation-rows';
import type { ExportStamp } from '../json-format';
import type { ProjectSnapshot } from '../project-snapshot';
import { hexOf } from '../refi/refi-color';
import { codingsInOrder, indexSnapshot, type SnapshotIndex } from '../snapshot-index';
import { escapeHtml, paragraphs } from './html';
import { passageContext } from './passage-context';
import type { ReportOrder } from './report-options';
import { reportStyle } from './report-style';

export interface ReportOptions extends ExportStamp {
  readonly by: ReportOrder;
}

interface Writer {
  readonly index: SnapshotIndex;
  readonly texts: ReadonlyMap<Sha256, string>;
}

const count = (n: number, one: string): string =>
  `${new Intl.NumberFormat('en').format(n)} ${one}${n === 1 ? '' : 's'}`;

const hue = (code: Code | undefined): string =>
  code === undefined ? '' : ` style="--hue: ${hexOf(code.color)}"`;

function nameOf(code: Code, { index }: Writer): string {
  const path = index.pathByCode.get(code.id) ?? code.name;
  const above = path.slice(0, path.length - code.name.length);
  return `${above === '' ? '' : `<span class="path">${escapeHtml(above)}</span>`}${escapeHtml(code.name)}`;
}

function codebookPart(writer: Writer): string {
  const { codes } = writer.index;
  if (codes.length === 0) return '<p class="nothing">There are no codes.</p>';
  return codes
    .map((code) => {
      const rules = [
        ['When to use', code.include],
        ['When not to use', code.exclude],
      ] as const;
      const shown = rules.filter(([, text]) => text !== '');
      const list = shown.map(([title, text]) => `<dt>${title}</dt><dd>${paragraphs(text)}</dd>`).join('');
      const definition = code.description === '' ? '' : paragraphs(code.description);
      return `<h3 id="c-${code.id}"${hue(code)}><span class="swatch"></span>${nameOf(code, writer)}</h3>
<div class="definition">${definition}</div>${shown.length === 0 ? '' : `<dl>${list}</dl>`}`;
    })
    .join('\n');
}

function sourceLine(annotation: Annotation, document: Document | undefined, { index }: Writer): string {
  const coder = index.coderById.get(annotation.coder_id)?.name ?? '';
  const values = index.attributes.flatMap(({ id }) => {
    const value = document?.values[id]?.value;
    return value === undefined ? [] : [String(valueCell(value))];
  });
  const speakers = (annotation.speaker_ids ?? []).flatMap((id) => index.actorById.get(id)?.name ?? []);
  const parts = [
    document?.title === '' || document === undefined ? (document?.path ?? '') : document.title,
    ...values,
    ...(speakers.length === 0 ? [] : [`speaker: ${speakers.join(' > ')}`]),
    ...(annotation.voice === undefined ? [] : [annotation.voice]),
    coder,
    ...(annotation.round > 1 ? [`round ${annotation.round}`] : []),
  ];
  return parts
    .filter((part) => part !== '')
    .map(escapeHtml)
    .join(' · ');
}

function codeLabel(id: Id, more: readonly (string | undefined)[], { index }: Writer): string {
  const code = index.codeById.get(id);
  const words = [code?.name ?? 'unknown code', ...more.filter((each) => each !== undefined)];
  return `<span class="code"${hue(code)}><span class="swatch"></span>${escapeHtml(words.join(' · '))}</span>`;
}

function memosOn(id: Id, { index }: Writer, label = ''): string {
  const memos = index.memosByTarget.get(id) ?? [];
  return memos.map(({ text }) => `<div class="memo">${label}${paragraphs(text)}</div>`).join('');
}

/** `under`: the code below which it stands, which need not be named again. */
function passage(annotation: Annotation, writer: Writer, under: Id | null): string {
  const { index, texts } = writer;
  const document = index.documentById.get(annotation.document_id);
  const context = passageContext(annotation, texts.get(annotation.text_sha256));
  const codings = codingsInOrder(index, annotation);
  const own = codings.find(({ code_id }) => code_id === under);
  const others = codings.filter(({ code_id }) => code_id !== under);
  const codes = others.map(({ code_id, stance, certainty }) =>
    codeLabel(code_id, [stance, certainty], writer),
  );
  const stated = [own?.stance, own?.certainty].filter((each) => each !== undefined);
  // A memo on a coding says on which, but below its own code.
  const memos = [
    memosOn(annotation.id, writer),
    ...codings.map(({ id, code_id }) =>
      memosOn(id, writer, code_id === under ? '' : codeLabel(code_id, [], writer)),
    ),
  ];
  const text =
    context === null
      ? '<p class="context">The whole document</p>'
      : `<p><span class="context">${escapeHtml(context.before)}</span><span class="quote">${escapeHtml(context.quote)}</span><span class="context">${escapeHtml(context.after)}</span></p>`;
  const first = index.codeById.get(under ?? codings[0]?.code_id ?? '');
  const line = [sourceLine(annotation, document, writer), ...stated.map(escapeHtml)].join(' · ');
  return `<article class="passage"${hue(first)} dir="auto">${text}${codes.join('')}${memos.join('')}<p class="source">${line}</p></article>`;
}

interface Group {
  readonly id: string;
  readonly heading: string;
  readonly color: string;
  readonly passages: readonly Annotation[];
  readonly under: Id | null;
  readonly memos: readonly Id[];
}

function groupsOf(writer: Writer, by: ReportOrder): readonly Group[] {
  const { index } = writer;
  if (by === 'document') {
    const own = groupBy(index.annotations, ({ document_id }) => document_id);
    return index.documents.map((document) => ({
      id: `d-${document.id}`,
      heading: escapeHtml(document.title === '' ? document.path : document.title),
      color: '',
      passages: own.get(document.id) ?? [],
      under: null,
      memos: [document.id],
    }));
  }
  const byCode = new Map<Id, Annotation[]>();
  for (const annotation of index.annotations) {
    for (const code of new Set(annotation.codings.map(({ code_id }) => code_id))) {
      const list = byCode.get(code) ?? [];
      list.push(annotation);
      byCode.set(code, list);
    }
  }
  const uncoded = index.annotations.filter(({ codings }) => codings.length === 0);
  const codes = index.codes.filter(({ kind, id }) => kind === 'code' || byCode.has(id));
  return [
    ...codes.map((code) => ({
      id: `p-${code.id}`,
      heading: `<span class="swatch"></span>${nameOf(code, writer)}`,
      color: hue(code),
      passages: byCode.get(code.id) ?? [],
      under: code.id,
      memos: [code.id],
    })),
    ...(uncoded.length === 0
      ? []
      : [{ id: 'uncoded', heading: 'Uncoded', color: '', passages: uncoded, under: null, memos: [] }]),
  ];
}

function groupPart(group: Group, writer: Writer): string {
  const memos = group.memos.map((id) => memosOn(id, writer)).join('');
  const passages =
    group.passages.length === 0
      ? '<p class="nothing">No passages.</p>'
      : group.passages.map((each) => passage(each, writer, group.under)).join('\n');
  return `<h3 id="${group.id}"${group.color}>${group.heading} <span class="number">${group.passages.length}</span></h3>${memos}
${passages}`;
}

/**
 * The project to be read and printed: one HTML file without a script, that loads nothing. Codebook with definitions,
 * then the passages by code or by document, each with what stands around it, its memos, and where it comes from.
 */
export function exportReport(
  snapshot: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  options: ReportOptions,
): string {
  const writer: Writer = { index: indexSnapshot(snapshot), texts };
  const { index } = writer;
  const groups = groupsOf(writer, options.by);
  const name = escapeHtml(snapshot.project.name);
  const facts = [
    count(index.documents.length, 'document'),
    count(index.annotations.length, 'passage'),
    count(index.codes.length, 'code'),
    options.exported_at.slice(0, 10),
    options.generator,
  ];
  const contents = groups.map(
    ({ id, heading, color, passages }) =>
      `<li${color}><a href="#${id}">${heading}</a> <span class="number">${passages.length}</span></li>`,
  );
  const memos = memosOn(snapshot.project.id, writer);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="${escapeHtml(options.generator)}">
<title>${name}</title>
<style>${reportStyle}</style>
</head>
<body>
<h1>${name}</h1>
<p class="facts">${facts.map(escapeHtml).join(' · ')}</p>
${memos}
<nav aria-label="Contents"><ul>${contents.join('\n')}</ul></nav>
<h2>Codebook</h2>
${codebookPart(writer)}
<h2>Passages by ${options.by}</h2>
${groups.map((group) => groupPart(group, writer)).join('\n')}
</body>
</html>
`;
}
