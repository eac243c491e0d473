import annotations from '@resources/strings/annotations.en.json';
import attributes from '@resources/strings/attributes.en.json';
import codebook from '@resources/strings/codebook.en.json';
import coding from '@resources/strings/coding.en.json';
import common from '@resources/strings/common.en.json';
import copies from '@resources/strings/copies.en.json';
import corpus from '@resources/strings/corpus.en.json';
import encodings from '@resources/strings/encodings.en.json';
import exchange from '@resources/strings/exchange.en.json';
import imports from '@resources/strings/imports.en.json';
import keeping from '@resources/strings/keeping.en.json';
import memos from '@resources/strings/memos.en.json';
import passages from '@resources/strings/passages.en.json';
import passes from '@resources/strings/passes.en.json';
import problems from '@resources/strings/problems.en.json';
import projects from '@resources/strings/projects.en.json';
import reader from '@resources/strings/reader.en.json';
import search from '@resources/strings/search.en.json';
import shell from '@resources/strings/shell.en.json';
import speakers from '@resources/strings/speakers.en.json';
import steps from '@resources/strings/steps.en.json';
import versions from '@resources/strings/versions.en.json';
import i18next from 'i18next';

const english = {
  annotations,
  attributes,
  codebook,
  coding,
  common,
  copies,
  corpus,
  encodings,
  exchange,
  imports,
  keeping,
  memos,
  passages,
  passes,
  problems,
  projects,
  reader,
  search,
  shell,
  speakers,
  steps,
  versions,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof english;
    returnNull: false;
  }
}

const translator = i18next.createInstance();
void translator.init({
  lng: 'en',
  resources: { en: english },
  ns: Object.keys(english),
  defaultNS: 'common',
  initAsync: false,
  // Their defaults; said, they spare every look-up the question whether a key is a sentence.
  nsSeparator: ':',
  keySeparator: '.',
  // React and the DOM's own text content escape; escaping twice would show.
  interpolation: { escapeValue: false },
});

/** What was said without parts to fill in: a window says the same few hundred words again with each key. */
const said = new Map<unknown, unknown>();
translator.on('languageChanged', () => said.clear());

/** The words a person reads, by "file:key", from resources/strings. */
export const t = new Proxy(translator.t.bind(translator), {
  apply: (say, self, args: readonly unknown[]): unknown => {
    if (args.length > 1) return Reflect.apply(say, self, args);
    const [key] = args;
    const words: unknown = said.get(key) ?? Reflect.apply(say, self, args);
    said.set(key, words);
    return words;
  },
});

/** Made once: making one takes longer than a hundred numbers. */
const counts = new Intl.NumberFormat('en');

/** "12,480": whole numbers with separators. */
export function formatCount(count: number): string {
  return counts.format(count);
}
