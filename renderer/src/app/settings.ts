import { noPins, type Pins } from '@core/codebook/pins';
import { defaultExportOptions, type ExportOptions } from '@core/exchange/export-options';
import { createSource, type Source } from '../data/observable';

/** Settings of the view, for one coder on one device: outside the journal, never shared. */
export interface Settings {
  /** Steps of text size: 0 is the default, each step some 6 %. */
  readonly textStep: number;
  readonly pins: Pins;
  /** Share of the inspector's height that the list of annotations has, in percent. */
  readonly listShare: number;
  /** Whether single letters, digits and signs act in the reader (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  readonly exportOptions: ExportOptions;
}

const initial: Settings = {
  textStep: 0,
  pins: noPins,
  listShare: 60,
  singleKeys: true,
  exportOptions: defaultExportOptions,
};

function read(key: string): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
    const found = new Map<string, unknown>(entries);
    // A field of another kind than ours gives way to the default.
    const fields = Object.entries(initial).map(([name, value]): [string, unknown] => {
      const own = found.get(name);
      return [name, typeof own === typeof value && own !== null ? own : value];
    });
    return { ...initial, ...Object.fromEntries(fields) };
  } catch {
    // Settings that cannot be read are no reason to stop: the defaults serve.
    return initial;
  }
}

/** The settings as an observable that also keeps them. */
export function openSettings(coderId: string): Source<Settings> {
  const key = `framewright-settings-${coderId}`;
  const source = createSource(read(key));
  return {
    ...source,
    set: (settings) => {
      source.set(settings);
      localStorage.setItem(key, JSON.stringify(settings));
    },
  };
}
