import type { DetectedLanguage, DetectLanguage } from '@core/structure/find-language';

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
/**
 * Indonesian is not known either, and no letter tells it from Malay. Words that news has often and that only one of the
 * two writes so: small words, days and months.
 */
const onlyIndonesian =
  /\b(?:bahwa|karena|bisa|mengatakan|saat|sejumlah|polisi|kepolisian|membahas|uang|mobil|kantor|beda|senin|kamis|jumat|minggu|maret|juni|juli|agustus|desember)\b/giu;
const onlyMalay =
  /\b(?:bahawa|kerana|ialah|boleh|berkata|beliau|polis|membincangkan|wang|kereta|pejabat|beza|isnin|khamis|jumaat|ahad|mac|jun|julai|ogos|disember)\b/giu;

/** The detector, whose table of n-grams (half a megabyte) is loaded when it is first asked for. */
export async function loadLanguageDetector(): Promise<DetectLanguage> {
  const { eld } = await import('eld/small');
  return (text) => {
    const result = eld.detect(text);
    const [[tag, score] = ['', 0], [, next] = ['', 0]] = Object.entries(result.getScores()).sort(
      ([, one], [, other]) => other - one,
    );
    if (tag === '' || !result.isReliable() || isOther(text)) return null;
    const share = Math.min(1, (score - next) / clearly);
    const sure = confidence.least + (confidence.most - confidence.least) * share;
    return tag === 'ms' ? malayOrIndonesian(text, sure) : { tag, confidence: sure };
  };
}

function isOther(text: string): boolean {
  const letters = text.match(scripts)?.length ?? 0;
  return letters > 0 && ((text.match(otherLetters)?.length ?? 0) * 100) / letters >= others;
}

/** Where no word tells the two apart it is said to be Malay, and to be a guess. */
function malayOrIndonesian(text: string, sure: number): DetectedLanguage {
  const indonesian = text.match(onlyIndonesian)?.length ?? 0;
  const malay = text.match(onlyMalay)?.length ?? 0;
  if (indonesian === malay) return { tag: 'ms', confidence: confidence.least };
  return { tag: indonesian > malay ? 'id' : 'ms', confidence: sure };
}
