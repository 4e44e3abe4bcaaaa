import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../lib/articles/text';
import { type FeedItem, type FeedReading, MAX_FEED_SIZE, MAX_ITEMS, type ParsedFeed, parseFeed } from '../../lib/sources/feed';

const AT = 'https://paper.example/news/feed.xml';
const read = (body: string | Uint8Array, type: string | null = null) => parseFeed(body, type, AT);
const feedOf = (reading: FeedReading): ParsedFeed => {
  if (!reading.ok) throw new Error(`no feed: ${reading.why}`);
  return reading.feed;
};
const firstOf = (reading: FeedReading): FeedItem => {
  const item = feedOf(reading).items[0];
  if (item === undefined) throw new Error('no item');
  return item;
};
const rss = (body: string, attributes = '') =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>Paper</title><link>https://paper.example/</link>${body}</channel></rss>`;
const item = (inside: string) => rss(`<item><title>Port closed</title><link>https://paper.example/port</link>${inside}</item>`);

/** Ms that this process has computed: what others do on the machine is not what is measured. */
const processorTime = () => process.cpuUsage().user / 1_000;

describe('RSS 2.0', () => {
  it('is read in full', () => {
    const feed = feedOf(
      read(
        rss(
          `<language>en-gb</language><ttl>30</ttl><image><title>Logo</title><link>https://logo.example/</link></image>
           <atom:link rel="self" href="https://paper.example/feed.xml"/>
           <item><title>Port &amp; <![CDATA[city <b>closed</b>]]></title><link> /port </link><guid isPermaLink="false">p-1</guid>
             <description>&lt;p&gt;Two berths&lt;/p&gt;</description><c:encoded><![CDATA[<p>All of it</p>]]></c:encoded>
             <d:creator>Ann Reed</d:creator><d:creator>Bo Lind</d:creator><category>Ports</category>
             <pubDate>Mon, 05 Jan 2026 10:00:00 EST</pubDate><d:source>Coast Agency</d:source>
             <source url="https://agency.example/rss">Agency</source></item>`,
          'xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"',
        ),
      ),
    );
    expect(feed).toEqual({
      title: 'Paper',
      site: 'https://paper.example/',
      language: 'en-gb',
      ttlMinutes: 30,
      problems: [],
      items: [
        {
          guid: 'p-1',
          link: 'https://paper.example/port',
          title: 'Port & city <b>closed</b>',
          summary: '<p>Two berths</p>',
          content: '<p>All of it</p>',
          authors: ['Ann Reed', 'Bo Lind'],
          published: 'Mon, 05 Jan 2026 10:00:00 EST',
          categories: ['Ports'],
          source: { name: 'Agency', url: 'https://agency.example/rss' },
          credit: ['Coast Agency'],
        },
      ],
    });
  });

  it.each([
    ['a link in the guid', rss('<item><title>t</title><guid>https://paper.example/g</guid></item>'), 'https://paper.example/g'],
    [
      'a link that FeedBurner replaced',
      item(
        '<feedburner:origLink xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">https://paper.example/orig</feedburner:origLink>',
      ),
      'https://paper.example/orig',
    ],
    [
      'a base for its links',
      rss('<item xml:base="https://other.example/a/"><title>t</title><link>b</link></item>'),
      'https://other.example/a/b',
    ],
    [
      'a link in the manner of Atom',
      rss('<item><title>t</title><link href="https://paper.example/h"/></item>'),
      'https://paper.example/h',
    ],
    ['capitals', rss('<ITEM><TITLE>t</TITLE><LINK>https://paper.example/c</LINK></ITEM>'), 'https://paper.example/c'],
  ])('may have %s', (_, body, link) => expect(firstOf(read(body)).link).toBe(link));

  it.each([
    ['names of HTML in a title', rss('<item><title>Caf&eacute; &nbsp;&mdash; open</title><link>/a</link></item>'), 'Café — open'],
    ['a bare ampersand', rss('<item><title>Salt & Sons</title><link>/a</link></item>'), 'Salt & Sons'],
    ['markup that is not escaped', rss('<item><title>One <b>two</b> <br> three</title><link>/a</link></item>'), 'One two three'],
    ['a script in a title', rss('<item><title><script>alert(1)</script>Calm</title><link>/a</link></item>'), 'Calm'],
    [
      'an escaped script in a title',
      rss('<item><title>&lt;script&gt;alert(1)&lt;/script&gt;Calm</title><link>/a</link></item>'),
      'Calm',
    ],
    [
      'a title of the media module beside its own',
      item('<media:title xmlns:media="http://search.yahoo.com/mrss/">Photo</media:title>'),
      'Port closed',
    ],
  ])('with %s gives clean text', (_, body, title) => expect(plainText(firstOf(read(body)).title, 300)).toBe(title));

  it('takes no link but http(s)', () => {
    const feed = feedOf(
      read(
        rss(
          '<item><title>t</title><link>javascript:alert(1)</link></item><item><title>u</title><link>data:text/html,x</link></item>',
        ),
      ),
    );
    expect(feed.items).toEqual([]);
    expect(feed.problems).toEqual(['items-without-link']);
  });

  it('reads the update period of the syndication module', () => {
    expect(
      feedOf(
        read(
          rss(
            '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>',
            'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"',
          ),
        ),
      ).ttlMinutes,
    ).toBe(30);
  });
});

it('RSS 1.0 is read, with its items beside the channel', () => {
  const feed = feedOf(
    read(`<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>Alerts</title><link>https://cert.example/</link><items><r:Seq><r:li r:resource="https://cert.example/1"/></r:Seq></items></channel>
      <item><title>Flaw in valves</title><link>https://cert.example/1</link><description>Update.</description><dc:date>2026-01-05T09:00+09:00</dc:date></item></r:RDF>`),
  );
  expect(feed.title).toBe('Alerts');
  expect(feed.items).toMatchObject([
    { title: 'Flaw in valves', link: 'https://cert.example/1', published: '2026-01-05T09:00+09:00' },
  ]);
});

describe('Atom', () => {
  const atom = (entry: string, attributes = 'xmlns="http://www.w3.org/2005/Atom"') =>
    `<feed ${attributes}><title>Lab</title><link href="https://lab.example/"/><entry>${entry}</entry></feed>`;

  it('is read in full', () => {
    const entry = firstOf(
      read(
        atom(
          `<id>tag:lab.example,2026:1</id><title type="text">If a &lt; b</title><link rel="replies" href="/r"/><link href="p/1"/>
           <author><name>Cy Fox</name><email>cy@lab.example</email></author><category term="flaws" label="Flaws"/>
           <published>2026-01-05T10:00:00Z</published><updated>2026-01-06T10:00:00Z</updated>
           <summary type="html">&lt;i&gt;Short&lt;/i&gt;</summary>
           <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Long <b>text</b> &lt;3</div></content>
           <source><title>Other lab</title><link rel="self" href="https://other.example/atom"/><updated>2020-01-01T00:00:00Z</updated></source>`,
          'xmlns="http://www.w3.org/2005/Atom" xml:base="https://lab.example/blog/" xml:lang="en"',
        ),
      ),
    );
    expect(entry).toMatchObject({
      guid: 'tag:lab.example,2026:1',
      link: 'https://lab.example/blog/p/1',
      title: 'If a &lt; b',
      summary: '<i>Short</i>',
      authors: ['Cy Fox'],
      categories: ['Flaws'],
      published: '2026-01-05T10:00:00Z',
      updated: '2026-01-06T10:00:00Z',
      source: { name: 'Other lab', url: 'https://other.example/atom' },
    });
    expect(plainText(entry.content, 100)).toBe('Long text <3');
  });

  it('is read under any prefix, and without a namespace', () => {
    expect(
      firstOf(
        read('<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>T</a:title><a:link href="/x"/></a:entry></a:feed>'),
      ).title,
    ).toBe('T');
    expect(firstOf(read(atom('<title>T</title><link href="/x"/>', ''))).title).toBe('T');
  });
});

it('JSON Feed is read', () => {
  const feed = feedOf(
    read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Lab <1>',
        home_page_url: 'https://lab.example/',
        items: [
          {
            id: 7,
            url: '/a',
            title: 'A < B',
            content_text: 'x & y',
            date_published: '2026-01-05T10:00:00Z',
            authors: [{ name: 'Di' }, null],
            tags: ['t', 3],
          },
          { id: 'https://lab.example/b', title: null },
          { title: 'nowhere' },
          'nonsense',
        ],
      }),
    ),
  );
  expect(feed.items.map((entry) => entry.link)).toEqual(['https://paper.example/a', 'https://lab.example/b']);
  expect(feed.items[0]).toMatchObject({ guid: '7', title: 'A &lt; B', content: 'x &amp; y', authors: ['Di'], categories: ['t'] });
  expect(feed.problems).toEqual(['items-without-link']);
});

it("CISA's catalogue is read newest first, each entry at an address of its own on CISA's host", () => {
  const entry = (cveID: unknown, dateAdded: string) => ({
    cveID,
    dateAdded,
    vendorProject: 'Valveworks',
    product: 'Gate',
    vulnerabilityName: 'Valveworks Gate Path Traversal',
    shortDescription: 'A path is not checked.',
    requiredAction: 'Update.',
    dueDate: '2026-02-01',
    knownRansomwareCampaignUse: 'Known',
  });
  const feed = feedOf(
    read(
      JSON.stringify({
        title: 'Catalogue',
        catalogVersion: '1',
        vulnerabilities: [
          entry('CVE-2025-1111', '2025-12-01'),
          entry('CVE-2026-2222', '2026-01-05'),
          entry('"><script>', '2026-01-06'),
          entry(5, '2026-01-07'),
          null,
        ],
      }),
    ),
  );
  expect(feed.items.map((found) => [found.link, found.published])).toEqual([
    ['https://www.cisa.gov/known-exploited-vulnerabilities-catalog?search_api_fulltext=CVE-2026-2222', '2026-01-05'],
    ['https://www.cisa.gov/known-exploited-vulnerabilities-catalog?search_api_fulltext=CVE-2025-1111', '2025-12-01'],
  ]);
  expect(feed.items[0]?.summary).toBe(
    'A path is not checked. Update. Due date: 2026-02-01. Known to be used in ransomware campaigns.',
  );
});

describe('charsets', () => {
  const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const utf16 = (text: string) =>
    Uint8Array.from([0xff, 0xfe, ...text.split('').flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8])]);
  const body = (encoding: string | null) =>
    `${encoding === null ? '' : `<?xml version="1.0" encoding="${encoding}"?>`}<rss><channel><item><title>Café</title><link>/a</link></item></channel></rss>`;
  it.each([
    ['UTF-8 that nobody declares', utf8(body(null)), null],
    ['UTF-8 under a header of another', utf8(body('utf-8')), 'text/xml; charset=iso-8859-1'],
    ['Latin 1 by its prolog', latin(body('iso-8859-1')), 'application/rss+xml'],
    ['Latin 1 by its header', latin(body(null)), 'text/xml; charset="ISO-8859-1"'],
    ['Latin 1 under a header of UTF-8', latin(body('windows-1252')), 'text/xml; charset=utf-8'],
    ['Latin 1 that nobody declares', latin(body(null)), null],
    ['UTF-16 with a mark', utf16(body('utf-16')), null],
    ['a charset that nobody knows', utf8(body('klingon-8')), 'text/xml; charset=nonsense'],
  ])('of %s are found', (_, bytes, type) => expect(firstOf(read(bytes, type)).title).toBe('Café'));

  it('of Japanese in ISO-2022-JP is found, whose bytes are also UTF-8', () => {
    const bytes = Uint8Array.from([
      ...utf8('<?xml version="1.0" encoding="iso-2022-jp"?><rss><channel><item><link>/a</link><title>'),
      0x1b,
      0x24,
      0x42,
      0x39,
      0x41,
      0x1b,
      0x28,
      0x42,
      ...utf8('</title></item></channel></rss>'),
    ]);
    expect(firstOf(read(bytes)).title).toBe('港');
  });
});

describe('what is no feed', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n\u0000 ', 'empty'],
    ['a web page', '<!DOCTYPE html><html><head><title>Blocked</title></head></html>', 'html-instead'],
    ['a web page without a type', '<html><body><rss/></body></html>', 'html-instead'],
    ['other XML', '<?xml version="1.0"?><urlset><url/></urlset>', 'not-a-feed'],
    ['text', 'Not found', 'not-a-feed'],
    ['broken JSON', '{"items": [', 'not-a-feed'],
    ['other JSON', '{"error": "no"}', 'not-a-feed'],
    ['a JSON list', '[1, 2]', 'not-a-feed'],
    ['too much', 'x'.repeat(MAX_FEED_SIZE + 1), 'too-large'],
  ])('is told by its fault: %s', (_, body, why) => expect(read(body)).toEqual({ ok: false, why }));
});

describe('what is hostile', () => {
  const whole = '<item><title>Whole</title><link>https://paper.example/whole</link></item>';
  it.each([
    [
      'a feed that is cut in an item',
      rss(`${whole}<item><title>Cut</title><link>https://paper.example/cu`).replace('</channel></rss>', ''),
      ['truncated'],
    ],
    ['nesting without end', rss(whole + '<a>'.repeat(200_000)), ['too-deep']],
    [
      'entities of entities',
      `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${'<!ENTITY b "&a;&a;&a;&a;">'.repeat(50)}]>${rss(`${whole}<item><title>&b;</title></item>`)}`,
      ['items-without-link'],
    ],
    ['an external entity', `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(whole)}`, []],
    ['attributes without end', rss(`${whole}<x ${Array.from({ length: 20_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`), []],
    [
      'namespaces without end',
      rss(`${whole}<x ${Array.from({ length: 20_000 }, (_, n) => `xmlns:a${n}="u"`).join(' ')}/>`),
      ['too-deep'],
    ],
    [
      'names of prototypes',
      rss(`${whole}<__proto__ constructor="1">x</__proto__><item><constructor/><link>javascript:0</link></item>`),
      ['items-without-link'],
    ],
  ])('keeps the whole items: %s', (_, body, problems) => {
    const start = processorTime();
    const feed = feedOf(read(body));
    expect(feed.items.map((entry) => entry.title)).toEqual(['Whole']);
    expect(feed.problems).toEqual(problems);
    expect(processorTime() - start).toBeLessThan(1_000);
  });

  it('believes no guid that several items share', () => {
    const twin = (n: number) => `<item><title>${n}</title><link>/${n}</link><guid>https://paper.example/same</guid></item>`;
    expect(feedOf(read(rss(twin(1) + twin(2)))).items.map((entry) => [entry.link, entry.guid])).toEqual([
      ['https://paper.example/1', undefined],
      ['https://paper.example/2', undefined],
    ]);
  });

  it('reads a flood only up to its cap', () => {
    const feed = feedOf(
      read(rss(Array.from({ length: 10_000 }, (_, n) => `<item><title>${n}</title><link>/${n}</link></item>`).join(''))),
    );
    expect(feed.items).toHaveLength(MAX_ITEMS);
    expect(feed.problems).toEqual(['too-many-items']);
  });

  it.each([
    '<',
    '<<',
    '&',
    '<item>',
    '<item><title>',
    '<![CDATA[',
    '<a b="',
    '<!--',
    ']]>',
    '<?',
    '{',
    '[',
    '<item><title>t</title><link>/a</link></item>',
    '</item>',
    '<title>&lt;',
  ])('takes bounded time over four megabytes of %j', (part) => {
    const body = `<rss><channel>${part.repeat(4_000_000 / part.length)}`;
    const start = processorTime();
    read(body);
    read(part.repeat(1_000_000 / part.length));
    expect(processorTime() - start).toBeLessThan(4_000);
  });

  it('never throws, and gives what its type says', () => {
    const part = fc.constantFrom(
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<link>',
      '</link>',
      'https://a.example/',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '<entry>',
      '</entry>',
      '<link href="',
      '"/>',
      '<source url="',
      '">',
      '<source>',
      '</source>',
      '<author><name>',
      '<content type="xhtml">',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&#x0;',
      '&#xFFFFFFFF;',
      '<?xml',
      '{"items":[',
      '{"url":"/"}',
      ']}',
      'xml:base="//x/"',
      '<rdf:RDF>',
      '\u0000',
    );
    const text = fc
      .array(fc.oneof({ weight: 4, arbitrary: part }, fc.string({ maxLength: 10 })), { maxLength: 60 })
      .map((parts) => parts.join(''));
    const bytes = fc.uint8Array({ maxLength: 400 });
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((body) => `<rss><channel>${body}`),
          bytes,
        ),
        fc.option(fc.string()),
        (body, type) => {
          const start = processorTime();
          const reading = read(body, type);
          expect(processorTime() - start).toBeLessThan(500);
          if (!reading.ok) return;
          for (const entry of reading.feed.items) {
            expect(entry.link).toMatch(/^https?:\/\//);
            expect([entry.title, entry.summary, entry.content].every((value) => typeof value === 'string')).toBe(true);
            expect([...entry.authors, ...entry.categories].every((value) => typeof value === 'string')).toBe(true);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('never throws over JSON of any shape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        read(JSON.stringify({ items: a, vulnerabilities: b }));
        read(JSON.stringify({ items: [a, b, { url: 'https://a.example/', title: a, authors: b, tags: a }] }));
        read(JSON.stringify({ vulnerabilities: [a, b, { cveID: 'CVE-2026-1234', dateAdded: a, product: b }] }));
      }),
    );
  });
});
