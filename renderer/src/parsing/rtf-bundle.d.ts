/** The bundle of rtf.js that reads rich text; those of its pictures stay out. */
declare module 'rtf.js/dist/RTFJS.bundle' {
  export class Document {
    constructor(content: ArrayBuffer, settings: Readonly<Record<string, unknown>>);
    render(): Promise<readonly HTMLElement[]>;
  }
  export function loggingEnabled(isEnabled: boolean): void;
}
