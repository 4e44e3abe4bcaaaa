import { FEED_TYPES } from './feeds';
import { figure } from './figures';
import { LOOKS } from './looks';
import { element, escaped, paragraphsOf } from './markup';
import { type DemoOutlet, feedAddress, OUTLETS } from './outlets';
import { addressOf, type DemoReport } from './reports';

/** Stands at the foot of every page: nobody should take the demo for news. */
const NOTE =
  'A page of the demo newsroom of Second Source. Outlet and sentences are invented for the demonstration; nobody named here wrote or approved them.';

const iso = (at: number): string => new Date(at).toISOString();
const shown = (at: number): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'short', timeZone: 'America/New_York' }).format(at);

function shell(outlet: DemoOutlet, title: string, head: string, main: string): string {
  const sections = outlet.sections.map((name) => `<li><a href="/${escaped(slug(name))}/">${escaped(name)}</a></li>`).join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${element('title', title)}<link rel="icon" href="data:,">
<link rel="alternate" type="${FEED_TYPES[outlet.format]}" title="${escaped(outlet.name)}" href="${escaped(feedAddress(outlet))}">
${head}<style>${LOOKS[outlet.look]}</style></head>
<body><header class="site"><a class="name" href="/">${escaped(outlet.name)}</a><div class="motto">${escaped(outlet.motto)}</div>
<nav aria-label="Sections"><ul>${sections}<li><a href="/about">About</a></li></ul></nav></header>
<main>${main}</main>
<footer><p>© ${escaped(outlet.name)}. <a href="/about">About us</a> · <a href="/privacy">Privacy</a></p><p>${NOTE}</p></footer></body></html>`;
}

/** An article's page. `others`: more of the outlet's reports, for the side. */
export function articlePage(report: DemoReport, others: readonly DemoReport[]): string {
  const outlet: DemoOutlet = OUTLETS[report.outlet];
  const address = escaped(addressOf(report));
  const micro = outlet.markup === 'microdata';
  const prop = (name: string) => (micro ? ` itemprop="${name}"` : '');
  const lead = report.paragraphs[0] ?? '';
  const head = [
    `<link rel="canonical" href="${address}"><meta name="description" content="${escaped(lead)}">`,
    outlet.markup === 'open-graph' || outlet.markup === 'json-ld' ? openGraph(outlet, report) : '',
    outlet.markup.startsWith('json-ld') ? jsonLd(outlet, report) : '',
  ].join('\n');
  const by = report.byline
    ? `By <span${micro ? ' itemprop="author" itemscope itemtype="https://schema.org/Person"' : ''}><span${prop('name')}>${escaped(report.byline)}</span></span> · `
    : '';
  return shell(
    outlet,
    `${report.title} | ${outlet.name}`,
    head,
    `<article${micro ? ' itemscope itemtype="https://schema.org/NewsArticle"' : ''}>
<div class="section">${escaped(report.section)}</div>
<h1${prop('headline')}>${escaped(report.title)}</h1>
<p class="meta">${by}<time datetime="${iso(report.at)}"${prop('datePublished')}>${shown(report.at)}</time></p>
${figure(report.path)}
<div class="body"${prop('articleBody')}>
${paragraphsOf(report.paragraphs)}
</div></article>
<aside><h2>More from ${escaped(outlet.name)}</h2>${list(others.slice(0, 5))}</aside>`,
  );
}

/** An outlet's front page: links to reports, itself none. */
export function frontPage(outlet: DemoOutlet, reports: readonly DemoReport[]): string {
  const head = `<meta property="og:type" content="website"><meta property="og:title" content="${escaped(outlet.name)}">`;
  const entries = reports
    .map(
      (report) =>
        `<li><a href="${escaped(report.path)}">${escaped(report.title)}</a><div class="meta">${shown(report.at)}</div></li>`,
    )
    .join('\n');
  return shell(
    outlet,
    outlet.name,
    head,
    `<section><h1>Latest</h1><ul class="list">${entries}</ul></section><aside><h2>Write to us</h2><p>Letters reach the desk every morning.</p></aside>`,
  );
}

export function aboutPage(outlet: DemoOutlet): string {
  return shell(
    outlet,
    `About ${outlet.name}`,
    '<meta property="og:type" content="website">',
    `<section><h1>About ${escaped(outlet.name)}</h1>${paragraphsOf([
      `${outlet.name} is a publication of the demo newsroom. ${outlet.motto}.`,
      'Our desk can be reached by letter, by telephone and at the counter on weekdays from nine to five.',
      'Corrections are printed on the day after the mistake.',
    ])}</section><aside></aside>`,
  );
}

const list = (reports: readonly DemoReport[]): string =>
  `<ul>${reports.map((report) => `<li><a href="${escaped(report.path)}">${escaped(report.title)}</a></li>`).join('')}</ul>`;

function openGraph(outlet: DemoOutlet, report: DemoReport): string {
  const stated = {
    'og:type': 'article',
    'og:title': report.title,
    'og:description': report.paragraphs[0] ?? '',
    'og:url': addressOf(report),
    'og:site_name': outlet.name,
    'article:published_time': iso(report.at),
    'article:section': report.section,
    ...(report.byline && { 'article:author': report.byline }),
  };
  return Object.entries(stated)
    .map(([name, content]) => `<meta property="${name}" content="${escaped(content)}">`)
    .join('\n');
}

function jsonLd(outlet: DemoOutlet, report: DemoReport): string {
  const article = {
    '@type': 'NewsArticle',
    headline: report.title,
    description: report.paragraphs[0],
    datePublished: iso(report.at),
    mainEntityOfPage: { '@type': 'WebPage', '@id': addressOf(report) },
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.name },
    ...(report.byline && { author: [{ '@type': 'Person', name: report.byline }] }),
  };
  const data =
    outlet.markup === 'json-ld-graph'
      ? { '@graph': [{ '@type': 'WebSite', name: outlet.name, url: `https://${outlet.host}/` }, article] }
      : article;
  // Inside <script> nothing is unescaped: "<" must not appear.
  return `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')}</script>`;
}

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-');
