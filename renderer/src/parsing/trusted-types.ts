import type { TrustedHTML, TrustedTypePolicy, TrustedTypePolicyFactory } from 'trusted-types/lib';
import { limitDepth } from './limit-depth';

declare global {
  interface Window {
    readonly trustedTypes: TrustedTypePolicyFactory;
  }
}

/**
 * For HTML that goes into documents without a window, where nothing runs and nothing loads. One of the two names
 * that the Content Security Policy allows.
 */
export const inertParse: TrustedTypePolicy = window.trustedTypes.createPolicy('inert-parse', {
  createHTML: (html) => html,
  // DOMPurify takes no policy without them; there is nothing for them to do.
  createScript: () => '',
  createScriptURL: () => '',
});

/**
 * Readability sets `innerHTML` in the document it is given. This page writes no HTML of its own, and every document
 * it hands to a library is inert; scripts and their addresses have no way in at all.
 */
window.trustedTypes.createPolicy('default', { createHTML: (html) => html });

/** Parses HTML into a document that is never shown: no script runs in it, no image, style or frame is loaded. */
export function parseInert(html: string | TrustedHTML): Document {
  const trusted = typeof html === 'string' ? inertParse.createHTML(limitDepth(html)) : html;
  // TypeScript's DOM library does not know yet that it takes a TrustedHTML.
  return new DOMParser().parseFromString(trusted as unknown as string, 'text/html');
}

/** Parses XML that was looked at before (`readXml`) into a document that is never shown. */
export function parseInertXml(xml: string): Document {
  return new DOMParser().parseFromString(inertParse.createHTML(xml) as unknown as string, 'application/xml');
}
