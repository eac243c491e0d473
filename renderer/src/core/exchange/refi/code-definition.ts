import type { Code } from '../../model/code';

/** The three texts that define a code. */
export type CodeDefinition = Pick<Code, 'description' | 'include' | 'exclude'>;

/** REFI has one description a code: what to include and exclude follow in paragraphs of their own. */
export function writeDefinition({ description, include, exclude }: CodeDefinition): string {
  return [
    description,
    include === '' ? '' : `Include: ${include}`,
    exclude === '' ? '' : `Exclude: ${exclude}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Takes apart what `writeDefinition` wrote; written again, it is the same text. */
export function readDefinition(text: string): CodeDefinition {
  const parts =
    /^(?<description>[\s\S]*?)(?:(?:^|\n\n)Include: (?<include>[\s\S]+?))?(?:(?:^|\n\n)Exclude: (?<exclude>[\s\S]+))?$/.exec(
      text,
    )?.groups;
  const found = {
    description: parts?.['description'] ?? text,
    include: parts?.['include'] ?? '',
    exclude: parts?.['exclude'] ?? '',
  };
  return writeDefinition(found) === text ? found : { description: text, include: '', exclude: '' };
}
