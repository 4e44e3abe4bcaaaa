import { plainText as plain } from '../sources/plain-text';

export { clip } from '../sources/plain-text';

/** Tails that feeds put behind a summary; each is looked for in the last TAIL characters only. */
const TAIL = 400;
const TAILS: readonly RegExp[] = [
  /\s*(?:\[(?:…|\.{3})\]|\((?:…|\.{3})\))$/,
  /\s*(?:continue reading|read more|read the full (?:story|article)|weiterlesen|lire la suite|leer más|view entire post)(?: (?:at|on|about|of|here)\b[^.]{0,160}|…|\.{3}|\s*[»›→>]+)?[.…»›→]?$/i,
];

/** `plainText` of lib/sources without the tails of a feed ("[…]", "The post … appeared first on …", "Read more"). */
export function plainText(html: string, max: number): string {
  // Room for the tail beyond `max`, so that a cut never leaves half of it.
  const text = withoutTails(plain(html, max + TAIL));
  return text.length <= max ? text : plain(text.replaceAll('&', '&amp;'), max);
}

/** A text without the tails that feeds append. Linear in its length. */
export function withoutTails(text: string): string {
  let rest = text;
  for (let round = 0; round < 4; round += 1) {
    const before = rest;
    rest = withoutPostLine(rest);
    const cut = Math.max(0, rest.length - TAIL);
    let tail = rest.slice(cut);
    for (const pattern of TAILS) tail = tail.replace(pattern, '');
    rest = (rest.slice(0, cut) + tail).trimEnd();
    if (rest === before) break;
  }
  return rest;
}

/** WordPress: "The post TITLE appeared first on SITE." at the end. */
function withoutPostLine(text: string): string {
  const said = text.lastIndexOf(' appeared first on ');
  if (said < 0 || text.length - said > 200) return text;
  const start = text.lastIndexOf('The post ', said);
  return start < 0 || said - start > TAIL ? text : text.slice(0, start).trimEnd();
}
