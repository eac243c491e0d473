import type { KillPlan } from './kill-plan';

/** What is done while the program is ended: tests/electron/kill-points.spec.ts says how. */
export type Scenario = 'code' | 'close' | 'import' | 'take in' | 'export' | 'rebuild' | 'upgrade' | 'restore';

export interface KillPoint {
  readonly name: string;
  readonly scenario: Scenario;
  /** Without `at`, which is drawn up to `times`. */
  readonly plan: Omit<KillPlan, 'at'>;
  readonly times: number;
  /** The operation is the first of its kind at this number. */
  readonly from?: number;
}

const journal = '/journal/000001\\.fwj$';
const newJournal = '/journal/\\.framewright-[^/]+\\.tmp$';
const snapshotWriting = '/snapshots/\\.framewright-[^/]+\\.tmp$';
const snapshot = '/snapshots/[^/]+\\.fws$';
const mark = '/store/set-aside-next$';

/** Those tried in each run of the tests come first. */
export const killPoints: readonly KillPoint[] = [
  {
    name: 'in the journal, not yet in the store',
    ...{ scenario: 'code', times: 30 },
    plan: { op: 'datasync', path: journal, moment: 'after' },
  },
  {
    name: 'between the files of an export',
    ...{ scenario: 'export', times: 2 },
    plan: { op: 'rename', path: '/out/[^/]+$', moment: 'after' },
  },
  {
    name: 'a snapshot written, not yet named',
    ...{ scenario: 'close', times: 1 },
    plan: { op: 'rename', path: snapshot, moment: 'before' },
  },
  {
    name: 'half of a line in the journal',
    ...{ scenario: 'code', times: 30 },
    plan: { op: 'write', path: journal, moment: 'half' },
  },
  {
    name: 'a line in the journal, not yet synced',
    ...{ scenario: 'code', times: 30 },
    plan: { op: 'write', path: journal, moment: 'after' },
  },
  {
    name: 'a line about to be written to the journal',
    ...{ scenario: 'code', times: 30 },
    plan: { op: 'write', path: journal, moment: 'before' },
  },
  {
    name: 'half of a snapshot written',
    ...{ scenario: 'close', times: 1 },
    plan: { op: 'write', path: snapshotWriting, moment: 'half' },
  },
  {
    name: 'a snapshot named, its folder not yet synced',
    ...{ scenario: 'close', times: 1 },
    plan: { op: 'rename', path: snapshot, moment: 'after' },
  },
  {
    name: "the store's account about to be renamed",
    ...{ scenario: 'close', times: 1 },
    plan: { op: 'rename', path: '/store/account\\.json$', moment: 'before' },
  },
  {
    name: 'half of a text written',
    ...{ scenario: 'import', times: 90 },
    plan: { op: 'write', path: '/(?:texts|raw)/../\\.framewright-[^/]+\\.tmp$', moment: 'half' },
  },
  {
    // The file itself is linked to its text, where both are the same.
    name: 'a text about to be named',
    ...{ scenario: 'import', times: 150 },
    plan: { op: 'rename', path: '/(?:texts|raw)/../[0-9a-f]{64}$', moment: 'before' },
  },
  // A quick machine takes all of it in with one line.
  {
    name: 'an import half in the journal, not yet in the store',
    ...{ scenario: 'import', times: 1 },
    plan: { op: 'datasync', path: journal, moment: 'after' },
  },
  {
    name: 'half of the line of an import',
    ...{ scenario: 'import', times: 1 },
    plan: { op: 'write', path: journal, moment: 'half' },
  },
  {
    name: 'a project file taken in, its changes not yet in the store',
    ...{ scenario: 'take in', times: 2 },
    plan: { op: 'datasync', path: journal, moment: 'after' },
  },
  {
    name: 'half of an exported file written',
    ...{ scenario: 'export', times: 3 },
    plan: { op: 'write', path: '/out/\\.framewright-[^/]+\\.tmp$', moment: 'half' },
  },
  {
    name: 'an exported file about to be named',
    ...{ scenario: 'export', times: 3 },
    plan: { op: 'rename', path: '/out/[^/]+$', moment: 'before' },
  },
  {
    name: 'a store marked to be set aside, not yet copied',
    ...{ scenario: 'rebuild', times: 1 },
    plan: { op: 'rename', path: mark, moment: 'after' },
  },
  {
    name: 'a store cleared, its mark still there',
    ...{ scenario: 'rebuild', times: 1 },
    plan: { op: 'unlink', path: mark, moment: 'before' },
  },
  {
    name: 'a store half built anew',
    ...{ scenario: 'rebuild', times: 1 },
    plan: { op: 'unlink', path: mark, moment: 'after' },
  },
  {
    name: 'an update noted, its backup not yet marked',
    ...{ scenario: 'upgrade', times: 1 },
    plan: { op: 'rename', path: '/store/engine\\.json$', moment: 'after' },
  },
  {
    name: 'the backup before an update about to be renamed',
    ...{ scenario: 'upgrade', times: 1 },
    plan: { op: 'rename', path: '/snapshots/[^/]+-upgrade\\.fws$', moment: 'before' },
  },
  {
    name: 'half of the texts of a restored backup named',
    ...{ scenario: 'restore', times: 20 },
    plan: { op: 'link', path: '/texts/', moment: 'after' },
  },
  {
    name: 'half of the journal of a restored backup written',
    ...{ scenario: 'restore', times: 2 },
    plan: { op: 'write', path: newJournal, moment: 'half' },
  },
  {
    name: 'a restored backup about to become a project',
    ...{ scenario: 'restore', times: 1 },
    plan: { op: 'rename', path: '/project\\.json$', moment: 'before' },
  },
  {
    name: 'a restored backup just become a project',
    ...{ scenario: 'restore', times: 1 },
    plan: { op: 'rename', path: '/project\\.json$', moment: 'after' },
  },
];
