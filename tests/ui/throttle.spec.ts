import { expect, test } from '@playwright/test';
import { createThrottle } from '@renderer/ui/throttle';
import { fakeTimers } from '../support/fake-timers';

test('writes once an interval however often it is touched', () => {
  const clock = fakeTimers();
  const written: number[] = [];
  const throttle = createThrottle(() => written.push(clock.now()), 1000, clock);
  for (let at = 0; at < 3500; at += 100) {
    throttle.touch();
    clock.advance(100);
  }
  expect(written).toEqual([1000, 2000, 3000]);
  clock.advance(1000);
  expect(written).toEqual([1000, 2000, 3000, 4000]);
  expect(throttle.isPending()).toBe(false);
});

test('keeps what was touched no later than one interval after', () => {
  const clock = fakeTimers();
  let written = 0;
  const throttle = createThrottle(() => (written += 1), 1000, clock);
  throttle.touch();
  clock.advance(999);
  expect(written).toBe(0);
  clock.advance(1);
  expect(written).toBe(1);
});

test('flush writes at once what is pending, and nothing else', () => {
  const clock = fakeTimers();
  let written = 0;
  const throttle = createThrottle(() => (written += 1), 1000, clock);
  throttle.flush();
  expect(written).toBe(0);
  throttle.touch();
  throttle.flush();
  expect(written).toBe(1);
  clock.advance(5000);
  expect(written).toBe(1);
  throttle.touch();
  throttle.cancel();
  clock.advance(5000);
  expect(written).toBe(1);
});
