import type { Span } from '../model/span';

const bodies =
  'Embassy|Ministry|Consulate|Mission|Office|Government|Council|Secretariat|Department|Agency|Commission|Parliament|Presidency|Delegation|Party|Committee|Union|Organi[sz]ation|Headquarters|Command';
const verbs = 'issues?|issued|releases?|released|publishes|published|makes|made';
const texts =
  '(?:(?:an?|the|its|official|joint|press|new) )*(?:statement|communiqu[eé]|declaration|release|comment|clarification)s?';
const russianBodies = 'Посольств|Министерств|МИД|Консульств|Правительств|Совет|Администраци|Комитет|Комисси';

/** How headlines say whose statement a text is; the group `issuer` is the body that issued it. */
const forms: readonly RegExp[] = [
  new RegExp(
    `^\\s*(?<issuer>(?=\\p{Lu})[^.!?:;]*?\\b(?:${bodies})\\b[^.!?:;]*?)\\s+(?:${verbs})\\s+${texts}\\b`,
    'du',
  ),
  new RegExp(
    `^\\s*(?:Official |Joint |Press )?Statement (?:by|of|from) (?:the )?(?<issuer>[^.!?:;]*?\\b(?:${bodies})\\b[^.!?:;]*?)(?:\\s+(?:on|about|regarding|concerning)\\b|\\s*$)`,
    'du',
  ),
  new RegExp(
    `^\\s*Заявление\\s+(?<issuer>(?:${russianBodies})\\S*(?:\\s+\\S+){0,4}?)(?:\\s+(?:о|об|по|в связи)\\s|\\s*$)`,
    'du',
  ),
  new RegExp(
    `^\\s*(?<issuer>(?:${russianBodies})\\S*(?:\\s+\\S+){0,5}?)\\s+(?:выступил\\S*|опубликовал\\S*)\\s+(?:с\\s+)?заявлени`,
    'du',
  ),
];

/** The body whose statement a headline announces. */
export function findIssuer(text: string, headline: Span): Span | undefined {
  const line = text.slice(headline.start, Math.min(headline.end, headline.start + 300));
  for (const form of forms) {
    const found = form.exec(line)?.indices?.groups?.['issuer'];
    if (found !== undefined) return { start: headline.start + found[0], end: headline.start + found[1] };
  }
  return undefined;
}
