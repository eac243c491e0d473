import '@renderer/ui/base.css';
import { moveCode } from '@core/codebook/move-code';
import type { Code } from '@core/model/code';
import { CodebookPanel } from '@renderer/codebook/codebook-panel';
import { CorpusPanel } from '@renderer/corpus/corpus-panel';
import { FirstStart } from '@renderer/corpus/first-start';
import { ImportReport } from '@renderer/corpus/import-report';
import { useState } from 'react';
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
    isEmpty ? [] : query.has('many') ? manyCodes : allCodes,
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
      onPin={(code, key) => setPins(new Map([...pins, ...(key === null ? [] : [[code.id, key] as const])]))}
      onLock={setLocked}
      onApply={(code) => log('apply', code.name)}
    />
  );
}

function Corpus() {
  const [selected, setSelected] = useState<string | null>(query.get('selected'));
  return (
    <CorpusPanel
      rows={isEmpty ? [] : documents.slice(0, Number(query.get('rows') ?? 120))}
      selected={selected}
      progress={{ done: 34, total: Number(query.get('rows') ?? 120) }}
      folded={query.has('folded')}
      importing={
        query.has('importing')
          ? {
              done: 1240,
              total: 10_000,
              current: 'wires/2031/01/norda-000412.txt',
              rate: 318.4,
              onCancel: () => log('cancel'),
            }
          : null
      }
      onSelect={(id) => {
        log('select', id);
        setSelected(id);
      }}
      onOpen={(kind) => log('open', kind)}
    />
  );
}

function Report() {
  return (
    <ImportReport
      onClose={() => log('close')}
      rows={[
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
      ]}
    />
  );
}

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
