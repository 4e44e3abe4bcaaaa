import { describe, expect, it } from 'vitest';
import { clean } from '../../lib/articles/page-text';

describe('text out of tags and data', () => {
  it.each([
    ['Tom &amp; Jerry&#039;s &quot;boat&quot;', `Tom & Jerry's "boat"`],
    ['F&auml;hre &Ouml;resund, caf&eacute;, &ccedil;a, stra&szlig;e, &Oslash;rsted', 'Fähre Öresund, café, ça, straße, Ørsted'],
    ['&bdquo;Nachts&ldquo; &ndash; und dann&hellip;', '„Nachts“ – und dann…'],
    ['A boat &#x1F6A2; at night &#128674;', 'A boat 🚢 at night 🚢'],
    ['&#0;&#x110000; A &unknown; &Acutely;', 'A &unknown; &Acutely;'],
    ['The <em>Tern</em>’s <b>last</b><br>night', 'The Tern’s last night'],
    ['soft\u00adly  and\n\tplain', 'softly and plain'],
    ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
  ])('%s', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('is never longer than asked for', () => {
    expect(clean('word '.repeat(200), 50).length).toBeLessThanOrEqual(50);
  });
});
