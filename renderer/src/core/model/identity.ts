/** Lower-case UUID. */
export type Id = string;
/** ISO 8601 in UTC with milliseconds, "2026-01-31T09:30:00.000Z". */
export type Time = string;
/** Lower-case hexadecimal SHA-256, 64 characters. */
export type Sha256 = string;
/** How a record came to be. */
export type Origin = 'hand' | 'copy' | 'search' | 'indicator' | 'suggestion' | 'import' | 'script';
