import { keyName } from '@core/reading/key-name';
import { isSingleKey } from '@core/reading/key-table';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { CodePalette, type PaletteTarget } from '../coding/code-palette';
import type { HitGridHandle } from '../search/hit-grid';
import type { HitNames } from '../search/search-names';
import { SearchView } from '../search/search-view';
import type { SearchActions } from '../search/search-view-props';
import { t } from '../ui/strings';
import { documentNames } from './document-names';
import { homeOf } from './hit-home';
import { inTurn } from './in-turn';
import {
  chooseAllHits,
  chooseDocument,
  codeChosen,
  createOnChosen,
  exportHits,
  forgetKept,
  keepSearch,
  openHit,
  takeKept,
} from './search-actions';
import { searchDeskOf } from './search-desk-of';
import { announce, setView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

const noCodes: ReadonlySet<string> = new Set();
const noSearches: readonly never[] = [];

/** Search over the whole corpus, and coding from what it finds. */
export function SearchPane() {
  const workbench = useWorkbench();
  const { lists } = workbench;
  const desk = searchDeskOf(workbench);
  const state = useObservable(desk.state);
  const codes = useObservable(lists.codes);
  const documents = useObservable(lists.documents);
  const attributes = useObservable(lists.attributes);
  const project = useObservable(lists.project);
  const tally = useObservable(lists.tally);
  const { single_keys: letters, pins } = useObservable(workbench.settings);
  const [palette, setPalette] = useState<PaletteTarget | null>(null);
  const grid = useRef<HitGridHandle>(null);
  const input = useRef<HTMLInputElement>(null);
  const document = useMemo(() => documentNames(documents, attributes), [documents, attributes]);
  const names = useMemo(
    (): HitNames => ({
      ...{ document, attributes },
      home: homeOf(document, codes),
      codesById: new Map(codes.map((code) => [code.id, code])),
    }),
    [document, codes, attributes],
  );

  useEffect(() => {
    desk.open();
    // Back from a place the list goes on; else there is something to type.
    const { present, like } = desk.state.getSnapshot();
    if (present !== null) grid.current?.focus();
    else if (like === null) input.current?.focus();
  }, [desk]);

  const likeFound = state.present?.like ?? null;
  useEffect(() => {
    // Whoever asked from the text goes on in the list, once there is one.
    if (likeFound !== null) grid.current?.focus();
  }, [likeFound]);

  // The list is made anew: who asked again goes on in it.
  const isAskedAgain = useRef(false);
  const number = state.present?.number;
  useEffect(() => {
    if (number !== undefined && isAskedAgain.current) grid.current?.focus();
    isAskedAgain.current = false;
  }, [number]);

  const actions = useMemo((): SearchActions => {
    const openPalette = (): void => {
      const { present } = desk.state.getSnapshot();
      if (present !== null && present.found.place !== 'text') {
        announce(t('search:onlyTextCoded'));
        return;
      }
      const edges = grid.current?.edges() ?? null;
      const middle = window.innerHeight / 3;
      setPalette(edges ?? { top: middle, bottom: middle, left: window.innerWidth / 3 });
    };
    const keys: Readonly<Record<string, () => void>> = {
      c: openPalette,
      '/': () => input.current?.focus(),
      '?': () => setView({ dialog: 'keys' }),
    };
    return {
      onOpen: () => inTurn(() => openHit(workbench, desk)),
      onCode: openPalette,
      onAgain: () => {
        input.current?.focus();
        isAskedAgain.current = true;
        desk.ask({}, true);
      },
      onExport: () => void exportHits(workbench, desk),
      onChooseAll: () => chooseAllHits(desk),
      onChooseNone: () => {
        desk.select({ ...desk.state.getSnapshot().selection, base: noRows, chosen: noRows });
        grid.current?.focus();
      },
      onChooseDocument: () => void chooseDocument(desk),
      // These buttons go with what they do: the keyboard goes on in the field.
      onSave: () => {
        input.current?.focus();
        inTurn(() => keepSearch(workbench, desk));
      },
      onTakeSaved: (search) => takeKept(desk, search),
      onForget: (search) => {
        input.current?.focus();
        inTurn(() => forgetKept(workbench, search));
      },
      onEndLike: () => {
        input.current?.focus();
        desk.askLike(null);
      },
      onKey: (event) => {
        const name = keyName(event.nativeEvent);
        const action = name === null || (!letters && isSingleKey(name)) ? undefined : keys[name];
        if (action === undefined) return;
        event.preventDefault();
        action();
      },
    };
  }, [workbench, desk, letters]);
  const toList = useCallback(() => grid.current?.focus(), []);

  return (
    <>
      <SearchView
        {...{ desk, state, names, grid, input, actions }}
        documents={documents.length}
        saved={project?.searches ?? noSearches}
        onDown={toList}
      />
      {palette === null ? null : (
        <CodePalette
          target={palette}
          prompt={t(state.like === null ? 'search:codeFor' : 'search:codeForLike', {
            count: Math.max(1, state.selection.chosen.size),
          })}
          codes={codes}
          applied={noCodes}
          counts={tally.codings}
          pins={new Map(Object.entries(pins.keys))}
          locked={project?.codebook_locked === true}
          onToggle={(code) => inTurn(() => codeChosen(workbench, desk, code))}
          onCreate={(typed) => inTurn(() => createOnChosen(workbench, desk, typed))}
          onClose={() => {
            setPalette(null);
            grid.current?.focus();
          }}
        />
      )}
    </>
  );
}

const noRows: ReadonlySet<number> = new Set();
