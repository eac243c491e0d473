import { passState } from '@core/change/tally';
import type { AttributeValue } from '@core/model/attribute';
import type { Document } from '@core/model/document';
import type { FieldKey } from '@core/structure/parsed-structure';
import { t } from '../ui/strings';
import { useObservable, useWorkbench } from './workbench-context';

/** A value as a person reads it: a date in words, to its own precision. */
function valueWords({ value, precision }: AttributeValue): string {
  if (typeof value === 'string' && precision !== undefined) {
    const date = new Date(`${value}-01-01`.slice(0, 10));
    const parts: Intl.DateTimeFormatOptions = {
      year: 'numeric',
      ...(precision === 'year' ? {} : { month: 'long' }),
      ...(precision === 'day' ? { day: 'numeric' } : {}),
    };
    if (!Number.isNaN(date.getTime())) {
      return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' }).format(date);
    }
  }
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** One line above the text: agency, place, date, words, state. */
export function DocumentFacts({ document }: { readonly document: Document }) {
  const { lists, coder } = useWorkbench();
  const attributes = useObservable(lists.attributes);
  const tally = useObservable(lists.tally);
  const order = ['agency', 'publisher', 'issuer', 'place', 'date'] as const satisfies readonly FieldKey[];
  const values = order.flatMap((key) => {
    const attribute = attributes.find((one) => one.key === key);
    const value = attribute === undefined ? undefined : document.values[attribute.id];
    return value === undefined ? [] : [valueWords(value)];
  });
  const state = passState(tally, document.id, coder.id) === 'done' ? 'stateDone' : 'stateOpen';
  return [...values, t('reader:words', { count: document.words }), t(`shell:${state}`)].join(' · ');
}
