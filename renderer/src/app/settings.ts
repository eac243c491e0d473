import { noPins, type Pins } from '@core/codebook/pins';
import { measures, projections, unitKinds } from '@core/exchange/counts/matrix-options';
import { defaultExportOptions, type ExportOptions, exportFormats } from '@core/exchange/export-options';
import { reportOrders } from '@core/exchange/report/report-options';
import type { Bridge, Json, ReadingPlace, Startup, ViewSettings } from '@preload/contract';
import { createSource, type Source } from '../data/observable';
import { createThrottle } from '../ui/throttle';

/** Settings of the view, for one coder on one device, with their keys of codes in the open project. */
export type Settings = ViewSettings & { readonly pins: Pins };

export interface SettingsSource extends Source<Settings> {
  /** Where the coder read last in this project; null before anything was read. */
  readonly place: () => ReadingPlace | null;
  /** Takes note of it: it is kept within seconds, and nothing is drawn for it. */
  readonly keepPlace: (place: ReadingPlace) => void;
  /** Keeps at once what was changed; done when it is on the disk. */
  flush(): Promise<void>;
}

/** What each panel has at first: pixels of width, percent of height. */
export const firstSizes = { sidebar: 300, inspector: 320, corpus: 50, list: 60 } as const;

export const firstSettings: Settings = {
  theme: 'system',
  text_step: 0,
  measure: 'normal',
  line_height: 'normal',
  typeface: 'serif',
  motion: 'system',
  single_keys: true,
  hidden_panels: [],
  panel_sizes: firstSizes,
  export_options: {},
  table_columns: [],
  pins: noPins,
};

/** Milliseconds within which a change is handed to main. */
const pace = 400;
/** The same of where one reads, which changes with every key. */
const placePace = 3_000;

/**
 * A coder's settings of before. A coder whom the project knows by another id than this device does is the same
 * person, so theirs serve where the project's own has none.
 */
export function settingsOf({ settings, coder }: Startup, coderId: string): Settings {
  const view = settings.coders[coderId] ?? (coder === null ? undefined : settings.coders[coder.id]);
  return { ...firstSettings, ...view, pins: settings.pins[coderId] ?? noPins };
}

/** The settings as an observable that main keeps, soon after each change and before the window goes. */
export function openSettings(bridge: Bridge, startup: Startup, coderId: string): SettingsSource {
  const source = createSource(settingsOf(startup, coderId));
  let place = startup.settings.places[coderId] ?? null;
  let keeping: Promise<unknown> = Promise.resolve();
  const keep = (): void => {
    const { pins, ...view } = source.getSnapshot();
    // Only a convenience: that it cannot be kept is no reason to interrupt anybody.
    keeping = bridge.keepSettings({ coder_id: coderId, view, pins, place });
  };
  const throttle = createThrottle(keep, pace);
  const placeThrottle = createThrottle(keep, placePace);
  const flushAll = (): void => {
    throttle.flush();
    placeThrottle.flush();
  };
  const flush = async (): Promise<void> => {
    flushAll();
    await keeping;
  };
  bridge.onClosing(flush);
  // A page that is loaded anew has no other end.
  window.addEventListener('pagehide', flushAll);
  return {
    ...source,
    place: () => place,
    keepPlace: (next) => {
      if (place?.document_id === next.document_id && place.offset === next.offset) return;
      place = next;
      placeThrottle.touch();
    },
    set: (settings) => {
      if (Object.is(settings, source.getSnapshot())) return;
      source.set(settings);
      throttle.touch();
    },
    flush,
  };
}

/** The last choice in the export dialog; what of it no longer means anything has its default. */
export function exportOptionsOf(stored: Json): ExportOptions {
  const found = fieldsOf(stored);
  const flag = (name: 'exact' | 'excel' | 'withTexts' | 'extrasAsCodes'): boolean => {
    const value = found.get(name);
    return typeof value === 'boolean' ? value : defaultExportOptions[name];
  };
  const counted = fieldsOf(found.get('matrix') ?? null);
  const { matrix } = defaultExportOptions;
  return {
    // Which part of the project was chosen is forgotten: it could be missed in the next file.
    ...defaultExportOptions,
    format: exportFormats.find((known) => known === found.get('format')) ?? defaultExportOptions.format,
    ...{ exact: flag('exact'), excel: flag('excel') },
    ...{ withTexts: flag('withTexts'), extrasAsCodes: flag('extrasAsCodes') },
    reportBy: reportOrders.find((known) => known === found.get('reportBy')) ?? defaultExportOptions.reportBy,
    matrix: {
      unit: unitKinds.find((known) => known === counted.get('unit')) ?? matrix.unit,
      measure: measures.find((known) => known === counted.get('measure')) ?? matrix.measure,
      projection: projections.find((known) => known === counted.get('projection')) ?? matrix.projection,
      rollUp: counted.get('rollUp') === true,
      distinct: counted.get('distinct') === true,
    },
  };
}

/** An export as it was made, to be made again: the part of the project that was chosen included. */
export function repeatedOptionsOf(stored: Json): ExportOptions {
  const found = fieldsOf(stored);
  const part = fieldsOf(found.get('part') ?? null);
  const texts = (name: string): readonly string[] | null => {
    const value = part.get(name);
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : null;
  };
  const rounds = part.get('rounds');
  return {
    ...exportOptionsOf(stored),
    acceptedOnly: found.get('acceptedOnly') === true,
    part: {
      documents: texts('documents'),
      codes: texts('codes'),
      coders: texts('coders'),
      rounds: Array.isArray(rounds) ? rounds.filter((each) => typeof each === 'number') : null,
    },
  };
}

function fieldsOf(stored: Json): ReadonlyMap<string, Json | undefined> {
  return new Map(typeof stored === 'object' && stored !== null ? Object.entries(stored) : []);
}
