import { expect, test } from '@playwright/test';
import { openMemoSession } from '@renderer/memos/memo-session';
import { createThrottle } from '@renderer/ui/throttle';
import { fakeTimers } from '../support/fake-timers';

function setUp(stored: string) {
  const clock = fakeTimers();
  const kept: string[] = [];
  const loaded: string[] = [];
  let shown = '';
  const session = openMemoSession(
    {
      load: (markdown) => {
        loaded.push(markdown);
        shown = markdown;
      },
      // As the editor does, what it writes differs in form from what it read.
      read: () => ({ markdown: shown.trim(), text: shown }),
    },
    stored,
    ({ markdown }) => kept.push(markdown),
    (write) => createThrottle(write, 1000, clock),
  );
  const type = (text: string): void => {
    shown = text;
    session.edited();
  };
  return { clock, kept, loaded, session, type, shown: () => shown };
}

test('keeps what is typed once a second and at the end', () => {
  const { clock, kept, session, type } = setUp('');
  type('a');
  clock.advance(600);
  type('ab');
  clock.advance(400);
  expect(kept).toEqual(['ab']);
  type('abc');
  session.flush();
  expect(kept).toEqual(['ab', 'abc']);
  session.flush();
  expect(kept).toEqual(['ab', 'abc']);
});

test('showing a memo, or typing and taking it back, keeps nothing', () => {
  const { clock, kept, session, type } = setUp('as it was  \n');
  session.flush();
  type('as it was!');
  type('as it was');
  clock.advance(1000);
  expect(kept).toEqual([]);
});

test('its own words coming back late do not disturb newer ones', () => {
  const { clock, loaded, session, type, shown } = setUp('');
  type('a');
  clock.advance(1000);
  type('ab');
  clock.advance(1000);
  session.stored('a');
  session.stored('ab');
  expect(shown()).toBe('ab');
  type('abc');
  session.stored('ab');
  expect(shown()).toBe('abc');
  expect(loaded).toEqual(['']);
});

test('an undo is shown, and keeps nothing', () => {
  const { clock, kept, session, type, shown } = setUp('before');
  type('after');
  clock.advance(1000);
  session.stored('after');
  session.stored('before');
  clock.advance(1000);
  expect(shown()).toBe('before');
  expect(kept).toEqual(['after']);
});

test('an undo never takes away what is newer and not yet kept', () => {
  const { clock, kept, session, type, shown } = setUp('before');
  type('newer');
  session.stored('undone');
  expect(shown()).toBe('newer');
  clock.advance(1000);
  expect(kept).toEqual(['newer']);
});

test('an undo that came during an edit without effect is shown after it', () => {
  const { clock, session, type, shown } = setUp('before');
  type('before!');
  session.stored('undone');
  type('before');
  clock.advance(1000);
  expect(shown()).toBe('undone');
});
