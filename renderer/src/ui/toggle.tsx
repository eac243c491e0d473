import type { ReactNode } from 'react';
import { ToggleButton, TooltipTrigger } from 'react-aria-components';
import styles from './button.module.css';
import { Tip } from './tip';

export interface ToggleProps {
  /** An icon. */
  readonly children: ReactNode;
  /** The accessible name, which stays the same whether on or off. */
  readonly label: string;
  /** What being on means. */
  readonly tooltip?: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A button that stays pressed. */
export function Toggle({ children, label, tooltip, isOn, isDisabled = false, onChange }: ToggleProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={0}>
      <ToggleButton
        className={styles['button'] ?? ''}
        data-variant="icon"
        aria-label={label}
        isSelected={isOn}
        isDisabled={isDisabled}
        onChange={onChange}
      >
        {children}
      </ToggleButton>
      <Tip words={tooltip === undefined ? label : `${label}. ${tooltip}`} />
    </TooltipTrigger>
  );
}
