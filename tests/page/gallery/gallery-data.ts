import { appearance } from '@core/codebook/hues';
import type { Code } from '@core/model/code';
import type { DocumentRowData } from '@renderer/corpus/document-row';

/** Fictional throughout. */
const outline = `
External interference
- Foreign money
-- Grants to local associations by foundations abroad
--- Amounts named
-- Loans with political conditions
- Foreign instructors and training camps
- Information campaign from abroad, including social networks and satellite channels
Legitimacy
- Constitutional order
- Popular mandate
-- Turnout
-- Observers' verdict
- International recognition
Order restored
- Normal life resumes
- Transport and communications
- Detentions
Limited mandate
- Withdrawal announced
- Host government asked for it
/ Actors
- Government
-- Presidency
-- Ministry of the interior
-- Regional administrations (akimats) and their press services
- Opposition
- Foreign states
-- Neighbours
-- Distant powers
- Media
Domestic grievance
- Fuel prices
- Wages and working conditions in the extractive industries of the western regions
- Inequality
Violence
- Blamed on organised groups
- Blamed on the security forces
- Spontaneous
Économie
- Pertes chiffrées
Другие рамки
`;

function depthOf(line: string): number {
  return /^-*/.exec(line)?.[0].length ?? 0;
}

const lines = outline.trim().split('\n');

export const codes: readonly Code[] = lines.map((line, n) => {
  const parent = lines.slice(0, n).findLastIndex((above) => depthOf(above) === depthOf(line) - 1);
  return {
    id: `code-${n}`,
    key: `code_${n}`,
    name: line.replace(/^[-/ ]+/, ''),
    parent_id: depthOf(line) === 0 ? null : `code-${parent}`,
    order: n,
    kind: line.startsWith('/') ? 'folder' : 'code',
    ...appearance(n),
    description:
      n === 0 ? 'The events are presented as caused, paid for or steered from outside the country.' : '',
    include: n === 0 ? 'A foreign state, organisation or person is named or hinted at as the origin.' : '',
    exclude: n === 0 ? 'Not where a foreign state merely comments or offers help.' : '',
    examples: [],
    rev: 1,
  };
});

/** A codebook of a big project: fifty parents with nine codes each. */
export const manyCodes: readonly Code[] = Array.from({ length: 500 }, (_, n) => ({
  id: `many-${n}`,
  key: `many_${n}`,
  name: n % 10 === 0 ? `Group ${n / 10 + 1}` : `Code ${n}`,
  parent_id: n % 10 === 0 ? null : `many-${n - (n % 10)}`,
  order: n,
  kind: 'code',
  ...appearance(n),
  description: '',
  include: '',
  exclude: '',
  examples: [],
  rev: 1,
}));

export const counts = new Map(codes.map(({ id }, n) => [id, (n * 37) % 23 === 0 ? 1284 : (n * 7) % 19]));
export const pins = new Map([
  ['code-0', 1],
  ['code-8', 2],
  ['code-14', 3],
]);

const headlines = [
  'Peacekeepers begin leaving the northern district after a week, the ministry says',
  'Curfew lifted in Port Mirel',
  'Embassy: reports of outside involvement are “without any foundation whatsoever”, calls for restraint on all sides',
  'Fuel prices frozen for ninety days',
  'Parliament hears the interior minister on the January disturbances',
  'Rail links restored between the capital and the western fields',
  'Statement of the council of elders',
  'Комендантский час отменён в трёх областях',
] as const;
const agencies = ['NORDA', 'Telesk', 'Mirel Press', undefined] as const;

export const documents: readonly DocumentRowData[] = Array.from({ length: 300 }, (_, n) => {
  const agency = agencies[n % agencies.length];
  return {
    id: `document-${n}`,
    title: headlines[n % headlines.length] ?? '',
    path: `wires/${n}.txt`,
    ...(n % 7 === 3 ? {} : { date: `2031-01-${String(1 + (n % 28)).padStart(2, '0')}` }),
    ...(agency === undefined ? {} : { agency }),
    coded: n < 40 ? (n * 5) % 17 : 0,
    states: n < 34 ? ['done'] : n < 40 ? ['open'] : ['unread'],
  };
});
