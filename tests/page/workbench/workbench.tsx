import { assertDefined } from '@core/assert';
import { parseStructure } from '@core/structure/parse-structure';
import type { Settings } from '@preload/contract';
import { App } from '@renderer/app/app';
import { type Command, commands } from '@renderer/app/commands';
import { openWorkbench } from '@renderer/app/open-workbench';
import { readerKeys } from '@renderer/app/reader-keys';
import { createRoot } from 'react-dom/client';
import { createFakeBridge, type FakeBridge } from '../../support/fake-bridge';
import type { FakeFile } from '../../support/fake-files';
import '@renderer/ui/base.css';

/** What a test reaches into: the bridge, and a corpus of its own making. */
export interface WorkbenchHarness {
  readonly bridge: FakeBridge;
  /** Every command, as the palette and the keys go by it. */
  readonly commands: readonly Pick<Command, 'id' | 'key' | 'name' | 'keyActs'>[];
  /** Names of the keys that the text answers to. */
  readonly readerKeys: readonly string[];
  /** What "Open corpus…" answers from now on. */
  offer(files: readonly FakeFile[]): void;
}

declare global {
  interface Window {
    workbenchHarness: WorkbenchHarness;
  }
}

/** Journal, texts and settings outlast a reload, as main's do. */
const kept = {
  settings: () =>
    JSON.parse(localStorage.getItem('settings') ?? '{"coders":{},"pins":{},"places":{}}') as Settings,
  lines: (): readonly string[] => JSON.parse(localStorage.getItem('lines') ?? '[]') as readonly string[],
  texts: () => JSON.parse(localStorage.getItem('texts') ?? '[]') as readonly (readonly [string, string])[],
};

const bridge = createFakeBridge({
  lines: kept.lines(),
  startup: { settings: kept.settings() },
  keepSettings: ({ coder_id, view, pins, place }) => {
    const { coders, pins: all, places } = kept.settings();
    const next: Settings = {
      coders: { ...coders, [coder_id]: view },
      pins: { ...all, [coder_id]: pins },
      places: place === null ? places : { ...places, [coder_id]: place },
    };
    localStorage.setItem('settings', JSON.stringify(next));
  },
  keep: (lines) => {
    localStorage.setItem('lines', JSON.stringify(lines));
    localStorage.setItem('texts', JSON.stringify([...bridge.texts]));
  },
});
for (const [hash, text] of kept.texts()) bridge.texts.set(hash, text);

window.workbenchHarness = {
  bridge,
  commands: commands.map(({ id, key, name, keyActs }) => ({ id, key, name, keyActs })),
  readerKeys: Object.keys(readerKeys),
  offer: (files) => {
    bridge.offerCorpus(
      'wire',
      files.map((file) => ({
        ...file,
        ...(file.table === undefined
          ? { structure: parseStructure(file.text, { icu: '', pathName: file.path }) }
          : {}),
      })),
    );
  },
};
const root = assertDefined(document.getElementById('root'), 'the page holds the root');
createRoot(root).render(<App bridge={bridge} opening={openWorkbench(bridge)} />);
