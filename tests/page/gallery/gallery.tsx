import '@renderer/ui/base.css';
import { moveCode } from '@core/codebook/move-code';
import type { Code } from '@core/model/code';
import { everyDocument } from '@core/query/document-filter';
import { CodeExamples } from '@renderer/codebook/code-examples';
import { CodeHistory } from '@renderer/codebook/code-history';
import { CodebookPanel } from '@renderer/codebook/codebook-panel';
import { CorpusPanel } from '@renderer/corpus/corpus-panel';
import { type CorpusReportRow, corpusLines, corpusSummary } from '@renderer/corpus/corpus-report';
import { filterDocuments } from '@renderer/corpus/filter-documents';
import { FirstStart } from '@renderer/corpus/first-start';
import { ImportProgress } from '@renderer/corpus/import-progress';
import { ImportReport } from '@renderer/corpus/import-report';
import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { codes as allCodes, counts, documents, pins as firstPins, manyCodes } from './gallery-data';

/** One component in one state, by #scene=...&width=..., for tests and for looking at. */
const query = new URLSearchParams(location.hash.slice(1));
const scene = query.get('scene') ?? 'codebook';
const isEmpty = query.has('empty');
function log(...words: readonly unknown[]): void {
  console.log(words.join(' '));
}

function Codebook() {
  const [codes, setCodes] = useState<readonly Code[]>(
    isEmpty
      ? []
      : query.has('many')
        ? manyCodes
        : query.has('archived')
          ? allCodes.map((code, n) => (n < 4 ? { ...code, archived_at: '2031-02-03T00:00:00.000Z' } : code))
          : allCodes,
  );
  const [selected, setSelected] = useState<string | null>(query.get('selected'));
  const [locked, setLocked] = useState(query.has('locked'));
  const [pins, setPins] = useState(isEmpty ? new Map<string, number>() : firstPins);
  const [problem, setProblem] = useState(query.get('problem'));
  const set = (code: Code, fields: object): void =>
    setCodes((now) => now.map((each) => (each.id === code.id ? { ...each, ...fields } : each)));
  return (
    <CodebookPanel
      codes={codes}
      counts={counts}
      documentCounts={counts}
      pins={pins}
      locked={locked}
      selected={selected}
      problem={problem}
      onDismissProblem={() => setProblem(null)}
      onSelect={setSelected}
      onCreate={(typed, below, kind) => {
        log('create', typed, below, kind);
        const [first] = allCodes;
        if (first === undefined || typed === 'taken') return false;
        const id = `new-${codes.length}`;
        setCodes([
          ...codes,
          { ...first, id, name: typed, parent_id: below, kind, order: 1000 + codes.length },
        ]);
        setSelected(id);
        return true;
      }}
      onSet={(code, fields) => {
        log('set', code.name, JSON.stringify(fields));
        if (fields.name === 'taken') {
          setProblem('There is a code of this name at this level already.');
          return false;
        }
        set(code, fields);
        return true;
      }}
      onMove={(code, parent, index) => {
        log('move', code.name, parent, index);
        for (const move of moveCode(codes, code, { parent, index })) set(move.code, move.fields);
      }}
      onRemove={(code) => {
        log('remove', code.name);
        setCodes(codes.filter(({ id }) => id !== code.id));
      }}
      onSearchIndicators={() => undefined}
      onPin={(code, key) => setPins(new Map([...pins, ...(key === null ? [] : [[code.id, key] as const])]))}
      onAction={(action) => {
        log('action', action);
        if (action === 'lock') setLocked(!locked);
      }}
      template="A template"
      onExclusive={(code, name) => {
        log('set in', code.name, name);
        set(code, { set: name ?? undefined });
      }}
      onArchive={(code, isArchived) => {
        log('archive', code.name, isArchived);
        set(code, { archived_at: isArchived ? '2031-02-03T00:00:00.000Z' : undefined });
      }}
      onMerge={(code) => log('merge', code.name)}
      onSplit={(code) => log('split', code.name)}
      onApply={(code) => log('apply', code.name)}
      withMemo={new Set()}
      renderSlots={() => ({
        memo: null,
        examples: (
          <CodeExamples
            examples={[
              {
                id: 'a',
                state: 'there',
                quote: 'The council spoke of hired hands.',
                document: 'Curfew lifted',
              },
              { id: 'b', state: 'gone' },
            ]}
            onAdd={() => log('add example')}
            onRemove={(id) => log('remove example', id)}
            onOpen={(id) => log('open example', id)}
          />
        ),
        history: <History />,
      })}
    />
  );
}

function History() {
  const [isOpen, setOpen] = useState(false);
  return (
    <CodeHistory
      isOpen={isOpen}
      onOpen={setOpen}
      revisions={[
        {
          ...{ rev: 2, at: '2031-01-04T10:00:00.000Z', coder_id: 'm', change_id: 'c' },
          events: [
            { kind: 'changed', field: 'name', before: 'Foreign hand', after: 'External interference' },
            { kind: 'merged-in', code_id: 'x', name: 'Outside money', codings: 3 },
          ],
        },
      ]}
      problem={null}
      codeNames={new Map()}
      coderNames={new Map([['m', 'M. Karel']])}
    />
  );
}

function Corpus() {
  const [selected, setSelected] = useState<string | null>(query.get('selected'));
  const [filter, setFilter] = useState({ ...everyDocument, words: '' });
  const rows = useMemo(() => (isEmpty ? [] : documents.slice(0, Number(query.get('rows') ?? 120))), []);
  return (
    <CorpusPanel
      rows={rows}
      found={filterDocuments(rows, filter.words)}
      filter={filter}
      choices={{ codes: [], attributes: [] }}
      documentsOf={() => 0}
      onFilter={setFilter}
      selected={selected}
      progress={{ done: 34, total: Number(query.get('rows') ?? 120) }}
      folded={query.has('folded')}
      importing={
        query.has('importing') && (
          <ImportProgress
            done={1240}
            total={10_000}
            current="wires/2031/01/norda-000412.txt"
            rate={318.4}
            onCancel={() => log('cancel')}
          />
        )
      }
      onSelect={(id) => {
        log('select', id);
        setSelected(id);
      }}
      onOpen={(kind) => log('open', kind)}
      onCheck={() => log('check')}
    />
  );
}

function Report() {
  return (
    <ImportReport
      onClose={() => log('close')}
      summary={corpusSummary(reportRows)}
      lines={corpusLines(reportRows, (id) => log('open', id))}
    />
  );
}

const reportRows: readonly CorpusReportRow[] = [
  { path: 'wires/0001.txt', outcome: 'imported' },
  { path: 'wires/0002.txt', outcome: 'imported' },
  { path: 'wires/0003.txt', outcome: 'imported' },
  { path: 'wires/0004.txt', outcome: 'duplicate' },
  { path: 'wires/scan.pdf', outcome: 'skipped', problem: { code: 'unknown-kind', detail: '.pdf' } },
  { path: 'wires/.index', outcome: 'skipped', problem: { code: 'unknown-kind', detail: 'hidden' } },
  {
    path: 'wires/locked.txt',
    outcome: 'skipped',
    problem: { code: 'no-permission', detail: 'EACCES' },
  },
  {
    path: 'wires/a-long-folder-name/another-long-folder-name/old-dispatch.txt',
    outcome: 'repaired',
    repairs: [
      { code: 'line-ends', count: 112 },
      { code: 'control-characters', count: 1 },
    ],
  },
  { path: 'wires/short.txt', outcome: 'imported', guess: 'windows-1251', document_id: 'short' },
];

const scenes: Readonly<Record<string, () => React.ReactNode>> = {
  codebook: Codebook,
  corpus: Corpus,
  'first-start': () => (
    <FirstStart
      coderName="M. Karel"
      onCoderName={(name) => log('coder', name)}
      onOpen={(kind) => log('open', kind)}
      onSample={() => log('sample')}
      onImport={() => log('import')}
    />
  ),
  report: Report,
};
const Scene = scenes[scene] ?? Codebook;
const width = query.get('width');
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <main style={{ width: width === null ? '100%' : Number(width), height: '100%' }}>
      <Scene />
    </main>,
  );
}
