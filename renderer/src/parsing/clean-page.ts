import DOMPurify from 'dompurify';
import { inertParse, parseInert } from './trusted-types';

/**
 * A copy of an inert document without scripts, styles, forms, frames, addresses that run something, and what the
 * page hides. Nothing of it is ever shown; it is cleaned because libraries work on it, and so that what a page hides
 * is not read as its text.
 */
export function cleanPage(page: Document): Document {
  const hidden =
    '[hidden], [style*="display:none" i], [style*="display: none" i], [style*="visibility:hidden" i]';
  for (const element of page.querySelectorAll(hidden)) element.remove();
  const html = DOMPurify.sanitize(page.documentElement, {
    WHOLE_DOCUMENT: true,
    FORBID_TAGS: [
      'style',
      'form',
      'input',
      'button',
      'select',
      'textarea',
      'svg',
      'math',
      'dialog',
      'link',
      'base',
    ],
    FORBID_ATTR: ['style', 'srcset', 'background', 'poster'],
    // A form may hold a whole page; what is written on its controls is no text of it.
    ADD_FORBID_CONTENTS: ['button', 'select', 'textarea'],
    ALLOW_DATA_ATTR: false,
    // Without the policy the result would be an empty string, and no error would say so.
    TRUSTED_TYPES_POLICY: inertParse,
    RETURN_TRUSTED_TYPE: true,
  });
  return parseInert(html);
}
