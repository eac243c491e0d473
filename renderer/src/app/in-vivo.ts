import { inVivoName } from '@core/codebook/in-vivo-name';
import { t } from '../ui/strings';
import { createAndApply } from './coding-actions';
import { currentTarget, type Surface, spanOf } from './coding-surface';
import { announce } from './view-state';

/** Creates a code that is called by the words of the target, and applies it there: one step for undo. */
export async function inVivo(surface: Surface): Promise<void> {
  const target = currentTarget(surface);
  const span = target === null ? null : spanOf(target);
  if (span === null) announce(t('coding:noTarget'));
  else await createAndApply(surface, inVivoName(surface.text, span), target);
}
