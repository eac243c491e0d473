import type { Id } from '@core/model/identity';
import type { CopyItem } from '../copies/copy-item';

/** Copies that a person ticked or unticked; the others are as they are at first. */
export interface CopyTicks {
  readonly annotation_id: Id;
  readonly changed: ReadonlyMap<string, boolean>;
}

/** At first what stands word for word is ticked; a wording that differs has to be ticked. */
export function isTicked(
  ticks: CopyTicks | null,
  annotationId: Id | null,
  { key, state }: Pick<CopyItem, 'key' | 'state'>,
): boolean {
  if (ticks !== null && ticks.annotation_id === annotationId) {
    const changed = ticks.changed.get(key);
    if (changed !== undefined) return changed;
  }
  return state === 'exact';
}

export function withTick(ticks: CopyTicks | null, annotation_id: Id, key: string, isOn: boolean): CopyTicks {
  const before = ticks?.annotation_id === annotation_id ? ticks.changed : [];
  return { annotation_id, changed: new Map([...before, [key, isOn]]) };
}
