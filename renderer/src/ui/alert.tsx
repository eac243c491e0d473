import { X } from 'lucide-react';
import styles from './alert.module.css';
import { Button } from './button';
import { t } from './strings';

export interface AlertProps {
  /** A sentence that says what happened and what to do. */
  readonly children: string;
  /** Something went wrong and is right again: nothing is lost, nothing is to be done. */
  readonly isMended?: boolean;
  /** Takes the alert away; without it the alert stays as long as its cause. */
  readonly onDismiss?: () => void;
}

/** A problem shown where it arose, read out at once by assistive tools. */
export function Alert({ children, isMended = false, onDismiss }: AlertProps) {
  return (
    <div role="alert" className={styles['alert']} data-mended={isMended ? '' : undefined}>
      <span className={styles['words']}>{children}</span>
      {onDismiss && (
        <Button variant="icon" label={t('common:dismiss')} onPress={onDismiss}>
          <X size={14} aria-hidden />
        </Button>
      )}
    </div>
  );
}
