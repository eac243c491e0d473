import type { Problem } from '@preload/contract';
import { t } from './strings';

/** What happened, to which file, why and what to do, in words a person can act on. */
export function problemSentence(problem: Problem): string {
  const values = {
    file: problem.file ?? t('problems:theFile'),
    detail: problem.detail ?? t('problems:noReason'),
    kinds: t('problems:kinds'),
  };
  // Main tells hidden files apart from unknown kinds only by this detail.
  if (problem.code === 'unknown-kind' && problem.detail === 'hidden')
    return t('problems:hidden-file', values);
  return t(`problems:${problem.code}`, values);
}
