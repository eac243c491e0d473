import { languageName } from '@core/structure/language-names';
import { expect, test } from '@playwright/test';
import { loadLanguageDetector } from '@renderer/parsing/detect-language';

/** The same story, invented; `null` where nothing may be said. */
const told: readonly (readonly [tag: string | null, language: string, text: string])[] = [
  ['en', 'English', 'The council of the port met on Friday to hear its pilots, who asked for a new lamp.'],
  [
    'ru',
    'Russian',
    'Совет порта заслушал лоцманов, которые просили поставить новый фонарь до наступления зимы.',
  ],
  ['uk', 'Ukrainian', 'Рада порту заслухала лоцманів, які просили поставити новий ліхтар до настання зими.'],
  ['be', 'Belarusian', 'Рада порта выслухала лоцманаў, якія прасілі паставіць новы ліхтар да зімы.'],
  ['bg', 'Bulgarian', 'Съветът на пристанището изслуша лоцманите, които поискаха нов фар преди зимата.'],
  ['sr', 'Serbian', 'Савет луке саслушао је пилоте који су тражили нову светиљку пре почетка зиме.'],
  ['de', 'German', 'Der Rat des Hafens hörte am Freitag die Lotsen, die eine neue Lampe verlangen.'],
  ['fr', 'French', 'Le conseil du port a entendu vendredi ses pilotes, qui demandent un nouveau fanal.'],
  ['es', 'Spanish', 'El consejo del puerto oyó el viernes a sus prácticos, que piden un farol nuevo.'],
  [
    'tr',
    'Turkish',
    'Liman kurulu cuma günü kılavuz kaptanları dinledi; kıştan önce yeni bir fener istiyorlar.',
  ],
  ['ar', 'Arabic', 'استمع مجلس الميناء يوم الجمعة إلى المرشدين الذين طلبوا مصباحا جديدا قبل الشتاء.'],
  ['fa', 'Persian', 'شورای بندر روز جمعه سخنان راهنمایان را شنید که پیش از زمستان چراغی نو می‌خواهند.'],
  ['he', 'Hebrew', 'מועצת הנמל שמעה ביום שישי את הנווטים, שביקשו פנס חדש לפני החורף.'],
  ['zh', 'Chinese', '港口委员会星期五听取了引航员的意见，他们要求在冬天之前安装一盏新灯。'],
  ['ja', 'Japanese', '港の評議会は金曜日に水先人の話を聞き、彼らは冬の前に新しい灯を求めた。'],
  ['ka', 'Georgian', 'პორტის საბჭომ პარასკევს მოუსმინა ლოცმანებს, რომლებიც ახალ ფარანს ითხოვენ.'],
  ['hy', 'Armenian', 'Նավահանգստի խորհուրդը ուրբաթ օրը լսեց լոցմաններին, ովքեր նոր լապտեր են խնդրում։'],
  // Known to the library as one.
  [
    'id',
    'Indonesian',
    'Dewan pelabuhan mendengar para pandu pada hari Jumat, yang meminta lampu baru karena musim dingin.',
  ],
  [
    'ms',
    'Malay',
    'Majlis pelabuhan mendengar jurupandu pada hari Jumaat, yang meminta lampu baharu kerana musim sejuk.',
  ],
  // Not known to the library, which takes them for a neighbour.
  [null, 'Kazakh', 'Порт кеңесі қыс басталғанға дейін жаңа шам орнатуды сұраған лоцмандарды тыңдады.'],
  [null, 'Tajik', 'Шӯрои бандар рӯзи ҷумъа ба ҳидоятгарон, ки чароғи нав хостанд, гӯш дод.'],
  [
    null,
    'Macedonian',
    'Советот на пристаништето ги сослуша пилотите кои бараат нова светилка; куќата ќе чека.',
  ],
  [null, 'Pashto', 'د بندر شورا د جمعې په ورځ د لارښوونکو خبرې واورېدې چې نوې ډېوه یې غوښته.'],
  // Too short, or no words at all.
  [null, 'a name', 'Aune'],
  [null, 'digits', '1,204 5,310 (2031)'],
  [null, 'nothing', ''],
];

test('languages of the press are told by a sentence; what is not known is not said to be a neighbour', async () => {
  const detect = await loadLanguageDetector();
  const said = told.map(([, language, text]) => [detect(text)?.tag ?? null, language]);
  expect(said).toEqual(told.map(([tag, language]) => [tag, language]));
  for (const [tag, language] of told) if (tag !== null) expect(languageName(tag)).toBe(language);
});

test('how sure it is follows from how far the next one is; Malay without a word of its own is a guess', async () => {
  const detect = await loadLanguageDetector();
  const english = detect(told[0]?.[2] ?? '');
  expect(english?.confidence).toBe(0.9);
  const malay = detect('Para menteri bertemu pada hari Selasa di ibu kota untuk mandat misi itu yang baru.');
  expect(malay).toEqual({ tag: 'ms', confidence: 0.5 });
  for (const [, , text] of told) {
    const { confidence } = detect(text) ?? { confidence: 0.5 };
    expect(confidence).toBeGreaterThanOrEqual(0.5);
    expect(confidence).toBeLessThanOrEqual(0.9);
  }
});
