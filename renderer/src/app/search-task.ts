import { plainCsv } from '@core/exchange/csv';
import { placeOfQuery } from '@core/search/place-of-query';
import { plainSearch } from '@core/search/search-options';
import type { StartupTask } from '@preload/contract';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { corpusOf } from './corpus-worker';
import type { Done } from './done';
import { giveMemos } from './give-memos';
import type { Workbench } from './open-workbench';
import { searchNamesOf } from './search-names-of';

/** Searches are numbered by whoever asks; those of the command line come before a person's. */
let last = -1;

/** `--search=QUERY --export=hits.csv`: writes the hits, in the order of the corpus. */
export async function searchTask(
  workbench: Workbench,
  task: Extract<StartupTask, { kind: 'search' }>,
): Promise<Done> {
  const { bridge, committer } = workbench;
  const { query, target, format, exact } = task;
  const undone = (problem: string): Done => ({
    summary: { task: 'search', query, name: target.name },
    problems: [problem],
  });
  if (format !== 'csv') return undone(t('search:onlyCsv', { name: target.name }));
  await committer.settled();
  const corpus = corpusOf(workbench);
  const filled = await corpus.filled;
  if (!filled.ok) return undone(problemSentence(filled.error));
  await corpus.settled();
  if (placeOfQuery(query) === 'memos') await giveMemos(workbench);
  last -= 1;
  const number = last;
  const outcome = await corpus.worker.ask('search', {
    ...{ number, query, options: plainSearch, sort: 'document', grouping: { by: 'none' } },
    names: searchNamesOf(workbench),
  });
  if (outcome === null) return undone(t('search:superseded'));
  if (outcome.kind === 'too-slow') return undone(t('search:tooSlow', { count: outcome.seconds }));
  if (outcome.kind === 'mistake') {
    const { problem, detail, at } = outcome.error;
    const words = t(`search:problem_${problem}`, { detail });
    return undone(t('search:problemAt', { problem: words, at: at.start + 1 }));
  }
  const content = await corpus.worker.ask('csv', { number, options: { ...plainCsv, exact } });
  const saved = content === null ? null : await bridge.save(target.token, [{ name: '', content }]);
  if (saved === null) return undone(t('search:superseded'));
  if (!saved.ok) return undone(problemSentence({ file: target.name, ...saved.error }));
  const { hits, documents } = outcome.found;
  return { summary: { task: 'search', query, path: saved.value.path, hits, documents }, problems: [] };
}
