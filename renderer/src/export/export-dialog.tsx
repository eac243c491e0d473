import type { ExportOptions } from '@core/exchange/export-options';

export interface ExportDialogProps {
  /** The last choice, or `defaultExportOptions`. */
  readonly initial: ExportOptions;
  readonly counts: {
    readonly annotations: number;
    readonly codings: number;
    readonly documents: number;
  };
  readonly state: 'choosing' | 'working';
  readonly onExport: (options: ExportOptions) => void;
  readonly onClose: () => void;
}

/** Dialog "Export". Mounted while it is open. */
export function ExportDialog(props: ExportDialogProps) {
  return <div>{props.state}</div>;
}
