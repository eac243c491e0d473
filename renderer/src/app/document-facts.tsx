import { passState } from '@core/change/tally';
import type { Document } from '@core/model/document';
import type { FieldKey } from '@core/structure/parsed-structure';
import { Info } from 'lucide-react';
import { encodingName } from '../corpus/encoding-name';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import { valueWords } from './value-words';
import { setView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** One line above the text: agency, place, date, words, state, an encoding that was guessed; and the details. */
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
  const facts = [...values, t('reader:words', { count: document.words }), t(`shell:${state}`)];
  const encoding = document.encoding_guess === undefined ? [] : [encodingName(document.encoding)];
  return (
    <>
      {[...facts, ...encoding].join(' · ')}{' '}
      <Button variant="icon" label={t('corpus:details')} onPress={() => setView({ dialog: 'document' })}>
        <Info size={14} aria-hidden />
      </Button>
    </>
  );
}
