/**
 * Writes an error to the log by its kind, its code and its place in the program. Its words stay out: they may hold the
 * name of a file, or something of a text.
 */
export function logError(what: string, error: unknown): void {
  console.error(`${what}: ${describeError(error)}`);
}

/** Before the file's name, whether the function has one or not. */
const folders = /^(\s+at (?:async )?(?:[^()/\\]* \()?)(?:file:\/\/)?(?:[A-Za-z]:)?[\\/].*[\\/]/;

/** In a line and the frames below it, without the folders that the program lies in. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `threw ${typeof error}`;
  const code = 'code' in error && /^\w{1,40}$/.test(String(error.code)) ? ` ${String(error.code)}` : '';
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .map((line) => line.replace(folders, '$1'));
  return [`${error.constructor.name}${code}`, ...frames].join('\n');
}
