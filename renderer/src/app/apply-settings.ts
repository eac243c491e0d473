import type { Settings } from './settings';

/** Shows the settings of the view on the page: ui/tokens.css answers to these attributes. */
export function applySettings(settings: Omit<Settings, 'pins'>): void {
  const { dataset, style } = document.documentElement;
  dataset['theme'] = settings.theme;
  dataset['motion'] = settings.motion;
  dataset['measure'] = settings.measure;
  dataset['lines'] = settings.line_height;
  dataset['typeface'] = settings.typeface;
  style.setProperty('--text-scale', String(textScale(settings.text_step)));
}

/** Text is never smaller or larger than so many steps. */
export const textSteps = { least: -4, most: 10 } as const;

/** How many times its default size the text has at a step. */
export function textScale(step: number): number {
  return 1.0625 ** Math.max(textSteps.least, Math.min(textSteps.most, step));
}
