/**
 * Outlets that reports of any field cite by name, with the host that identifies their newsroom. The registry is asked first;
 * this table only makes "the FT reports" and an article at ft.com one origin where no beat lists that outlet.
 */
const CITED: Readonly<Record<string, readonly string[]>> = {
  '404media.co': ['404 media'],
  'abc.net.au': ['abc news australia'],
  'abcnews.go.com': ['abc news'],
  'aljazeera.com': ['al jazeera'],
  'arstechnica.com': ['ars technica', 'ars'],
  'axios.com': ['axios'],
  'bbc.co.uk': ['bbc', 'bbc news'],
  'bleepingcomputer.com': ['bleepingcomputer', 'bleeping computer'],
  'businessinsider.com': ['business insider', 'insider'],
  'calcalistech.com': ['calcalist', 'ctech'],
  'cbsnews.com': ['cbs', 'cbs news'],
  'channel4.com': ['channel 4 news'],
  'cnbc.com': ['cnbc'],
  'coindesk.com': ['coindesk'],
  'cyberscoop.com': ['cyberscoop'],
  'dailymail.co.uk': ['daily mail', 'mail on sunday', 'mailonline'],
  'databreaches.net': ['databreaches', 'databreaches.net'],
  'decrypt.co': ['decrypt'],
  'economist.com': ['economist'],
  'forbes.com': ['forbes'],
  'fortune.com': ['fortune'],
  'foxnews.com': ['fox news'],
  'ft.com': ['financial times', 'ft'],
  'haaretz.com': ['haaretz'],
  'independent.co.uk': ['independent'],
  'ipolitics.ca': ['ipolitics'],
  'itv.com': ['itv', 'itv news'],
  'krebsonsecurity.com': ['krebs on security', 'krebsonsecurity', 'brian krebs'],
  'latimes.com': ['los angeles times', 'l.a. times', 'la times'],
  'lemonde.fr': ['le monde'],
  'nbcnews.com': ['nbc', 'nbc news'],
  'newyorker.com': ['new yorker'],
  'nextgov.com': ['nextgov', 'nextgov/fcw'],
  'nikkei.com': ['nikkei', 'nikkei asia', 'nihon keizai shimbun'],
  'npr.org': ['npr'],
  'nypost.com': ['new york post'],
  'nytimes.com': ['new york times', 'nyt', 'ny times'],
  'politico.com': ['politico', 'politico pro'],
  'propublica.org': ['propublica'],
  'restofworld.org': ['rest of world'],
  'scmp.com': ['south china morning post', 'scmp'],
  'semafor.com': ['semafor'],
  'sky.com': ['sky news'],
  'spiegel.de': ['der spiegel', 'spiegel'],
  'straitstimes.com': ['straits times'],
  'techcrunch.com': ['techcrunch'],
  'telegraph.co.uk': ['telegraph', 'daily telegraph', 'sunday telegraph'],
  'theathletic.com': ['athletic'],
  'theatlantic.com': ['atlantic'],
  'theguardian.com': ['guardian', 'observer'],
  'theglobeandmail.com': ['globe and mail'],
  'thehackernews.com': ['hacker news'],
  'thehill.com': ['hill'],
  'theinformation.com': ['information'],
  'theregister.com': ['register'],
  'therecord.media': ['record', 'recorded future news'],
  'thetimes.com': ['sunday times', 'times of london'],
  'theverge.com': ['verge'],
  'usatoday.com': ['usa today'],
  'vice.com': ['motherboard', 'vice news'],
  'washingtonpost.com': ['washington post'],
  'wired.com': ['wired'],
  'wsj.com': ['wall street journal', 'wsj'],
  'zdnet.com': ['zdnet'],
  'zetter-zeroday.com': ['zero day'],
};

const HOST_OF = new Map(Object.entries(CITED).flatMap(([host, names]) => names.map((name) => [name, host] as const)));

/** @param folded a name as plainName gives it. */
export const hostOfCited = (folded: string): string | undefined => HOST_OF.get(folded);

/**
 * Words that end the name of a newspaper or broadcaster in the languages of our sources. A capitalised name that ends so is
 * taken for an outlet where a cue ("according to", "reports") stands beside it; "according to Acme Labs" is not a citation.
 */
const MEDIA_WORD =
  /\b(times|post|news|journal|herald|tribune|gazette|chronicle|telegraph|guardian|daily|press|observer|globe|courier|inquirer|examiner|dispatch|sentinel|bulletin|bee|mirror|express|advertiser|argus|echo|zeitung|pennsylvanian|crimson|magazine|radio|tv|media)$/;
const NOT_MEDIA =
  /^(how|why|what|good|bad|breaking|fake|latest|big|local|social|multiple|state|u\.?s\.? social|windows|project)\s/;

/** Does a folded name of two words or more look like an outlet's? */
export const looksLikeOutlet = (folded: string): boolean =>
  folded.includes(' ') && MEDIA_WORD.test(folded) && !NOT_MEDIA.test(folded);

/** Hosts that pass on other outlets' texts under their own address: never the writer of a text that others carry too. */
const PORTALS =
  /(?:^|\.)(?:yahoo\.(?:com|co\.[a-z]{2})|msn\.com|aol\.(?:com|co\.uk)|news\.google\.com|newsbreak\.com|smartnews\.com|flipboard\.com|drudgereport\.com|freerepublic\.com|headtopics\.com|biztoc\.com|inkl\.com|pressreader\.com|dailyhunt\.in)$/;

export const isPortal = (host: string): boolean => PORTALS.test(host);
