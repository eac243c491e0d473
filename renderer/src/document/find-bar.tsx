export interface FindBarProps {
  readonly query: string;
  /** How many were found. */
  readonly count: number;
  /** From 0; null while none is the present one. */
  readonly current: number | null;
  readonly onQuery: (query: string) => void;
  readonly onStep: (step: 'next' | 'previous') => void;
  readonly onClose: () => void;
  /** A new object (each Ctrl+F) takes the focus to the box and selects what is in it. */
  readonly focusToken: object | null;
}

/** The bar of Ctrl+F over the open document. */
export function FindBar(props: FindBarProps) {
  return <div>{props.query}</div>;
}
