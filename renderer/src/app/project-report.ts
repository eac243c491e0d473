import type { Outcome, ReportRow } from '@core/exchange/import-report';
import type { ReportLine } from '../corpus/import-report';
import { t } from '../ui/strings';

/** What a person should know of: what stayed out, what came in changed, and where what is here won. */
const told = { 'left-out': 'skipped', repaired: 'repaired', kept: 'kept' } as const satisfies Partial<
  Record<Outcome, ReportLine['outcome']>
>;
type Told = keyof typeof told;

/** A line for each record of a file of our own format that did not simply come in. */
export function projectLines(report: readonly ReportRow[]): readonly ReportLine[] {
  return report.flatMap(({ outcome, record, reason, ids, names }): readonly ReportLine[] => {
    if (!isTold(outcome)) return [];
    const reasons = [
      t('imports:because', {
        record: t(`imports:record_${record}`, { count: 1 }),
        reason: t(`imports:reason_${reason ?? 'differs'}`),
      }),
    ];
    // What was mended several times in one record is one line.
    const known = new Set(ids.map((id, place) => [names[place], id].find((each) => each) ?? ''));
    return [...known].map((name) => ({
      name: name === '' ? t('imports:unnamed') : name,
      outcome: told[outcome],
      reasons,
    }));
  });
}

/** "project.json: 12 left out, 3 repaired". */
export function projectSummary(name: string, report: readonly ReportRow[]): string {
  const counts = (['left-out', 'repaired', 'kept'] as const).flatMap((outcome) => {
    const count = report
      .filter((row) => row.outcome === outcome)
      .reduce((sum, { ids }) => sum + ids.length, 0);
    return count === 0 ? [] : [t(`imports:counts_${outcome}`, { count })];
  });
  return `${name}: ${counts.join(', ')}`;
}

function isTold(outcome: Outcome): outcome is Told {
  return Object.hasOwn(told, outcome);
}
