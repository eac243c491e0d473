import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import styles from './pop-up.module.css';

interface PopUpProps {
  /** The name of the button, and of what it opens. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A button that opens a small sheet of controls, which act at once; Escape or a click beside it closes it. */
export function PopUp({ label, children }: PopUpProps) {
  return (
    <DialogTrigger>
      <Button className={styles['button'] ?? ''}>
        {label}
        <ChevronDown size={13} aria-hidden />
      </Button>
      {/* Holding no dialog it is one itself, the hidden buttons that dismiss it within. */}
      <Popover aria-label={label} className={styles['popover'] ?? ''} placement="bottom start" offset={4}>
        <div className={styles['sheet']}>{children}</div>
      </Popover>
    </DialogTrigger>
  );
}
