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
/** What happens, in words that few other matters of the month use. */
const VERBS = 'halts recalls audits floods sells merges fines sues rebuilds evacuates insures tests bans opens taxes'.split(' ');
const THINGS =
  'ferries turbines bakeries vaccines tunnels harvests pensions stadiums reservoirs archives satellites orchards libraries cables quarries mines kitchens'.split(
    ' ',
  );

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
    const [town, person, firm, river] = [nameOf(n, 1), nameOf(n, 2), nameOf(n, 3), nameOf(n, 4)];
    const [verb, thing, other] = [VERBS[n % VERBS.length]!, THINGS[n % THINGS.length]!, THINGS[(n * 5 + 3) % THINGS.length]!];
    const first = start + Math.floor(n / MATTERS_A_DAY) * 24 * HOUR + (n % MATTERS_A_DAY) * 2 * HOUR;
    const titles = [
      `${town} ${verb} ${thing} of ${firm}`,
      `${firm} ${thing}: ${town} ${verb} them`,
      `${town} ${verb} ${firm} ${thing} by the ${river}`,
      `Mayor ${person} of ${town} ${verb} ${firm} ${thing}`,
    ];
    const tellings = [
      `${person}, mayor of ${town}, ${verb} the ${thing} of ${firm}.`,
      `The ${thing} that ${firm} keeps in ${town}: mayor ${person} ${verb} them, and ${other} too.`,
      `By the ${river}, ${town} ${verb} ${thing}; ${firm} had ${n % 90} of them, ${person} said.`,
      `${firm} loses its ${thing} in ${town}. ${person} points to the ${river} and to ${other}.`,
    ];
    return Array.from({ length: 1 + (n % 4) }, (_, telling) => {
      const host = soakHosts[(n + telling * 5) % soakHosts.length]!;
      return {
        host,
        link: `https://${host}/${n}/${town.toLowerCase()}`,
        title: titles[telling]!,
        summary: tellings[telling]!,
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
