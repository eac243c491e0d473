import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Words for assistive tools that the screen tells by other means. */
export function VisuallyHidden({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <span id={id} className={styles['hidden']}>
      {children}
    </span>
  );
}
