import { t } from '../ui/strings';

/** The encodings that browsers read (WHATWG Encoding Standard), as they are offered: the commonest scripts first. */
const encodingLabels = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'windows-1250',
  'iso-8859-2',
  'iso-8859-16',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'iso-8859-5',
  'x-mac-cyrillic',
  'windows-1257',
  'iso-8859-4',
  'iso-8859-13',
  'iso-8859-10',
  'iso-8859-14',
  'iso-8859-3',
  'windows-1254',
  'windows-1253',
  'iso-8859-7',
  'windows-1255',
  'iso-8859-8',
  'iso-8859-8-i',
  'windows-1256',
  'iso-8859-6',
  'windows-874',
  'windows-1258',
  'gb18030',
  'gbk',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
] as const;

type EncodingLabel = (typeof encodingLabels)[number];

/** "Cyrillic (windows-1251)"; the label alone where it is not one of those. */
export function encodingName(label: string): string {
  return isOffered(label) ? `${t(`encodings:${label}`)} (${label})` : label;
}

function isOffered(label: string): label is EncodingLabel {
  return encodingLabels.some((one) => one === label);
}

/** All that are offered, and the one that a text is read in. */
export function encodingsWith(label: string): readonly string[] {
  return isOffered(label) ? encodingLabels : [label, ...encodingLabels];
}
