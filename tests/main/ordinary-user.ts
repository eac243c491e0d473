import { test } from '@playwright/test';

const nobody = 65_534;

/** Does something with the rights of an ordinary user, since root may do everything. Skips the test on Windows. */
export async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  const { geteuid, seteuid } = process;
  test.skip(geteuid === undefined, 'this system has no user ids');
  if (geteuid === undefined || seteuid === undefined || geteuid() !== 0) return work();
  seteuid(nobody);
  try {
    return await work();
  } finally {
    seteuid(0);
  }
}
