import type { PassStanding } from '@core/codebook/pass-standing';
import type { Code } from '@core/model/code';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import styles from './pass-note.module.css';

export interface PassNoteProps {
  readonly standing: PassStanding;
  /** Done, and no passage of the coder's in this round carries a code. */
  readonly foundNothing: boolean;
  readonly initials: string;
  readonly round: number;
  readonly onDoneUnderPresent: () => void;
  readonly onOpenAgain: () => void;
}

/** Names of codes that a sentence holds before it says how many more there are. */
const namesShown = 3;

/** A line on how the document stands with the coder, where that says more than done or not done. */
export function PassNote(props: PassNoteProps) {
  const { standing, foundNothing, initials, round } = props;
  const { state, added, redefined } = standing;
  const isOlder = state === 'done-older';
  const sentences = [
    ...(foundNothing ? [t('passes:nothingFound', { initials, round })] : []),
    ...(state === 'skipped' ? [t('passes:skipped', { initials, round })] : []),
    ...(isOlder ? [t('passes:older')] : []),
    ...(added.length === 0 ? [] : [t('passes:older_added', { count: added.length, names: named(added) })]),
    ...(redefined.length === 0
      ? []
      : [t('passes:older_redefined', { count: redefined.length, names: named(redefined) })]),
  ];
  if (sentences.length === 0) return null;
  return (
    <section className={styles['note']} aria-label={t('passes:note')}>
      <p className={styles['words']}>{sentences.join(' ')}</p>
      {isOlder && (
        <Button tooltip={t('passes:doneUnderPresentTip')} onPress={props.onDoneUnderPresent}>
          {t('passes:doneUnderPresent')}
        </Button>
      )}
      {state === 'skipped' && (
        <Button variant="quiet" onPress={props.onOpenAgain}>
          {t('passes:openAgain')}
        </Button>
      )}
    </section>
  );
}

/** “Threat”, “War” and 2 more. */
function named(codes: readonly Code[]): string {
  const names = codes
    .slice(0, namesShown)
    .map(({ name }) => `“${name}”`)
    .join(', ');
  const count = codes.length - namesShown;
  return count > 0 ? t('passes:andMore', { names, count }) : names;
}
