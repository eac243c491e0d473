import type { ProtocolResponse } from 'electron';

/** What `Content-Type` says, as a protocol of Electron takes it: an answer without counts as HTML. */
export function contentType(type: string): Pick<ProtocolResponse, 'mimeType' | 'charset'> {
  const [mimeType = '', charset] = type.split('; charset=');
  return { mimeType, ...(charset === undefined ? {} : { charset }) };
}
