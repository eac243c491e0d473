import type { Problem } from '@preload/contract';
import { t } from './strings';

/** What may stand as the reason of a problem, and has words here; all else is the system's or a parser's own. */
const reasons = [
  ...(['too-large-file', 'too-many-files', 'too-many-characters', 'too-much-memory'] as const),
  ...(['control-characters', 'office-file', 'not-json', 'unexpected-content'] as const),
] as const;

function reasonWords(detail: string | undefined): string {
  const known = reasons.find((reason) => reason === detail);
  if (known !== undefined) return t(`problems:reason.${known}`);
  // A parser's own words may be a sentence; here they stand within one.
  return detail?.replace(/[.\s]+$/, '') ?? t('problems:noReason');
}

/** What happened, to which file, why and what to do, in words a person can act on. */
export function problemSentence(problem: Problem): string {
  const values = {
    file: problem.file ?? t('problems:theFile'),
    detail: reasonWords(problem.detail),
    kinds: t('problems:kinds'),
  };
  // Main tells hidden files from unknown kinds, and names that cannot be used from missing files, by these details only.
  if (problem.code === 'unknown-kind' && problem.detail === 'hidden')
    return t('problems:hidden-file', values);
  if (problem.code === 'not-found' && problem.detail === 'name') return t('problems:nameless-file', values);
  return t(`problems:${problem.code}`, values);
}
