/** A month of news of our own making: each day some matters, each told by one to four outlets in words of their own. */
export interface SoakItem {
  readonly host: string;
  readonly link: string;
  readonly title: string;
  readonly summary: string;
  /** Epoch ms. */
  readonly at: number;
}

const HOUR = 3_600_000;
const MATTERS_A_DAY = 8;
export const soakHosts: readonly string[] = Array.from({ length: 12 }, (_, i) => `paper${i}.example`);

const SYLLABLES = [
  'ba',
  'cor',
  'del',
  'fen',
  'gra',
  'hol',
  'kin',
  'lor',
  'mar',
  'nes',
  'pol',
  'quin',
  'ros',
  'sel',
  'tor',
  'vel',
  'wen',
  'zan',
];
const EVENTS = [
  ['ransomware locks the records of', 'Ransomware has locked the records'],
  ['a fire closes the data centre of', 'A fire has closed the data centre'],
  ['a regulator fines', 'A regulator has imposed a fine'],
  ['engineers find a flaw in the meters of', 'Engineers have found a flaw in the meters'],
  ['a strike stops the trains of', 'A strike has stopped the trains'],
] as const;

/** A name that no other matter has. */
const nameOf = (n: number, salt: number): string => {
  let rest = n * 7919 + salt * 104_729 + 17;
  let name = '';
  for (let i = 0; i < 3; i++) {
    name += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length) + i * 31;
  }
  return name[0]!.toUpperCase() + name.slice(1);
};

/** @param start epoch ms */
export function soakItems(start: number, days: number): SoakItem[] {
  return Array.from({ length: days * MATTERS_A_DAY }, (_, n) => {
    const [town, person] = [nameOf(n, 1), nameOf(n, 2)];
    const [headline, sentence] = EVENTS[n % EVENTS.length]!;
    const first = start + Math.floor(n / MATTERS_A_DAY) * 24 * HOUR + (n % MATTERS_A_DAY) * 2 * HOUR;
    const titles = [
      `In ${town}, ${headline} ${town} utility ${person}`,
      `${town} utility ${person}: ${headline} it`,
      `${person}, utility of ${town}: ${headline} company`,
      `What is known as ${headline} ${person} of ${town}`,
    ];
    return Array.from({ length: 1 + (n % 4) }, (_, telling) => {
      const host = soakHosts[(n + telling * 5) % soakHosts.length]!;
      return {
        host,
        link: `https://${host}/${n}/${town.toLowerCase()}`,
        title: titles[telling]!,
        summary: `${sentence} of the ${town} utility ${person}, its director told ${host}. ${'It serves the town since 1950. '.repeat(telling + 1)}`,
        at: first + telling * HOUR,
      };
    });
  }).flat();
}

export function soakFeed(host: string, items: readonly SoakItem[]): string {
  const own = items.filter((item) => item.host === host).sort((a, b) => b.at - a.at);
  return `<rss version="2.0"><channel><title>${host}</title>${own
    .map(
      ({ link, title, summary, at }) =>
        `<item><title>${title}</title><link>${link}</link><description>${summary}</description><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;
}

export function soakOpml(): string {
  const outlines = soakHosts.map(
    (host) => `<outline type="rss" text="${host}" xmlUrl="https://${host}/feed" htmlUrl="https://${host}/"/>`,
  );
  return `<opml version="2.0"><head><title>Soak</title></head><body>${outlines.join('')}</body></opml>`;
}
