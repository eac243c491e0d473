import { hues, marks } from '@core/codebook/hues';

/** Pixels below the baseline of the first and the second underline, so that both can be told apart. */
const offsets = [3, 7] as const;

/** On a tint the quiet colours of datelines, decks and residue would not stand out enough to be read. */
const onTint = 'color: var(--text);';

/**
 * The look of every layer, by custom properties of ui/tokens.css, so that a change of theme needs no repainting.
 * Made at run time since there are some 170 rules of one pattern.
 */
export function highlightRules(): string {
  const tints = hues.flatMap((hue) => [
    `::highlight(fw-tint-${hue}) { background-color: var(--tint-${hue}); ${onTint} }`,
    `::highlight(fw-hand-${hue}) { background-color: var(--hand-${hue}); ${onTint} }`,
  ]);
  const lines = hues.flatMap((hue) =>
    marks.flatMap((mark) =>
      offsets.map(
        (offset, index) =>
          `::highlight(fw-line-${index + 1}-${hue}-${mark}) { text-decoration: underline ${mark} var(--line-${hue}) ${mark === 'double' ? '1px' : mark === 'dotted' ? '2.5px' : '2px'}; text-underline-offset: ${offset}px; }`,
      ),
    ),
  );
  return [
    ...tints,
    ...lines,
    `::highlight(fw-overlap-2) { background-color: var(--overlap-2); ${onTint} }`,
    `::highlight(fw-overlap-3) { background-color: var(--overlap-3); ${onTint} }`,
    '::highlight(fw-uncoded) { background-color: var(--uncoded); text-decoration: underline dotted var(--text-faint) 1.5px; text-underline-offset: 3px; }',
    `::highlight(fw-hand-uncoded) { background-color: var(--overlap-3); ${onTint} }`,
    '::highlight(fw-cursor) { background-color: var(--cursor-sentence); }',
    '::highlight(fw-pending) { background-color: var(--pending); color: var(--pending-text); }',
    '::highlight(fw-hits) { background-color: var(--found); text-decoration: overline 2px var(--found-now); }',
    '::highlight(fw-found) { background-color: var(--found); }',
    '::highlight(fw-found-now) { background-color: var(--found-now); color: var(--found-now-text); }',
  ].join('\n');
}

/** Adds the rules to the page; returns the undo. */
export function installHighlightStyles(): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(highlightRules());
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
