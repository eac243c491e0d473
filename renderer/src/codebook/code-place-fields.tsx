import { withDescendants } from '@core/codebook/code-tree';
import { type CodePlace, type MoveStep, placeBeside, placeOneStep } from '@core/codebook/move-code';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { t } from '../ui/strings';
import styles from './code-place-fields.module.css';

export interface CodePlaceFieldsProps {
  readonly code: Code;
  /** Those that are shown, in order. */
  readonly codes: readonly Code[];
  readonly locked: boolean;
  readonly onMove: (code: Code, parent: CodePlace['parent'], index: number) => void;
}

/** An id that no code has. */
const top = 'top';

const steps = [
  { step: 'up', label: 'codebook:moveUp', keys: 'Alt+↑', Icon: ArrowUp },
  { step: 'down', label: 'codebook:moveDown', keys: 'Alt+↓', Icon: ArrowDown },
  { step: 'out', label: 'codebook:moveOut', keys: 'Alt+←', Icon: ArrowLeft },
  { step: 'in', label: 'codebook:moveIn', keys: 'Alt+→', Icon: ArrowRight },
] as const satisfies readonly { readonly step: MoveStep; readonly [rest: string]: unknown }[];

/** Where a code stands: below which, and among its siblings. */
export function CodePlaceFields({ code, codes, locked, onMove }: CodePlaceFieldsProps) {
  const byId = new Map(codes.map((each) => [each.id, each]));
  const own = withDescendants(code.id, codes);
  const go = (place: CodePlace | null): void => {
    if (place !== null) onMove(code, place.parent, place.index);
  };
  const below = (id: string): CodePlace | null => {
    const parent = byId.get(id);
    if (parent !== undefined) return placeBeside(codes, code.id, parent, 'on');
    return { parent: null, index: codes.length };
  };
  return (
    <div className={styles['line']}>
      <Select
        label={t('codebook:parent')}
        isDisabled={locked}
        value={code.parent_id !== null && byId.has(code.parent_id) ? code.parent_id : top}
        options={[
          { id: top, label: t('codebook:top') },
          ...codes
            .filter(({ id }) => !own.has(id))
            .map(({ id, name, parent_id }) => ({ id, label: name, depth: depthOf(parent_id, byId) })),
        ]}
        onChange={(id) => go(below(id))}
      />
      <div className={styles['steps']}>
        {steps.map(({ step, label, keys, Icon }) => {
          const place = placeOneStep(codes, code, step);
          return (
            <Button
              key={step}
              variant="icon"
              label={t(label)}
              keys={keys}
              isDisabled={locked || place === null}
              onPress={() => go(place)}
            >
              <Icon size={14} aria-hidden />
            </Button>
          );
        })}
      </div>
    </div>
  );
}

function depthOf(parent: Id | null, byId: ReadonlyMap<Id, Code>): number {
  const seen = new Set<Id>();
  let at = parent;
  while (at !== null && byId.has(at) && !seen.has(at)) {
    seen.add(at);
    at = byId.get(at)?.parent_id ?? null;
  }
  return seen.size;
}
