import { assertDefined } from '@core/assert';
import { hues, type Mark, marks } from '@core/codebook/hues';

/** Pixels below the baseline of the first and the second underline, so that both can be told apart. */
const offsets = [3, 7] as const;

/** On a tint the quiet colours of datelines, decks and residue would not stand out enough to be read. */
const onTint = 'color: var(--text);';

/** Looks of passages, in hand or not, and where they lie over each other. */
const tinted = (name: string, colour: string): readonly [string, string] => [
  name,
  `background-color: var(--${colour}); ${onTint}`,
];

/** The look of every layer by its name, through custom properties of ui/tokens.css: a change of theme repaints nothing. */
export const highlightLooks: ReadonlyMap<string, string> = new Map([
  ...hues.flatMap((hue) => [
    tinted(`fw-tint-${hue}`, `tint-${hue}`),
    tinted(`fw-hand-${hue}`, `hand-${hue}`),
    ...marks.flatMap((mark) =>
      offsets.map((offset, index): readonly [string, string] => [
        `fw-line-${index + 1}-${hue}-${mark}`,
        `text-decoration: underline ${mark} var(--line-${hue}) ${thickness(mark)}; text-underline-offset: ${offset}px;`,
      ]),
    ),
  ]),
  tinted('fw-overlap-2', 'overlap-2'),
  tinted('fw-overlap-3', 'overlap-3'),
  [
    'fw-uncoded',
    'background-color: var(--uncoded); text-decoration: underline dotted var(--text-faint) 1.5px; text-underline-offset: 3px;',
  ],
  tinted('fw-hand-uncoded', 'overlap-3'),
  ['fw-cursor', 'background-color: var(--cursor-sentence);'],
  ['fw-pending', 'background-color: var(--pending); color: var(--pending-text);'],
  ['fw-hits', 'background-color: var(--found); text-decoration: overline 2px var(--found-now);'],
  ['fw-found', 'background-color: var(--found);'],
  ['fw-found-now', 'background-color: var(--found-now); color: var(--found-now-text);'],
]);

function thickness(mark: Mark): string {
  if (mark === 'double') return '1px';
  return mark === 'dotted' ? '2.5px' : '2px';
}

/**
 * Of the elements that hold the words of a text. A rule for a highlight that names no element is one for every element
 * of the page: each would have styles computed for every look, whenever its own are.
 */
export const pieceClass = 'fw-piece';

let sheet: CSSStyleSheet | null = null;
const present = new Set<string>();

/**
 * Gives a layer its look, the first time that it is painted. There are some 170 looks, and the engine weighs every rule
 * of a highlight for every element whenever styles are computed: all of them at once made that three times as slow.
 */
export function wearHighlight(name: string): void {
  if (present.has(name)) return;
  present.add(name);
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  const look = assertDefined(highlightLooks.get(name), `the layer ${name} has a look`);
  sheet.insertRule(`.${pieceClass}::highlight(${name}) { ${look} }`);
  // The system's colours take the tints away, and with them what tells the passage in hand from the others.
  if (name.startsWith('fw-hand-')) {
    const chosen = 'background-color: Highlight; color: HighlightText;';
    sheet.insertRule(
      `@media (forced-colors: active) { .${pieceClass}::highlight(${name}) { ${chosen} } }`,
      sheet.cssRules.length,
    );
  }
}
