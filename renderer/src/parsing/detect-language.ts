import type { DetectLanguage } from '@core/structure/find-language';

/** How much surer the first language must be than the second for the highest confidence. */
const clearly = 0.05;
const confidence = { least: 0.5, most: 0.9 } as const;

/**
 * Letters of languages that the library does not know and takes for a neighbour, without a doubt: of Kazakh, Tatar,
 * Mongolian, Tajik, Chuvash, Macedonian beside Russian, Bulgarian and Serbian; of Pashto and Sindhi beside Persian and
 * Urdu. So many of them in a hundred letters make a text none that it knows.
 */
const otherLetters = /[әғқңөұүһҳҷӣӯҗҙҡҫҥӑӗӳԥӡҭҵѓќѕښځڅډړږټڼۍڀٿٺڄڃڇڏڌڙڱڳ]/giu;
const scripts = /[\p{Script=Cyrillic}\p{Script=Arabic}]/gu;
const others = 1;
/** Indonesian is not known either, and no letter tells it from Malay. */
const neverSure = new Set(['ms']);

/** The detector, whose table of n-grams (half a megabyte) is loaded when it is first asked for. */
export async function loadLanguageDetector(): Promise<DetectLanguage> {
  const { eld } = await import('eld/small');
  return (text) => {
    const result = eld.detect(text);
    const [[tag, score] = ['', 0], [, next] = ['', 0]] = Object.entries(result.getScores()).sort(
      ([, one], [, other]) => other - one,
    );
    if (tag === '' || !result.isReliable() || isOther(text)) return null;
    const share = neverSure.has(tag) ? 0 : Math.min(1, (score - next) / clearly);
    return { tag, confidence: confidence.least + (confidence.most - confidence.least) * share };
  };
}

function isOther(text: string): boolean {
  const letters = text.match(scripts)?.length ?? 0;
  return letters > 0 && ((text.match(otherLetters)?.length ?? 0) * 100) / letters >= others;
}
