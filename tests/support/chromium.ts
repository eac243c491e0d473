import { existsSync } from 'node:fs';

/**
 * Debian's packages of the engine without a browser around it (`chromium-headless-shell`), which opens a page in a
 * third of the time, and of the browser (`chromium`).
 */
const places = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'] as const;

/** The Chromium of the page tier; where there is none, the place where it would be. */
export const chromiumPath: string = places.find((path) => existsSync(path)) ?? places[0];
