import { describeError } from '@main/log-error';
import { expect, test } from '@playwright/test';

/** An error as the system makes it, thrown in a program that lies in somebody's folder. */
function systemError(): Error {
  const error = Object.assign(new Error("ENOENT: no such file, open '/home/mara/Canary report.txt'"), {
    code: 'ENOENT',
    path: '/home/mara/Canary report.txt',
  });
  error.stack = [
    `Error: ${error.message}`,
    '    at async open (node:internal/fs/promises:639:25)',
    '    at readWhole (file:///home/mara/Canary apps/out/main/index.js:12:34)',
    '    at C:\\Users\\mara\\Canary\\out\\main\\index.js:56:7',
    'Canary: the last line of its words',
  ].join('\n');
  return error;
}

test('an error is logged by its kind, its code and its place, never by its words', () => {
  expect(describeError(systemError())).toBe(
    [
      'Error ENOENT',
      '    at async open (node:internal/fs/promises:639:25)',
      '    at readWhole (index.js:12:34)',
      '    at index.js:56:7',
    ].join('\n'),
  );
  expect(describeError(Object.assign(new TypeError('Canary'), { code: 'the canary sang' }))).toMatch(
    /^TypeError\n {4}at log-error\.spec\.ts:\d+:\d+\n/,
  );
  expect(describeError('Canary')).toBe('threw string');
});
