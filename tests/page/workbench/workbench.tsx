import { assertDefined } from '@core/assert';
import { parseStructure } from '@core/structure/parse-structure';
import { App } from '@renderer/app/app';
import { installHighlightStyles } from '@renderer/document/highlight-styles';
import { createRoot } from 'react-dom/client';
import { createFakeBridge, type FakeBridge } from '../../support/fake-bridge';
import '@renderer/ui/base.css';

/** What a test reaches into: the bridge, and a corpus of its own making. */
export interface WorkbenchHarness {
  readonly bridge: FakeBridge;
  /** What "Open corpus…" answers from now on. */
  offer(files: readonly { readonly path: string; readonly text: string }[]): void;
}

declare global {
  interface Window {
    workbenchHarness: WorkbenchHarness;
  }
}

/** Journal and texts outlast a reload, as main's do. */
const kept = {
  lines: (): readonly string[] => JSON.parse(localStorage.getItem('lines') ?? '[]') as readonly string[],
  texts: () => JSON.parse(localStorage.getItem('texts') ?? '[]') as readonly (readonly [string, string])[],
};

const bridge = createFakeBridge({
  lines: kept.lines(),
  keep: (lines) => {
    localStorage.setItem('lines', JSON.stringify(lines));
    localStorage.setItem('texts', JSON.stringify([...bridge.texts]));
  },
});
for (const [hash, text] of kept.texts()) bridge.texts.set(hash, text);

window.workbenchHarness = {
  bridge,
  offer: (files) => {
    bridge.offerCorpus(
      'wire',
      files.map((file) => ({
        ...file,
        structure: parseStructure(file.text, { icu: '', pathName: file.path }),
      })),
    );
  },
};
installHighlightStyles();
const root = assertDefined(document.getElementById('root'), 'the page holds the root');
createRoot(root).render(<App bridge={bridge} />);
