import { actorProperties, actorsNamed } from '@core/query/actors-named';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCoding } from '../make-records';

test('an annotation names its speakers, and the actors in its values, each once', () => {
  const properties = actorProperties([
    { id: 'who', key: 'who', name: 'Who', on: 'coding', type: 'actor' },
    { id: 'what', key: 'what', name: 'What', on: 'coding', type: 'text' },
  ]);
  const annotation = makeAnnotation({
    speaker_ids: ['envoy', 'council'],
    values: { who: 'clerk', what: 'nobody' },
    codings: [makeCoding('x', { values: { who: 'council', what: 'nobody' } }), makeCoding('y')],
  });
  expect([...actorsNamed(annotation, properties)]).toEqual(['envoy', 'council', 'clerk']);
  expect([...actorsNamed(makeAnnotation({}), properties)]).toEqual([]);
});
