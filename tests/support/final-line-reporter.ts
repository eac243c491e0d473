import { writeFileSync } from 'node:fs';
import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter';

/** What the runner hands to scripts/run-tests.mjs, which prints it as the last line. */
export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
  /** Why tests were skipped, each reason once, with how many it concerns. */
  reasons: Record<string, number>;
  /** Titles of tests that passed only when they were tried again: each is a race to be found. */
  again: string[];
}

/** Counts the tests and writes the counts to the file that FRAMEWRIGHT_TEST_COUNTS names, if it does. */
class FinalLineReporter implements Reporter {
  private suite: Suite | undefined;
  private errors = 0;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.suite = suite;
  }

  /** Errors outside any test, for instance a file that cannot be loaded. */
  onError(): void {
    this.errors += 1;
  }

  onEnd(result: FullResult): void {
    const counts: TestCounts = { passed: 0, failed: this.errors, skipped: 0, reasons: {}, again: [] };
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'expected') counts.passed += 1;
      else if (outcome === 'flaky') {
        counts.passed += 1;
        counts.again.push(test.titlePath().slice(1).join(' › '));
      } else if (outcome === 'skipped') {
        counts.skipped += 1;
        const annotation = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
        const reason = annotation?.description ?? 'no reason given, or not run after a failure';
        counts.reasons[reason] = (counts.reasons[reason] ?? 0) + 1;
      } else counts.failed += 1;
    }
    // A run that was stopped early must not read as a run that went well.
    if (result.status !== 'passed' && counts.failed === 0) counts.failed = 1;
    const path = process.env['FRAMEWRIGHT_TEST_COUNTS'];
    if (path !== undefined) writeFileSync(path, JSON.stringify(counts));
  }

  printsToStdio(): boolean {
    return false;
  }
}

export default FinalLineReporter;
