import { element, escaped, paragraphsOf } from './markup';
import { ALL_OUTLETS, type DemoOutlet, type FeedFormat, feedAddress } from './outlets';
import { addressOf, type DemoReport } from './reports';

export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml',
  rdf: 'application/rdf+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

const XML = '<?xml version="1.0" encoding="utf-8"?>\n';
const iso = (at: number): string => new Date(at).toISOString();
const rfc822 = (at: number): string => new Date(at).toUTCString();
const summaryOf = (report: DemoReport): string => report.paragraphs[0] ?? '';
/** The outlet's whole text, or what it gives away for nothing. */
const contentOf = (outlet: DemoOutlet, report: DemoReport): string =>
  paragraphsOf(outlet.fullText ? report.paragraphs : report.paragraphs.slice(0, 2));

type Build = (outlet: DemoOutlet, reports: readonly DemoReport[]) => string;

const rss: Build = (
  outlet,
  reports,
) => `${XML}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>${element('title', outlet.name)}${element('link', `https://${outlet.host}/`)}${element('description', outlet.motto)}<language>en</language><ttl>15</ttl>
${reports
  .map(
    (report) => `<item>${element('title', report.title)}${element('link', addressOf(report))}${element('guid', addressOf(report))}
${element('pubDate', rfc822(report.at))}${report.byline ? element('dc:creator', report.byline) : ''}${element('description', summaryOf(report))}
<content:encoded><![CDATA[${contentOf(outlet, report)}]]></content:encoded></item>`,
  )
  .join('\n')}
</channel></rss>`;

const rdf: Build = (
  outlet,
  reports,
) => `${XML}<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="${escaped(feedAddress(outlet))}">${element('title', outlet.name)}${element('link', `https://${outlet.host}/`)}${element('description', outlet.motto)}
<items><rdf:Seq>${reports.map((report) => `<rdf:li rdf:resource="${escaped(addressOf(report))}"/>`).join('')}</rdf:Seq></items></channel>
${reports
  .map(
    (
      report,
    ) => `<item rdf:about="${escaped(addressOf(report))}">${element('title', report.title)}${element('link', addressOf(report))}
${element('dc:date', iso(report.at))}${report.byline ? element('dc:creator', report.byline) : ''}${element('description', summaryOf(report))}
<content:encoded>${escaped(contentOf(outlet, report))}</content:encoded></item>`,
  )
  .join('\n')}
</rdf:RDF>`;

const atom: Build = (
  outlet,
  reports,
) => `${XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">${element('title', outlet.name)}
${element('id', `https://${outlet.host}/`)}<link rel="alternate" type="text/html" href="https://${outlet.host}/"/>
${element('updated', iso(Math.max(0, ...reports.map((report) => report.at))))}
${reports
  .map(
    (
      report,
    ) => `<entry>${element('title', report.title)}${element('id', addressOf(report))}<link rel="alternate" href="${escaped(addressOf(report))}"/>
${element('published', iso(report.at))}${element('updated', iso(report.at))}${report.byline ? `<author>${element('name', report.byline)}</author>` : ''}
${element('summary', summaryOf(report))}<content type="html">${escaped(contentOf(outlet, report))}</content></entry>`,
  )
  .join('\n')}
</feed>`;

const json: Build = (outlet, reports) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    home_page_url: `https://${outlet.host}/`,
    feed_url: feedAddress(outlet),
    language: 'en',
    items: reports.map((report) => ({
      id: addressOf(report),
      url: addressOf(report),
      title: report.title,
      summary: summaryOf(report),
      content_html: contentOf(outlet, report),
      date_published: iso(report.at),
      ...(report.byline && { authors: [{ name: report.byline }] }),
    })),
  });

const BUILD: Readonly<Record<FeedFormat, Build>> = { rss, rdf, atom, json };

/** @param reports newest first. */
export const feedOf: Build = (outlet, reports) => BUILD[outlet.format](outlet, reports);

/** The newsroom's outlets as a reader would import them. */
export function opml(): string {
  const outlines = ALL_OUTLETS.filter((outlet) => outlet.subscribed).map(
    (outlet) =>
      `<outline type="rss" text="${escaped(outlet.name)}" title="${escaped(outlet.name)}" xmlUrl="${escaped(feedAddress(outlet))}"` +
      ` htmlUrl="https://${outlet.host}/" secondSourceKind="${outlet.kind}"/>`,
  );
  return `${XML}<opml version="2.0"><head><title>Demo newsroom</title></head><body>\n${outlines.join('\n')}\n</body></opml>\n`;
}
