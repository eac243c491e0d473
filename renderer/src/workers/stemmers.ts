/** Stemmers (Snowball) of the languages that news is mostly read in here. */

import type { Stem } from '@core/search/vocabulary';
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';

const stemmers: ReadonlyMap<string, Stem> = new Map<string, Stem>([
  ['ar', arabic],
  ['nl', dutch],
  ['en', english],
  ['fr', french],
  ['de', german],
  ['el', greek],
  ['it', italian],
  ['pt', portuguese],
  ['ru', russian],
  ['es', spanish],
  ['tr', turkish],
  ['uk', ukrainian],
]);

/** null for a language that none is known for. */
export function stemmerOf(language: string): Stem | null {
  return stemmers.get(language) ?? null;
}
