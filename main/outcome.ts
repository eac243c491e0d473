import type { Outcome, Problem, ProblemCode } from '@preload/contract';

export function succeed<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function fail(problem: Problem): { readonly ok: false; readonly error: Problem } {
  return { ok: false, error: problem };
}

const codes: Readonly<Record<string, ProblemCode>> = {
  ENOENT: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EISDIR: 'is-a-folder',
  ENOTDIR: 'not-a-file',
  EFBIG: 'too-large',
};

/** The system's word for a failure ("EACCES"), or null when the failure is not the system's but a bug. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}

/**
 * The problem behind a failed file operation. `file` is the name to show, never a path that the person did not
 * choose. Whatever is not a failure of the system is a bug and is thrown again.
 */
export function problemOf(error: unknown, file?: string): Problem {
  const code = systemCode(error);
  if (code === null) throw error;
  return { code: codes[code] ?? 'io', detail: code, ...(file === undefined ? {} : { file }) };
}
