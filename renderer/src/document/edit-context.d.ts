/** The part of the EditContext interface that the reader needs; not yet among TypeScript's own types. */
declare class EditContext extends EventTarget {
  constructor(options?: { text?: string; selectionStart?: number; selectionEnd?: number });
}

interface HTMLElement {
  editContext: EditContext | null;
}
