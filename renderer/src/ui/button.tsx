import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton, TooltipTrigger } from 'react-aria-components';
import styles from './button.module.css';
import { Tip } from './tip';

export interface ButtonProps {
  /** An icon, words, or both. */
  readonly children: ReactNode;
  /** Primary: the one next step. Plain: bordered. Quiet: words alone. Icon: a square of 24 pixels. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'icon';
  /** The accessible name where the content holds no words; also its tooltip. */
  readonly label?: string;
  /** What the name does not say. */
  readonly tooltip?: string;
  /** The keys that do the same, "F2". */
  readonly keys?: string;
  /** Something that is undone only by undo: shown in the colour of danger. */
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly describedBy?: string;
  /** Takes the focus as soon as it is there. */
  readonly autoFocus?: boolean;
  readonly onPress?: () => void;
}

/** A button with a tooltip that tells what it does and which keys do the same. */
export function Button(props: ButtonProps) {
  const { children, variant = 'plain', label, tooltip, keys, describedBy } = props;
  const button: ReactElement = (
    <AriaButton
      className={styles['button'] ?? ''}
      data-variant={variant}
      data-danger={props.isDanger === true ? '' : undefined}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(props.onPress === undefined ? {} : { onPress: props.onPress })}
    >
      {children}
    </AriaButton>
  );
  const words = tooltip ?? label;
  if (words === undefined && keys === undefined) return button;
  return (
    <TooltipTrigger delay={600} closeDelay={0}>
      {button}
      <Tip words={words} keys={keys} />
    </TooltipTrigger>
  );
}
