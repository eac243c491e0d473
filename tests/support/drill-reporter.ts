import { appendFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Writes one line of JSON for each drill to the file that FRAMEWRIGHT_DRILL_FIGURES names, as it ends. */
class DrillReporter implements Reporter {
  onTestEnd({ title, annotations }: TestCase, result: TestResult): void {
    const path = process.env['FRAMEWRIGHT_DRILL_FIGURES'];
    if (path === undefined) return;
    const all = [...annotations, ...result.annotations];
    const told = (type: string): string | null =>
      all.find((annotation) => annotation.type === type)?.description ?? null;
    const line = {
      what: title.replace(/^drill: /, ''),
      status: result.status,
      figures: told('drill'),
      reason: told('skip'),
    };
    appendFileSync(path, `${JSON.stringify(line)}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}

export default DrillReporter;
