import { type CodeNode, codeTree } from '@core/codebook/code-tree';
import type { Sha256 } from '@core/model/identity';
import { keyName } from '@core/reading/key-name';
import { isKeyName, isSingleKey, keyRow } from '@core/reading/key-table';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { readTexts } from '../data/read-texts';
import type { PassageListHandle } from '../passages/passage-list';
import type { PassageNames } from '../passages/passage-names';
import { PassagesView } from '../passages/passages-view';
import { t } from '../ui/strings';
import { keepTyped } from '../ui/typed-ahead';
import { documentNames } from './document-names';
import { inTurn, takeTurn } from './in-turn';
import { joinChosen } from './join-chosen';
import { openRow, openRowField } from './open-row';
import {
  acceptAll,
  type Chosen,
  chosenPassages,
  recodedCode,
  removeOnAll,
  repeatOnAll,
  toggleOnAll,
  unsureOnAll,
} from './passages-actions';
import { deskOf } from './passages-desk';
import { setListFocus, useStep } from './passages-in-step';
import { type RowPalette, RowPalettePane } from './passages-palette';
import { type Split, SplitCodePane } from './split-code-pane';
import { useDistinctOf } from './use-distinct-counts';
import { announce, getView, setView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** Passages of the whole project, with the reader's keys on every row. */
export function PassagesPane() {
  const workbench = useWorkbench();
  const { lists, bridge } = workbench;
  const desk = deskOf(workbench);
  const state = useObservable(desk.state);
  const tally = useObservable(lists.tally);
  const { single_keys: letters, ...settings } = useObservable(workbench.settings);
  const names = useNames();
  const distinct = useDistinctOf(workbench, state);
  const [palette, setPalette] = useState<RowPalette | null>(null);
  const [split, setSplit] = useState<Split | null>(null);
  const list = useRef<PassageListHandle>(null);
  const texts = useCallback(
    async (hashes: readonly Sha256[]) => (await readTexts(bridge, hashes)).texts,
    [bridge],
  );

  useEffect(() => {
    desk.open(getView().inHand);
  }, [desk]);
  useStep(workbench, desk, state);
  useEffect(() => {
    setListFocus(() => list.current?.focus());
    return () => setListFocus(null);
  }, []);
  const run = state.run?.number ?? null;
  useEffect(() => {
    // Where what had the focus is gone, another view, or the list of what was found before, the list takes it, also
    // from the view itself, which had it until there was a list; a control in use keeps it.
    const { activeElement } = document;
    const isLost =
      activeElement === null ||
      activeElement === document.body ||
      activeElement.matches('[data-pane]') ||
      activeElement.closest('[inert]');
    if (run !== null && isLost) list.current?.focus();
  }, [run]);

  const act = (work: (chosen: Chosen) => void | Promise<void>): void =>
    inTurn(async () => {
      const chosen = await chosenPassages(workbench, desk);
      if (chosen !== null) await work(chosen);
    });
  const openPalette = (mode: RowPalette['mode']): void => {
    const edges = list.current?.edges() ?? null;
    if (edges === null) return;
    // At once, before what is chosen was read: what is typed next is the name of a code, never a key of the list.
    setPalette({ mode, from: null, chosen: null, edges });
    inTurn(async () => {
      const chosen = await chosenPassages(workbench, desk);
      const from = mode === 'recode' && chosen !== null ? recodedCode(chosen) : null;
      if (chosen === null || (mode === 'recode' && from === null)) closePalette();
      else setPalette((open) => (open === null ? null : { ...open, from, chosen }));
    });
  };
  const openField = (field: 'memo' | 'speaker'): void => {
    const turn = takeTurn(() => openRowField(workbench, desk, field));
    if (turn !== undefined) keepTyped(turn);
  };
  const closePalette = (): void => {
    setPalette(null);
    list.current?.focus();
  };
  const pinned = (key: number): void => {
    const code = lists.codes.getSnapshot().find(({ id }) => settings.pins.keys[id] === key);
    if (code === undefined) announce(t('coding:noPin', { n: key }));
    else act((chosen) => toggleOnAll(chosen, code));
  };
  const keys: Readonly<Record<string, () => void>> = {
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((key) => [`${key}`, () => pinned(key)])),
    c: () => openPalette('code'),
    'Shift+C': () => openPalette('recode'),
    r: () => act(repeatOnAll),
    '.': () => act(repeatOnAll),
    u: () => act(unsureOnAll),
    x: () => act(removeOnAll),
    j: () => act(joinChosen),
    y: () => act(acceptAll),
    m: () => openField('memo'),
    w: () => openField('speaker'),
    F5: desk.askAgain,
    '?': () => setView({ dialog: 'keys' }),
  };
  const onKey = (event: KeyboardEvent): void => {
    const name = keyName(event.nativeEvent);
    if (name === null || (!letters && isSingleKey(name))) return;
    if (name === 'Alt+Left' && desk.backToTable()) event.preventDefault();
    const action = keys[name] ?? keyOfText(name);
    if (action === undefined) return;
    event.preventDefault();
    action();
  };

  return (
    <>
      <PassagesView
        desk={desk}
        state={state}
        names={names}
        distinct={distinct}
        total={tally.annotations}
        readTexts={texts}
        letters={letters}
        list={list}
        actions={{
          onCode: () => openPalette('code'),
          onRecode: () => openPalette('recode'),
          onUnsure: () => act(unsureOnAll),
          onSplit: () =>
            act((chosen) => {
              const code = recodedCode(chosen);
              if (code !== null) setSplit({ chosen, code });
            }),
          onAccept: () => act(acceptAll),
          onRemove: () => act(removeOnAll),
        }}
        onOpen={() => inTurn(() => openRow(desk))}
        onKey={onKey}
        onReader={() => setView({ view: 'read', back: null })}
      />
      {split === null ? null : (
        <SplitCodePane
          split={split}
          onClose={() => {
            setSplit(null);
            list.current?.focus();
          }}
        />
      )}
      {palette === null ? null : (
        <RowPalettePane
          palette={palette}
          onAct={(work) =>
            act(async (chosen) => {
              await work(chosen);
              const after = await chosenPassages(workbench, desk);
              // It may stay open for another code.
              if (after !== null) setPalette((open) => (open === null ? null : { ...open, chosen: after }));
            })
          }
          onClose={closePalette}
        />
      )}
    </>
  );
}

/** What a key says that acts in the text alone: pressed on a row, it must not do nothing without a word. */
function keyOfText(name: string): (() => void) | undefined {
  if (!isKeyName(name) || !isSingleKey(name) || keyRow(name)?.scope !== 'reader') return undefined;
  return () => announce(t('passages:keyOfText', { key: name }));
}

function useNames(): PassageNames {
  const { lists, coder } = useWorkbench();
  const codes = useObservable(lists.codes);
  const documents = useObservable(lists.documents);
  const attributes = useObservable(lists.attributes);
  const coders = useObservable(lists.coders);
  const actors = useObservable(lists.actors);
  const document = useMemo(() => documentNames(documents, attributes), [documents, attributes]);
  return useMemo(
    () => ({
      codes: withDepths(codeTree(codes)),
      codesById: new Map(codes.map((code) => [code.id, code])),
      ...{ document, attributes, coders, actors },
      self: coder.id,
    }),
    [codes, document, attributes, coders, actors, coder],
  );
}

function withDepths(nodes: readonly CodeNode[]): PassageNames['codes'] {
  return nodes.flatMap(({ code, depth, children }) => [{ code, depth }, ...withDepths(children)]);
}
