/**
 * Languages by name. What a document's language is called is its value, as it is in archives and tables; programs go
 * by the tag (ISO 639-1).
 */
import { languageNames } from './language-table';

/** Names that archives print and CLDR does not have. */
const otherNames: Readonly<Record<string, string>> = {
  ...{ bengali: 'bn', farsi: 'fa', dari: 'fa', mandarin: 'zh', flemish: 'nl', castilian: 'es' },
  ...{ moldovan: 'ro', tagalog: 'tl', gaelic: 'ga', 'serbo-croatian': 'sr', myanmar: 'my' },
};
/** Languages other than English in which archives and tables name languages, beside each language's own. */
const namedIn = ['de', 'fr', 'es', 'it', 'pt', 'ru'];

type Names = ReadonlyMap<string, string>;

const namesIn = (language: string): Intl.DisplayNames =>
  new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });

const byEnglish = once(
  (): Names =>
    new Map([
      ...Object.entries(otherNames),
      ...[...languageNames].map(([tag, name]) => [name.toLowerCase(), tag] as const),
    ]),
);

/** A thousand names that the engine brings: asked for when a word is no English one. */
const byOthers = once((): Names => {
  const made = new Map<string, string>();
  const tags = [...languageNames.keys()];
  const add = (name: string | undefined, tag: string): void => {
    const folded = name?.toLowerCase();
    if (folded !== undefined && !made.has(folded)) made.set(folded, tag);
  };
  for (const language of namedIn) {
    const names = namesIn(language);
    for (const tag of tags) add(names.of(tag), tag);
  }
  for (const tag of tags) add(namesIn(tag).of(tag), tag);
  return made;
});

/** "Russian" for "ru"; undefined for what is no tag of a language. */
export function languageName(tag: string): string | undefined {
  return languageNames.get(tag);
}

/**
 * The tag of a language that is named by a tag of its own ("ru", "ru-RU", "pt_BR") or in words ("Russian", "ENGLISH",
 * "русский", "Russe"); undefined where the words name none.
 */
export function languageTag(words: string): string | undefined {
  const said = words.trim().toLowerCase();
  const [tag = ''] = /^[a-z]{2}(?=$|[-_])/.exec(said) ?? [];
  if (languageNames.has(tag)) return tag;
  const first = said.replace(/\s*[(;,].*$/u, '');
  const english = byEnglish().get(said) ?? byEnglish().get(first);
  return english ?? byOthers().get(said) ?? byOthers().get(first);
}

/** What the language that is named in any way is called; undefined where the words name none. */
export function languageCalled(words: string): string | undefined {
  const tag = languageTag(words);
  return tag === undefined ? undefined : languageName(tag);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
