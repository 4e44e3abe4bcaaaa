import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cybersecuritySources } from '../../lib/beats/cybersecurity/sources';
import { readOpml, writeOpml } from '../../lib/sources/opml';

const file = (body: string) => `<?xml version="1.0"?><opml version="2.0"><head/><body>${body}</body></opml>`;

describe('readOpml', () => {
  it('flattens folders, reads any spelling of the attributes, and keeps each address once', () => {
    const reading = readOpml(
      file(
        `<outline text="Security"><outline text="Tech &amp; state"><outline TEXT="Paper &quot;A&quot;" xmlurl="https://a.example/feed?x=1&amp;y=2" htmlUrl="https://a.example/"/></outline></outline>
         <outline title="Again" xmlUrl="https://a.example/feed?x=1&amp;y=2"/><outline xmlUrl="http://b.example/rss"/><outline text="only a folder"/>`,
      ),
    );
    expect(reading.problems).toEqual([]);
    expect(reading.feeds).toEqual([
      { title: 'Paper "A"', address: 'https://a.example/feed?x=1&y=2', site: 'https://a.example/' },
      { title: 'b.example', address: 'http://b.example/rss' },
    ]);
  });

  it.each([
    ['nothing', '', 'This is not an OPML file.'],
    ['a web page', '<html><body><outline xmlUrl="https://a.example/f"/></body></html>', 'This is not an OPML file.'],
    [
      'a script for an address',
      file('<outline text="x" xmlUrl="javascript:alert(1)"/>'),
      'Not an http(s) address: javascript:alert(1)',
    ],
    ['a file that is cut', file('').slice(0, 50), 'The file ends early.'],
    ['too large a file', 'x'.repeat(2_000_001), 'The file is larger than 2 MB.'],
    ['folders without end', file('<outline>'.repeat(5_000)), 'Folders are nested too deep; what follows was not read.'],
  ])('says what is wrong with %s', (_, text, problem) => {
    const reading = readOpml(text);
    expect(reading.feeds).toEqual([]);
    expect(reading.problems).toContain(problem);
  });

  it('does not expand entities, and keeps markup out of titles', () => {
    const bomb = `<!DOCTYPE opml [<!ENTITY a "${'x'.repeat(50)}"><!ENTITY b "&a;&a;&a;">]>${file('<outline text="&b;&lt;script&gt;hi" xmlUrl="https://a.example/f"/>')}`;
    expect(readOpml(bomb).feeds[0]?.title).not.toMatch(/xxx|<script/);
  });

  it('never throws', () => {
    const parts = fc.constantFrom(
      '<opml>',
      '<outline ',
      'xmlUrl="',
      'https://a.example',
      '"',
      '>',
      '</outline>',
      '<![CDATA[',
      '&amp;',
      '<<',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 60 }), (all) =>
        Array.isArray(readOpml(all.join('')).feeds),
      ),
    );
  });
});

describe('writeOpml', () => {
  it('gives back the feeds of the registry', () => {
    const { feeds, problems } = readOpml(writeOpml(cybersecuritySources, 'Mine'));
    expect(problems).toEqual([]);
    expect(feeds.map((feed) => feed.address)).toEqual(cybersecuritySources.flatMap((source) => source.feeds));
  });

  it('gives back any name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z"'&;>]{1,30}$/), (name) => {
        const source = {
          ...(cybersecuritySources[0] as (typeof cybersecuritySources)[number]),
          name: `x${name}`,
          feeds: ['https://a.example/f'],
        };
        const title = readOpml(writeOpml([source], name)).feeds[0]?.title;
        // A name that spells a character reference is read as the character.
        if (!/&[a-z#]/i.test(name)) expect(title).toBe(source.name);
      }),
    );
  });
});
