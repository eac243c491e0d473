import type { WorkbenchPage } from './workbench-page';

/** Codes two passages, the second of them certain and in hand. */
export async function codeSome(desk: WorkbenchPage): Promise<void> {
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await desk.keys('d');
  await desk.code('order restored');
  await desk.keys('1', 'u');
}
