import { prepare } from '@core/change/prepare';
import { createRecordSet } from '@core/change/record-set';
import { stamp } from '@core/change/stamp';
import { annotationRemoved } from '@core/commands/remove-codings';
import { expect, test } from '@playwright/test';
import { makeAnnotation } from '../make-records';

test('an annotation that goes to another document is taken out of the one and put into the other', () => {
  const annotation = makeAnnotation({ id: 'a', document_id: 'old' });
  const records = createRecordSet();
  records.write([{ table: 'annotation', id: 'a', document_id: 'old', record: annotation }]);
  const moved = { ...annotation, document_id: 'new' };
  const changes = stamp(
    [annotationRemoved(annotation), { kind: 'annotation.added', data: { annotation: moved } }],
    {
      ...{ tz: '', project_id: '', device_id: '', app: '', coder_id: 'me' },
      origin: 'hand',
      ...{ now: '2031-03-21T10:00:00.000Z', newId: () => 'change' },
    },
  );
  expect(prepare(records, changes).written).toEqual([
    { table: 'annotation', id: 'a', document_id: 'old', record: null, before: annotation },
    { table: 'annotation', id: 'a', document_id: 'new', record: moved, before: null },
  ]);
});
