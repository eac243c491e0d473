/** Constant inline style elements of libraries, by the hash of their text. A test recomputes them from the libraries. */
export const styleHashes = {
  'react-aria-components 1.22.1': 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=',
} as const;

const hashes = Object.values(styleHashes)
  .map((hash) => `'${hash}'`)
  .join(' ');

/** The one policy of the packaged program, sent as a header with every answer. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${hashes}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default inert-parse',
].join('; ');
