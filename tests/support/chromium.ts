/** Where Debian's package `chromium` puts its program. */
export const chromiumPath = '/usr/bin/chromium';
