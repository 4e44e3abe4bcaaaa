const NAMED: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };

/** Text that may hold entities, markup, soft hyphens and line breaks, as one plain line of at most `most` characters. */
export const clean = (text: string | null | undefined, most = 300): string =>
  (text ?? '')
    .slice(0, most * 4)
    // Entities twice over come in JSON-LD and meta tags; the parser of the page has read the others.
    .replace(/&(#x?[\da-f]{1,6}|amp|quot|apos|lt|gt|nbsp);/gi, (_, name: string) =>
      name[0] === '#' ? String.fromCharCode(+`0${name.slice(1)}`) : (NAMED[name.toLowerCase()] ?? ' '),
    )
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most);

/** What two ways of writing the same words have in common: letters and digits, lower case. */
export const key = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
