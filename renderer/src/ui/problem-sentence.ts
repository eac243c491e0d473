import type { Problem } from '@preload/contract';
import { t } from './strings';

/** What happened, to which file, why and what to do, in words a person can act on. */
export function problemSentence(problem: Problem): string {
  const values = {
    file: problem.file ?? t('problems:theFile'),
    // A parser's own words may be a sentence; here they stand within one.
    detail: problem.detail?.replace(/[.\s]+$/, '') ?? t('problems:noReason'),
    kinds: t('problems:kinds'),
  };
  // Main tells hidden files from unknown kinds, and names that cannot be used from missing files, by these details only.
  if (problem.code === 'unknown-kind' && problem.detail === 'hidden')
    return t('problems:hidden-file', values);
  if (problem.code === 'not-found' && problem.detail === 'name') return t('problems:nameless-file', values);
  return t(`problems:${problem.code}`, values);
}
