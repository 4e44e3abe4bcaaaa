/** Text as it may stand in XML, in HTML and in attributes of both. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `<name>text</name>` */
export const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

/** Paragraphs of HTML. */
export const paragraphsOf = (paragraphs: readonly string[]): string => paragraphs.map((text) => element('p', text)).join('\n');
