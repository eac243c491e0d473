import type { FieldKey } from '@core/structure/parsed-structure';

/** A report that never was, in the style of one kind of source, with what it says about itself. */
export interface StyledReport {
  readonly style: string;
  readonly text: string;
  readonly title: string;
  readonly values: Readonly<Partial<Record<FieldKey, string>>>;
}

interface Story {
  readonly headline: string;
  readonly deck: string;
  readonly place: string;
  readonly author: string;
  readonly paper: string;
  readonly body: readonly [string, string];
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const stories: readonly Story[] = [
  {
    ...{
      headline: 'Council of Harn hears its pilots on the lamp',
      deck: 'They want it lit before the winter',
    },
    ...{ place: 'Harn', author: 'Mira Castellane', paper: 'Harn Herald', year: 2031, month: 3, day: 21 },
    body: [
      'The council of the port met to hear its pilots, who asked for a new lamp before the winter sets in.',
      'No date was named. The harbour master said the money was there and the mast was not.',
    ],
  },
  {
    ...{ headline: 'Ferry to Aune sails again after the ice', deck: 'The first boat was full by noon' },
    ...{ place: 'Aune', author: 'Joren Talvik', paper: 'Aune Post', year: 2030, month: 12, day: 4 },
    body: [
      'The ferry left the quay with some three hundred people on board, the line said in a notice.',
      'It had been laid up for eleven weeks. Fishermen had brought bread and post across the ice.',
    ],
  },
  {
    ...{ headline: 'Order restored in Velda, interior ministry says', deck: 'Shops are to open within days' },
    ...{ place: 'Velda', author: 'Ilse Aubrant', paper: 'Velda Courier', year: 2029, month: 7, day: 30 },
    body: [
      'Streets were quiet and patrols had gone back to their barracks, the interior ministry told reporters.',
      'Traders said that they would wait. Most of the glass on the main street is still broken.',
    ],
  },
  {
    ...{ headline: 'Envoy leaves Tolvek without an agreement', deck: 'Both sides speak of a useful meeting' },
    ...{ place: 'Tolvek', author: 'Petra Nolde', paper: 'Tolvek Mail', year: 2032, month: 1, day: 9 },
    body: [
      'The envoy of the Compact left the capital after two days of talks that ended without a paper.',
      'A second meeting is not planned. His office said that the talks had been frank and useful.',
    ],
  },
  {
    ...{ headline: 'Railway workers of Keldova return to their posts', deck: 'Trains run, though late' },
    ...{ place: 'Keldova', author: 'Anton Reis', paper: 'Keldova Daily', year: 2031, month: 10, day: 16 },
    body: [
      'Railway workers went back to their posts after the board promised to pay what it owes them.',
      'The union keeps its strike fund open. It said that promises had been made before.',
    ],
  },
  {
    ...{ headline: 'Observers find the vote in Marsk calm and slow', deck: 'Long queues, few complaints' },
    ...{ place: 'Marsk', author: 'Hanne Okafor', paper: 'Marsk Gazette', year: 2028, month: 5, day: 2 },
    body: [
      'Observers found the vote calm and slow, with queues that went round the block until the evening.',
      'A full report will follow in the summer. Four stations opened late because keys were missing.',
    ],
  },
];

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const russianMonths =
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const two = (number: number): string => String(number).padStart(2, '0');
const monthOf = ({ month }: Story): string => months[month - 1] ?? '';
const iso = ({ year, month, day }: Story): string => `${year}-${two(month)}-${two(day)}`;
const russian: readonly (readonly [headline: string, place: string, body: string])[] = [
  [
    'Совет порта Харна выслушал лоцманов',
    'ХАРН',
    'Совет порта выслушал лоцманов, которые просят зажечь новый фонарь до зимы.',
  ],
  [
    'Паром на Ауне снова ходит после ледостава',
    'АУНЕ',
    'Паром отошёл от причала, на борту было около трёхсот человек.',
  ],
  [
    'В Вельде восстановлен порядок, заявили в министерстве',
    'ВЕЛЬДА',
    'На улицах спокойно, патрули вернулись в казармы.',
  ],
  [
    'Посланник покинул Толвек без соглашения',
    'ТОЛВЕК',
    'Посланник уехал из столицы после двух дней переговоров.',
  ],
  [
    'Железнодорожники Кельдовы вернулись на работу',
    'КЕЛЬДОВА',
    'Железнодорожники вернулись на работу после обещаний правления.',
  ],
  [
    'Наблюдатели назвали голосование в Марске спокойным',
    'МАРСК',
    'Наблюдатели назвали голосование спокойным и медленным.',
  ],
];

type Style = (story: Story, at: number) => Omit<StyledReport, 'style'>;

/** A new style is a row. */
const styles: Readonly<Record<string, Style>> = {
  'agency between slashes, year in the body': (story) => ({
    title: story.headline,
    text: `${story.headline}\n\n${story.deck}\n\n${story.place.toUpperCase()}, ${monthOf(story)} ${story.day}. /VERA/. ${story.body[0]} The last such meeting was on ${monthOf(story)} 1, ${story.year}.\n\n${story.body[1]}\n`,
    values: { agency: 'VERA', place: story.place.toUpperCase(), date: iso(story) },
  }),
  'agency in brackets and a byline': (story) => ({
    title: story.headline,
    text: `${story.headline}\n\nBy ${story.author}\n\n${monthOf(story)} ${story.day}, ${story.year}\n\n${story.place.toUpperCase()} (AP) — ${story.body[0]}\n\n${story.body[1]}\n`,
    values: { agency: 'AP', place: story.place.toUpperCase(), date: iso(story), byline: story.author },
  }),
  'place, day and agency before a dash': (story) => ({
    title: story.headline,
    text: `${story.headline}\n\n${story.place.toUpperCase()}, ${monthOf(story)} ${story.day}, ${story.year} (Reuters) - ${story.body[0]}\n\n${story.body[1]}\n\n(Reporting by ${story.author}; editing by Ada Voss)\n`,
    values: { agency: 'Reuters', place: story.place.toUpperCase(), date: iso(story) },
  }),
  'two dashes and the source below': (story) => ({
    title: story.headline,
    text: `${story.headline}\n\n${story.place.toUpperCase()}, ${monthOf(story)} ${story.day} (Xinhua) -- ${story.body[0]}\n\n${story.body[1]}\n\nPublished: ${iso(story)} 21:10\n`,
    values: { agency: 'Xinhua', place: story.place.toUpperCase(), date: iso(story) },
  }),
  'a newspaper, deck, byline and a line with the day': (story) => ({
    title: story.headline,
    text: `${story.headline}\n\n${story.deck}\n\nBy ${story.author}\n\n${story.day} ${monthOf(story)} ${story.year}\n\n${story.body[0]}\n\n${story.body[1]}\n`,
    values: { date: iso(story), byline: story.author },
  }),
  'Russian, agency between slashes': (story, at) => {
    const [headline, place, body] = russian[at] ?? ['', '', ''];
    const day = `${story.day} ${russianMonths[story.month - 1] ?? ''}`;
    return {
      title: headline,
      text: `${headline}\n\n${place}, ${day} ${story.year} года. /АНВ/. ${body} Об этом сообщили в пятницу.\n\nДругих подробностей пока нет, но их обещали сообщить позже.\n`,
      values: { agency: 'АНВ', place, date: iso(story) },
    };
  },
  'statement of an embassy': (story) => ({
    title: `Embassy of ${story.place} issues statement on the recent events`,
    text: `Embassy of ${story.place} issues statement on the recent events\n\nPublished: ${story.day} ${monthOf(story)} ${story.year}\n\n${story.body[0]}\n\n${story.body[1]}\n`,
    values: { issuer: `Embassy of ${story.place}`, date: iso(story) },
  }),
  'copied from a site, publisher and source below': (story) => ({
    title: story.headline,
    text: `${story.headline}\n\n${story.body[0]}\n\n${story.body[1]}\n\n${story.paper}, ${two(story.day)}.${two(story.month)}.${story.year}\n\nSource: VERA\n`,
    values: { publisher: story.paper, date: iso(story), agency: 'VERA' },
  }),
  'copied from a site, menu above and form below': (story) => ({
    title: story.headline,
    text: `All news\n${story.headline}\n\n${story.place.toUpperCase()}, ${monthOf(story)} ${story.day}, ${story.year}. /NORA/. ${story.body[0]}\n\n${story.body[1]}\n\nRelated Posts\n\nLeave a Reply\n`,
    values: { agency: 'NORA', place: story.place.toUpperCase(), date: iso(story) },
  }),
  'day of a data set before the text': (story) => ({
    title: story.headline,
    text: `date ${iso(story)}\n\n${story.headline}\n\n${story.place.toUpperCase()}, ${monthOf(story)} ${story.day}. /TASS/. ${story.body[0]}\n\n${story.body[1]}\n`,
    values: { agency: 'TASS', place: story.place.toUpperCase(), date: iso(story) },
  }),
};

/** Each story in each style. */
export const styledReports: readonly StyledReport[] = Object.entries(styles).flatMap(([style, write]) =>
  stories.map((story, at) => ({ style, ...write(story, at) })),
);
