/** A text as searches and names are compared: case and accents do not matter. At most 2,000 characters are looked at. */
export function fold(text: string): string {
  return text.slice(0, 2000).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
