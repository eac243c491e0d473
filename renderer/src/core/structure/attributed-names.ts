import { foldName } from '../codebook/fold-name';
import type { Span } from '../model/span';
import { attributionPhrases, attributionVerbs } from './attribution-words';
import { isNameVariant } from './name-variant';

/** A name that a text gives words to. Offered as a speaker, never applied unasked. */
export interface AttributedName {
  readonly name: string;
  /** What the text calls it beside the name: "ambassador", "spokeswoman of the port". */
  readonly roles: readonly string[];
  /** Where it is given words, UTF-16 units. */
  readonly places: readonly Span[];
}

const part = "\\p{Lu}[\\p{L}\\p{M}’'-]+";
const particle = '(?:de|del|da|do|van|von|al|bin|of|the)';
const initial = '\\p{Lu}\\.';
/** "J.P. Talvik" and "J. P. Talvik" too. */
const initials = `(?:${initial}[ \\u00A0]?){0,2}`;
const name = `(?<name>${initials}${part}(?:[ \\u00A0](?:${initial}|(?:${particle}[ \\u00A0]){0,2}${part})){0,3})`;
/** Words in small letters before a name or between commas behind it. */
const roleBefore = `(?:(?<before>(?:[\\p{Ll}-]+[ \\u00A0]){0,3}[\\p{Ll}-]+)[ \\u00A0])?`;
const roleBehind = `(?:,\\s(?<behind>(?:an?\\s|the\\s)?\\p{Ll}[^,.;:"“”«»\\n]{2,60}),)?`;
const verbs = attributionVerbs.map(spaced).join('|');
const phrases = attributionPhrases
  .flatMap((each) => [each, each.charAt(0).toUpperCase() + each.slice(1)])
  .map(spaced)
  .join('|');

/** Ways to give words to somebody; a new one is a row. */
const forms: readonly RegExp[] = [
  // "Ilse Aubrant, the ambassador, said", "Aubrant said".
  new RegExp(`(?<![\\p{L}\\p{N}])(?:The\\s)?${name}${roleBehind}\\s(?:${verbs})(?!\\p{L})`, 'dgu'),
  // "said Ilse Aubrant", "сказала посол Илзе Аубрант".
  new RegExp(`(?<!\\p{L})(?:${verbs})\\s(?:the\\s)?${roleBefore}${name}${roleBehind}`, 'dgu'),
  // "said the harbour master, Joren Talvik."
  new RegExp(
    `(?<!\\p{L})(?:${verbs})\\sthe\\s(?<before>[\\p{Ll}-]+(?:[ \\u00A0][\\p{Ll}-]+){0,3}),\\s${name}(?=[.,;:"”»]|\\s*$)`,
    'dgu',
  ),
  // "according to ambassador Ilse Aubrant".
  new RegExp(`(?<!\\p{L})(?:${phrases})\\s(?:the\\s)?${roleBefore}${name}${roleBehind}`, 'dgu'),
];
/** What begins a sentence or counts days, and names nobody. */
const noName =
  /^(?:He|She|It|They|We|You|I|Who|This|That|These|Those|There|What|Nobody|Everybody|Everyone|Somebody|Someone|Nothing|None|Some|Many|Most|Others|The|A|An|And|But|In|On|At|As|When|After|Before|However|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Он|Она|Они|Оно|Мы|Я|Это|Никто|Все|Кто|Что|Как|По|В|На|Но|И)(?![\p{L}’'-])/u;

/** UTF-16 units that are gone through for names in one go: more would be felt between two keys. */
const reach = 100_000;

/** The part of a text around a place in which names are looked for; the whole of most. */
export function textNear(text: string, at: number): string {
  if (text.length <= reach) return text;
  const half = reach / 2;
  const from = Math.max(0, Math.floor(at / half) * half - half / 2);
  return text.slice(from, from + reach);
}

/** Names of one text beside verbs and phrases of attribution, those with most words given to them first. */
export function attributedNames(text: string): readonly AttributedName[] {
  // The forms take a moment to be made ready, the first time that they meet a text.
  if (text === '') return [];
  const found = new Map<string, { name: string; roles: Set<string>; places: Span[] }>();
  // Two forms may meet in one name.
  const met = new Set<number>();
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const place = match.indices?.groups?.['name'];
      const said = match.groups?.['name'];
      if (place === undefined || said === undefined || noName.test(said)) continue;
      const key = foldName(said);
      const one = found.get(key) ?? { name: said, roles: new Set<string>(), places: [] };
      found.set(key, one);
      const [start, end] = place;
      if (met.has(start)) continue;
      met.add(start);
      one.places.push({ start, end });
      const role = roleOf(match.groups?.['behind'] ?? match.groups?.['before'] ?? '');
      if (role !== '') one.roles.add(role);
    }
  }
  return withoutParts([...found.values()])
    .map(({ name: full, roles, places }) => ({
      name: full,
      roles: [...roles],
      places: places.toSorted(inOrder),
    }))
    .sort((one, other) => other.places.length - one.places.length || first(one) - first(other));
}

/** "Aubrant" is Ilse Aubrant where the text names but one of that name in full. */
function withoutParts(
  all: readonly { name: string; roles: Set<string>; places: Span[] }[],
): readonly { readonly name: string; readonly roles: Set<string>; readonly places: readonly Span[] }[] {
  return all.filter((short) => {
    const [fullest, ...others] = all
      .filter((one) => one !== short && foldName(one.name).endsWith(` ${foldName(short.name)}`))
      .sort((one, other) => other.name.length - one.name.length);
    if (fullest === undefined) return true;
    // "J. Talvik" beside "Joren Talvik" is no second Talvik.
    if (others.some((other) => !isNameVariant(other.name, fullest.name))) return true;
    for (const place of short.places) fullest.places.push(place);
    for (const role of short.roles) fullest.roles.add(role);
    return false;
  });
}

function roleOf(words: string): string {
  const role = words.replace(/^(?:an?|the)\s/i, '').trim();
  return /^(?:that|to|on|in|at|by|it|and|but|as|how|why|его|её|что|и|в|на)(?:\s|$)/i.test(role) ? '' : role;
}

function inOrder(one: Span, other: Span): number {
  return one.start - other.start;
}

function first({ places }: AttributedName): number {
  return places[0]?.start ?? 0;
}

function spaced(words: string): string {
  return words.replace(/ /g, '\\s');
}
