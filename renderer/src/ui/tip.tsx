import { Tooltip } from 'react-aria-components';
import styles from './tip.module.css';

export interface TipProps {
  readonly words: string | undefined;
  /** The keys that do the same. */
  readonly keys?: string | undefined;
}

/** The tooltip of a control, to stand beside it in a TooltipTrigger. */
export function Tip({ words, keys }: TipProps) {
  return (
    <Tooltip className={styles['tip'] ?? ''} offset={6}>
      {words}
      {keys !== undefined && <kbd className={styles['keys']}>{keys}</kbd>}
    </Tooltip>
  );
}
