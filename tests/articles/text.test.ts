import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, plainText } from '../../lib/articles/text';

/** Ms that this process has computed: what others do on the machine is not what is measured. */
const processorTime = () => process.cpuUsage().user / 1_000;

describe('plainText', () => {
  it.each([
    ['markup', '<p>One <b>bold</b>ly</p><p>Two<br>three</p>', 'One boldly Two three'],
    ['names of characters', 'Caf&eacute; &mdash; &#8364;5 &nbsp; ok', 'Café — €5 ok'],
    ['text escaped twice', 'AT&amp;amp;T &lt;b&gt;wins&lt;/b&gt;', 'AT&T wins'],
    ['scripts and styles', 'a<script>alert("x")</script>b<style>p{}</style>c<!-- d -->', 'a b c'],
    ['a picture with its caption', 'A<figure><img alt="x"><figcaption>Photo: Some Agency</figcaption></figure>B', 'A B'],
    ['comparisons', 'if a < b & c <3', 'if a < b & c <3'],
    ['a tag that is spoken of', 'How the &lt;script&gt; tag is abused', 'How the script tag is abused'],
    ['directional and invisible characters', 'Pay\u202Elatot\u202C to\u200Bday\uFEFF\u00AD', 'Paylatot today'],
    ['joiners in Latin letters', 'Reu\u200dters', 'Reuters'],
    ['joiners where they are spelling', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['control characters and lone surrogates', 'a\u0000b\u0007c\ud800d', 'a b cd'],
    ['an unclosed script', 'before<script>alert(1)', 'before'],
    ['a tail with an ellipsis', 'It began on Monday [&#8230;]', 'It began on Monday'],
    ['the tail of WordPress', 'It began. The post <a href="x">It began</a> appeared first on <a>Paper</a>.', 'It began.'],
    ['an invitation to read', 'It began. Continue reading on Paper »', 'It began.'],
    ['an invitation within a sentence', 'People who read more books agree', 'People who read more books agree'],
  ])('of %s', (_, html, text) => expect(plainText(html, 300)).toBe(text));

  it('is at most as long as asked, cut between words and never inside a character', () => {
    expect(plainText('one two three four', 8)).toBe('one two');
    expect(clip('aaaaaaaaa bbbb', 11)).toBe('aaaaaaaaa');
    expect(clip('😀😀😀', 3)).toBe('😀');
    expect(clip('abc', 0)).toBe('');
  });

  it('has no markup in it, whatever it is given', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '&lt;',
      '&amp;lt;',
      '&#60;',
      'script',
      '<script>',
      '</script',
      '&',
      ';',
      '"',
      ' ',
      '<p',
      '<!--',
      '-->',
      '<![CDATA[',
      '\u200b',
      'The post ',
      ' appeared first on ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(part, fc.string({ maxLength: 5 })), { maxLength: 40 }),
        fc.integer({ min: 1, max: 200 }),
        (parts, max) => {
          const text = plainText(parts.join(''), max);
          expect(text).not.toMatch(/<\/?[a-z!?]/i);
          expect(text.length).toBeLessThanOrEqual(max);
          expect(text.trim()).toBe(text);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each(['<', '<<a', '&', '&amp;', '<div>', '<b><i>', '<a href="', '<!--', '[...]', ' The post ', '\u200b', 'x '])(
    'takes no time over a megabyte of %j',
    (part) => {
      const html = part.repeat(1_000_000 / part.length);
      const start = processorTime();
      plainText(html, 6_000);
      expect(processorTime() - start).toBeLessThan(1_000);
    },
  );
});
