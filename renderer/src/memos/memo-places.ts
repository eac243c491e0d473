import { type MemoAddress, readAddress } from '@core/memo/memo-address';
import { t } from '../ui/strings';

/** A place as the project has it now. */
export type PlaceState =
  | { readonly state: 'there'; readonly name: string }
  | { readonly state: 'gone' }
  /** It is being looked for. */
  | { readonly state: 'sought' };

/** A place that a link can be made to. */
export interface PlaceChoice {
  readonly address: MemoAddress;
  /** What the link will be called. */
  readonly label: string;
  /** Tells it from others of the name: a path, a document. */
  readonly detail: string;
  /** A code's. */
  readonly look?: { readonly color: string; readonly mark: string };
}

/** The places that links of memos lead to. Another object whenever one of them changes. */
export interface MemoPlaces {
  stateOf(address: MemoAddress): PlaceState;
  /** Looks for places that `stateOf` does not know yet. */
  ask(addresses: readonly MemoAddress[]): void;
  /** Documents, codes and passages that hold all the words; what is near where there are none. */
  search(words: string): Promise<readonly PlaceChoice[]>;
  open(address: MemoAddress): void;
}

/** What is to be said of a link beside its label. */
export interface LinkWords {
  readonly state: PlaceState['state'] | 'outside';
  /** Shown when the mouse rests on it. */
  readonly title: string;
  /** Stands after the label; empty where the label says all. */
  readonly note: string;
}

export function linkWords(href: string, places: MemoPlaces): LinkWords {
  const address = readAddress(href);
  if (address === null) return { state: 'outside', title: href, note: '' };
  const place = places.stateOf(address);
  if (place.state === 'gone') {
    return { state: 'gone', title: t(`memos:gone_${address.kind}`), note: t('memos:goneNote') };
  }
  const name = place.state === 'there' ? place.name : '';
  return { state: place.state, title: name, note: '' };
}
