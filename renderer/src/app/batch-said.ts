import type { Batch } from '@core/commands/batch';
import { t } from '../ui/strings';

/** What was done to many passages, in `said`'s words for those that changed, and what was left and why. */
export function batchSaid(batch: Batch, said: (passages: string) => string): string {
  const done = batch.changed === 0 ? [] : [said(t('passages:countPassages', { count: batch.changed }))];
  const left = batch.leftOut.map(({ reason, annotation_ids }) =>
    t(`passages:leftOut_${reason}`, { count: annotation_ids.length }),
  );
  return [...done, ...left].join('. ');
}
