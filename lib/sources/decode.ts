/** Charsets whose bytes can pass for valid UTF-8 and mean something else. */
const LOOKS_LIKE_UTF8 = /^(?:utf-16|iso-2022-|hz-gb)/i;

/**
 * The text of a feed's bytes. A byte order mark decides; then valid UTF-8 is UTF-8, whatever header and prolog say
 * (a header's "iso-8859-1" is often a server's default); then the header's and the prolog's charset, the first that
 * decodes without a replacement character; then windows-1252, in which everything decodes.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | null): string {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return decode(bytes, mark) ?? '';
  const stated = [charsetOf(contentType), charsetOfProlog(bytes)].filter((label) => label !== null);
  const order = stated.some((label) => LOOKS_LIKE_UTF8.test(label)) ? [...stated, 'utf-8'] : ['utf-8', ...stated];
  let first: string | null = null;
  for (const label of [...order, 'windows-1252']) {
    const text = decode(bytes, label);
    if (text === null) continue;
    if (!text.includes('\ufffd')) return text;
    first ??= text;
  }
  return first ?? '';
}

function decode(bytes: Uint8Array, label: string): string | null {
  try {
    // As a stream, a character that the end of a truncated feed cuts in two is dropped and not replaced.
    return new TextDecoder(label).decode(bytes, { stream: true });
  } catch {
    return null; // No charset of that name.
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // UTF-16 without a mark: "<" and a zero byte.
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  return null;
}

function charsetOf(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec((contentType ?? '').slice(0, 300))?.[1] ?? null;
}

function charsetOfProlog(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 300));
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ?? null;
}
