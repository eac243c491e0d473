import '@renderer/ui/base.css';
import { offeredSpeakers } from '@core/commands/speaker-offers';
import { defaultExportOptions } from '@core/exchange/export-options';
import type { Actor } from '@core/model/actor';
import type { Span } from '@core/model/span';
import { findInText, foldText } from '@core/reading/find-in-text';
import type {
  AnnotationActions,
  AnnotationItem,
  MemoFocus,
  MemoSlot,
} from '@renderer/annotations/annotation-item';
import { AnnotationsPanel } from '@renderer/annotations/annotations-panel';
import { KeysDialog } from '@renderer/app/keys-dialog';
import { FindBar } from '@renderer/document/find-bar';
import { ExportDialog } from '@renderer/export/export-dialog';
import { MemoBox } from '@renderer/memos/memo-box';
import { MemoEditor } from '@renderer/memos/memo-editor';
import type { MemoPlaces } from '@renderer/memos/memo-places';
import { Button } from '@renderer/ui/button';
import { type ReactNode, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { LinkRowsProps } from '../../../renderer/src/annotations/link-rows';
import { sampleItems } from './sample-annotations';

/** What the components asked for, in order, for tests to read. */
const calls: unknown[][] = [];
const log =
  (name: string) =>
  (...details: unknown[]): void => {
    calls.push([name, ...details]);
  };
Object.assign(window, { calls });

const actions: AnnotationActions = {
  onRemove: log('remove'),
  onRemoveCoding: log('removeCoding'),
  onUnsure: log('unsure'),
  onAccept: log('accept'),
  onStance: log('stance'),
  onSpeaker: (...details) => {
    log('speaker')(...details);
    return true;
  },
  onSpeakerEnd: log('speaker end'),
  onSpeakers: log('speakers'),
  onVoice: log('voice'),
  onJoin: log('join'),
  onLeave: log('leave'),
  onAddCode: log('addCode'),
};

const actors: readonly Actor[] = [
  { id: 'actor-1', name: 'The embassy', kind: 'organisation', aliases: ['the mission'] },
  { id: 'actor-2', name: 'Dana Orel', kind: 'person', aliases: ['the minister'] },
];

const links: Omit<LinkRowsProps, 'annotationId'> = {
  items: [
    {
      end: {
        link: { id: 'link-1', from: 'a', to: 'b', kind: 'contradicts', coder_id: 'coder-1' },
        direction: 'out',
        other: 'b',
      },
      name: '“Calm has returned” · Evening dispatch',
    },
  ],
  begun: { id: 'c', quote: 'The convoy halted' },
  coderId: 'coder-1',
  actions: {
    onBegin: log('beginLink'),
    onLink: log('link'),
    onCancel: log('cancelLink'),
    onOpen: log('openLink'),
    onRemove: log('removeLink'),
  },
};

/** One code is there, one annotation is not. */
const places: MemoPlaces = {
  stateOf: ({ kind }) => (kind === 'annotation' ? { state: 'gone' } : { state: 'there', name: 'The code' }),
  ask: () => undefined,
  search: (words) =>
    Promise.resolve(
      ['Order restored', 'Orderly retreat']
        .filter((label) => label.toLowerCase().includes(words.toLowerCase()))
        .map((label, index) => ({
          ...{ address: { kind: 'code', id: `code-${index}` }, label, detail: 'Order' },
        })),
    ),
  open: log('open'),
};

interface PanelStoryProps {
  readonly items: readonly AnnotationItem[];
  readonly taken?: string;
  readonly hasCodes?: boolean;
  readonly isDone?: boolean;
}

function PanelStory({ items, taken, hasCodes = true, isDone = false }: PanelStoryProps) {
  const [inHand, setInHand] = useState(taken ?? null);
  const [memoFocus, setMemoFocus] = useState<MemoFocus | null>(null);
  const [share, setShare] = useState(50);
  Object.assign(window, {
    take: setInHand,
    writeMemo: (annotationId: string) => setMemoFocus({ annotationId }),
  });
  return (
    <AnnotationsPanel
      items={items}
      inHand={inHand}
      hasCodes={hasCodes}
      doneBy={isDone ? { initials: 'M.K.', round: 1 } : null}
      onTake={setInHand}
      actions={actions}
      memoFocus={memoFocus}
      renderMemo={(slot) => <Memo slot={slot} items={items} />}
      actors={actors}
      speakers={offeredSpeakers({ actors, found: [] })}
      speakerFocus={null}
      links={links}
      document={<p>Quay of Aune</p>}
      listShare={share}
      onListShare={setShare}
    />
  );
}

function Memo({ slot, items }: { readonly slot: MemoSlot; readonly items: readonly AnnotationItem[] }) {
  const { kind, id } = slot.target;
  const memo = items
    .flatMap((item) => [item.memo, ...item.codings.map((coding) => coding.memo)])
    .find((one) => one?.target.kind === kind && one.target.id === id);
  const { isReadOnly } = slot;
  return (
    <MemoBox
      key={id}
      label={slot.label}
      isLabelHidden={slot.isLabelHidden}
      placeholder={slot.placeholder}
      markdown={isReadOnly ? '' : (memo?.markdown ?? '')}
      others={isReadOnly && memo !== undefined ? [{ memo, coderName: 'Ada' }] : []}
      isReadOnly={isReadOnly}
      places={places}
      autoFocusToken={slot.focus}
      onChange={(content) => log(kind === 'coding' ? 'codingMemo' : 'memo')(id, content)}
      onRest={log('rest')}
      onLeave={log('leaveMemo')}
    />
  );
}

/** A memo whose store answers after a while, as the real one does. */
function MemoStory() {
  const [stored, setStored] = useState('Said by the **ministry**.');
  const [isThere, setThere] = useState(true);
  const [token, setToken] = useState<object | null>(null);
  Object.assign(window, {
    store: setStored,
    showMemo: setThere,
    focusMemo: () => setToken({}),
  });
  return (
    <div style={{ padding: 16 }}>
      {isThere ? (
        <MemoEditor
          label="Memo"
          markdown={stored}
          placeholder="Why this code here?"
          places={places}
          autoFocusToken={token}
          onChange={(content) => {
            log('memo')(content, performance.now());
            setTimeout(() => setStored(content.markdown), 30);
          }}
          onLeave={log('leave')}
        />
      ) : null}
      <Button>Elsewhere</Button>
    </div>
  );
}

function FindStory() {
  const text = 'The envoy said the envoy’s visit had ended. ENVOY sources agreed.';
  const [query, setQuery] = useState('envoy');
  const [current, setCurrent] = useState(0);
  const found: readonly Span[] = findInText(foldText(text), query);
  return (
    <FindBar
      query={query}
      count={found.length}
      current={found.length === 0 ? null : current % found.length}
      focusToken={null}
      onQuery={setQuery}
      onStep={(step) => setCurrent(current + (step === 'next' ? 1 : found.length - 1))}
      onClose={log('close')}
    />
  );
}

function KeysStory() {
  const [on, setOn] = useState(true);
  return <KeysDialog singleKeys={on} onSingleKeys={setOn} onClose={log('close')} />;
}

function ExportStory() {
  const [options, setOptions] = useState(defaultExportOptions);
  return (
    <ExportDialog
      options={options}
      counts={{ annotations: 1214, codings: 2301, documents: 120 }}
      run={{ kind: 'choosing' }}
      losses={[]}
      records={{ documents: [], codes: [], coders: [], rounds: [] }}
      again={null}
      onAgain={log('again')}
      onOptions={setOptions}
      onExport={() => log('export')(options)}
      onClose={log('close')}
    />
  );
}

const stories: Readonly<Record<string, () => ReactNode>> = {
  full: () => <PanelStory items={sampleItems(60)} taken="annotation-2" />,
  nothing: () => <PanelStory items={sampleItems(12)} />,
  other: () => <PanelStory items={sampleItems(12)} taken="annotation-7" />,
  arabic: () => <PanelStory items={sampleItems(12)} taken="annotation-3" />,
  uncoded: () => <PanelStory items={sampleItems(12)} taken="annotation-4" />,
  memo: () => <PanelStory items={sampleItems(12)} taken="annotation-0" />,
  long: () => <PanelStory items={sampleItems(1500)} />,
  empty: () => <PanelStory items={[]} hasCodes={false} />,
  ready: () => <PanelStory items={[]} />,
  done: () => <PanelStory items={[]} isDone />,
  editor: () => <MemoStory />,
  export: () => <ExportStory />,
  find: () => <FindStory />,
  keys: () => <KeysStory />,
};

const wanted = new URLSearchParams(location.hash.slice(1));
const story = stories[wanted.get('story') ?? 'full'] ?? stories['full'];
const root = document.getElementById('root');
if (root !== null && story !== undefined) {
  root.style.height = '100%';
  const width = wanted.get('width');
  if (width !== null) root.style.width = `${width}px`;
  createRoot(root).render(<StrictMode>{story()}</StrictMode>);
}
