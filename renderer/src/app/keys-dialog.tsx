export interface KeysDialogProps {
  /** "darwin" shows ⌘ for Ctrl. */
  readonly platform: 'darwin' | 'linux' | 'win32';
  /** Whether single letters, digits and signs act in the reader (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
  readonly onClose: () => void;
}

/** Dialog "Keys": every key and what it does. Mounted while it is open. */
export function KeysDialog(props: KeysDialogProps) {
  return <div>{props.platform}</div>;
}
