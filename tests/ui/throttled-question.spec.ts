import { expect, test } from '@playwright/test';
import { throttledQuestion } from '@renderer/ui/throttled-question';
import { fakeTimers } from '../support/fake-timers';

test('what changes while a question is unanswered is asked about once, after the answer; long answers are asked for more rarely', async () => {
  const clock = fakeTimers();
  const asked: number[] = [];
  let isHeldUp = true;
  let answer = (): void => undefined;
  const question = throttledQuestion(
    () => {
      asked.push(clock.now());
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    { least: 400, most: 6_000, times: 15, isHeldUp: () => isHeldUp },
    clock,
    () => clock.now(),
  );
  const answered = async (): Promise<void> => {
    answer();
    await new Promise((resolve) => setImmediate(resolve));
  };
  question.touch();
  for (let times = 0; times < 20; times += 1) {
    clock.advance(400);
    question.touch();
  }
  expect(asked).toEqual([400]);
  await answered();
  clock.advance(400);
  expect(asked).toEqual([400, 8400]);
  // Nothing changed meanwhile. What was waited for is not counted: the next question comes as soon.
  clock.advance(100);
  isHeldUp = false;
  await answered();
  clock.advance(4000);
  expect(asked).toEqual([400, 8400]);
  question.touch();
  clock.advance(400);
  expect(asked).toHaveLength(3);
  // An answer that took 100 ms is asked for again after 1,500.
  clock.advance(100);
  await answered();
  question.touch();
  clock.advance(1_400);
  expect(asked).toHaveLength(3);
  clock.advance(100);
  expect(asked).toHaveLength(4);
  await answered();
  question.touch();
  question.cancel();
  clock.advance(9_000);
  expect(asked).toHaveLength(4);
});
