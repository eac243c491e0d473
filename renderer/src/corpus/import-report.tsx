import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Button as PlainButton } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { t } from '../ui/strings';
import { useVirtualRows } from '../ui/use-virtual-rows';
import styles from './import-report.module.css';

/** One file, or one record of a file, that a person should know of. */
export interface ReportLine {
  readonly name: string;
  readonly outcome: 'skipped' | 'repaired' | 'kept' | 'check' | 'split' | 'noted' | 'version';
  /** What happened and why, in sentences. */
  readonly reasons: readonly string[];
  /** Shows what came of it; absent where nothing did. */
  readonly onOpen?: () => void;
}

export interface ImportReportProps {
  /** What became of everything, in numbers. */
  readonly summary: string;
  readonly lines: readonly ReportLine[];
  readonly onClose: () => void;
}

/** From this many rows on only those in sight are in the page. */
const windowedFrom = 200;
/** Usual height of a row in pixels. */
const rowHeight = 48;

/** What an import left out, mended or is not sure of, row by row. */
export function ImportReport({ summary, lines, onClose }: ImportReportProps) {
  return (
    <DialogFrame
      title={t('corpus:reportTitle')}
      summary={summary}
      width="wide"
      onClose={onClose}
      footer={
        <PlainButton variant="primary" onPress={onClose}>
          {t('common:close')}
        </PlainButton>
      }
    >
      {lines.length === 0 ? (
        <p className={styles['nothing']}>{t('corpus:reportNothing')}</p>
      ) : (
        <Table lines={lines} />
      )}
    </DialogFrame>
  );
}

/** Laid out as blocks, so that rows can be placed by hand. */
function Table({ lines }: { readonly lines: readonly ReportLine[] }) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  return (
    // Focusable, so that the keys scroll a long list.
    <section
      ref={setScroller}
      className={styles['scroll']}
      aria-label={t('corpus:reportRows')}
      tabIndex={lines.length > 0 ? 0 : -1}
    >
      <table className={styles['table']} aria-rowcount={lines.length + 1}>
        <thead>
          <tr>
            <th scope="col">{t('corpus:reportName')}</th>
            <th scope="col">{t('corpus:reportReason')}</th>
          </tr>
        </thead>
        {lines.length < windowedFrom ? (
          <tbody>
            {lines.map((line, at) => (
              <Row key={keyOf(line, at)} line={line} at={at} />
            ))}
          </tbody>
        ) : scroller === null ? null : (
          <WindowedRows lines={lines} scroller={scroller} />
        )}
      </table>
    </section>
  );
}

/** Names may come twice, and the list never changes while it is shown. */
const keyOf = (line: ReportLine, at: number): string => `${at} ${line.name}`;

function WindowedRows({
  lines,
  scroller,
}: {
  readonly lines: readonly ReportLine[];
  readonly scroller: HTMLElement;
}) {
  const virtual = useVirtualRows({
    count: lines.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    getItemKey: (at) => at,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      return Array.from({ length: to - from + 1 }, (_, place) => from + place);
    },
  });
  return (
    <tbody style={{ position: 'relative', height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const line = lines[index];
        return line === undefined ? null : (
          <Row key={key} line={line} at={index} top={start} rowRef={virtual.measureElement} />
        );
      })}
    </tbody>
  );
}

interface RowProps {
  readonly line: ReportLine;
  readonly at: number;
  /** Pixels from the top, where rows are laid out by hand. */
  readonly top?: number;
  readonly rowRef?: (element: HTMLElement | null) => void;
}

const outcomeWords = {
  skipped: 'corpus:isSkipped',
  repaired: 'corpus:isRepaired',
  kept: 'corpus:isKept',
  split: 'corpus:isSplit',
  noted: 'corpus:isNoted',
  version: 'corpus:isVersion',
  check: 'corpus:isDoubtful',
} as const satisfies Record<ReportLine['outcome'], string>;

function Row({ line, at, top, rowRef }: RowProps) {
  const { name, outcome, reasons, onOpen } = line;
  return (
    <tr
      ref={rowRef}
      aria-rowindex={at + 2}
      data-index={at}
      style={top === undefined ? undefined : { position: 'absolute', insetInline: 0, top }}
    >
      <td className={styles['name']}>
        {onOpen === undefined ? (
          <bdi>{name}</bdi>
        ) : (
          <Button className={styles['open'] ?? ''} onPress={onOpen}>
            <bdi>{name}</bdi>
          </Button>
        )}
      </td>
      <td>
        <strong className={styles['outcome']} data-outcome={outcome}>
          {t(outcomeWords[outcome])}
        </strong>{' '}
        {reasons.join(' ')}
      </td>
    </tr>
  );
}
