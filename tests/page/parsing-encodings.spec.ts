import { asWritten, encodeLegacy, encodeUtf16 } from '../support/legacy-bytes';
import { encodings, texts } from '../support/legacy-texts';
import { expect, test } from '../support/page-test';
import { serveParser, sharedParser } from '../support/parser-page';

serveParser();

/** Below this a person is asked: import-corpus.ts. */
const doubtful = 0.3;

function encode(text: string, label: string): Uint8Array {
  if (label === 'utf-8') return Buffer.from(text);
  if (label === 'utf-16le' || label === 'utf-16be')
    return encodeUtf16(text, label === 'utf-16le' ? 'le' : 'be');
  return encodeLegacy(text, label);
}

/** As many characters as fill so many bytes, from the so-manieth word on; over and over where the text is shorter. */
function excerpt(text: string, label: string, bytes: number, word: number): string {
  const separator = text.includes(' ') ? ' ' : '';
  const words = separator === '' ? Array.from(text) : text.split(' ');
  const from = word % words.length;
  const turned = [...words.slice(from), ...words.slice(0, from)].join(separator);
  const each = encode(turned, label).length;
  const whole = Array.from((turned + separator).repeat(Math.ceil(bytes / each)));
  const characters = Math.floor((whole.length * bytes) / encode(whole.join(''), label).length);
  return whole.slice(0, Math.max(1, characters)).join('').trim();
}

interface Case {
  readonly name: string;
  readonly size: number;
  readonly text: string;
  readonly base64: string;
}

const sizes = [
  [20, 12],
  [200, 6],
  [20_000, 1],
] as const;

const cases: readonly Case[] = Object.entries(encodings).flatMap(([label, languages]) =>
  languages.flatMap((language) =>
    sizes.flatMap(([size, times]) =>
      Array.from({ length: times }, (_, n): Case => {
        const own = label.startsWith('utf-') ? texts[language] : asWritten(texts[language], label);
        const text = excerpt(own, label, size, n * 3);
        const base64 = Buffer.from(encode(text, label)).toString('base64');
        return { name: `${label} ${language} ${size} ${n}`, size, text, base64 };
      }),
    ),
  ),
);

test('twelve encodings, eight languages, three lengths: a text is read as it is, or somebody is asked', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const parser = await sharedParser(page);
  const answers = await parser.evaluate(async (given) => {
    const found = [];
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const outcome = await window.handler?.({ id: 1, path: `${name}.txt`, bytes, icu: '78.2' });
      const document = outcome?.ok === true ? outcome.value[0] : undefined;
      found.push(
        document === undefined
          ? null
          : { text: document.text, label: document.encoding.label, sure: document.encoding.confidence },
      );
    }
    return found;
  }, cases);
  const told = cases.map(({ name, size, text }, at) => {
    const answer = answers[at] ?? null;
    const isRight = answer?.text === text;
    const isSilent = !isRight && answer !== null && answer.sure >= doubtful;
    return {
      size,
      isRight,
      isSilent,
      line: `${name}: ${answer?.label ?? 'refused'} ${answer?.sure ?? ''} ${text}`,
    };
  });
  expect(told.filter(({ isSilent }) => isSilent).map(({ line }) => line)).toEqual([]);
  const long = told.filter(({ size }) => size >= 200);
  const wrong = long.filter(({ isRight }) => !isRight).map(({ line }) => line);
  expect(wrong.length / long.length, wrong.join('\n')).toBeLessThanOrEqual(0.02);
});
