import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../lib/articles/article';
import { findOrigins } from '../../lib/signals/origins';
import { verify } from '../../lib/signals/verified';
import { articleOf, readItems } from '../items';
import { registry } from '../world';
import type { Part } from './part';

/** Share of the stories, the latest by their first item, that no rule was made on. */
const HELD_OUT = 0.3;
/** On the held-out stories of the worse stream (issue 3). */
const FLOORS = { exact: 0.9, hardExact: 0.6 } as const;
const STREAMS = ['wide', 'specialist'] as const;

/** A story as labelled: its articles, how many origins they have, and how many outlets carry it. */
interface Labelled {
  readonly articles: readonly Article[];
  readonly independent: number;
  readonly outlets: number;
}

interface Score {
  readonly stories: number;
  readonly exact: number;
  /** Stories where the number of outlets is not the answer. */
  readonly hard: number;
  readonly hardExact: number;
}

/** Independent origins per story, given the right stories; ours beside the number of outlets. */
export const evaluate: Part = async (shared) => {
  if (shared === null || !existsSync(shared)) return ownSet();
  const rows: string[] = [];
  const belowFloor: string[] = [];
  for (const stream of STREAMS) {
    const stories = labelledStream(new URL(`eval/stream-${stream}`, shared));
    const held = stories.slice(Math.floor(stories.length * (1 - HELD_OUT)));
    for (const [part, set] of [
      ['all', stories],
      ['held out', held],
    ] as const) {
      const ours = score(set, ({ articles }) => count(articles));
      const baseline = score(set, ({ outlets }) => outlets);
      rows.push(row(`${stream}, ${part}`, ours, baseline));
      if (part === 'all') continue;
      for (const figure of ['exact', 'hardExact'] as const) {
        const reached = figure === 'exact' ? ours.exact : ours.hardExact;
        // A stream without a hard story in its held-out part says nothing of them.
        if ((figure === 'exact' || ours.hard > 0) && reached < FLOORS[figure])
          belowFloor.push(`origins, ${stream}, held out: ${figure} ${reached.toFixed(3)} < ${FLOORS[figure]}`);
      }
    }
  }
  return { markdown: table(rows), belowFloor };
};

const count = (articles: readonly Article[]): number => verify(articles, findOrigins(articles, registry)).n;

function score(stories: readonly Labelled[], predict: (story: Labelled) => number): Score {
  const right = stories.filter((story) => predict(story) === story.independent);
  const isHard = ({ outlets, independent }: Labelled): boolean => outlets !== independent;
  const hard = stories.filter(isHard).length;
  return {
    stories: stories.length,
    exact: right.length / Math.max(1, stories.length),
    hard,
    hardExact: hard === 0 ? 0 : right.filter(isHard).length / hard,
  };
}

/** Stories of two or more items, in the order of their first. */
function labelledStream(base: URL): Labelled[] {
  const path = fileURLToPath(base);
  const items = new Map(readItems(`${path}.items.jsonl`, true).values.map((item) => [item.id, item]));
  const stories = new Map<string, { id: string; origin: string }[]>();
  for (const line of readFileSync(`${path}.stories.jsonl`, 'utf8').split('\n').filter(Boolean)) {
    const label = JSON.parse(line) as { id: string; story: string; origin?: string };
    if (label.story === 'none') continue;
    (stories.get(label.story) ?? stories.set(label.story, []).get(label.story)!).push({
      id: label.id,
      origin: label.origin ?? 'own',
    });
  }
  return [...stories.values()]
    .map((labels) => ({
      articles: labels.flatMap(({ id }) => articleOf(items.get(id)!, registry) ?? []),
      independent: independent(labels.map(({ id, origin }) => ({ origin, outlet: items.get(id)!.outlet }))),
      outlets: new Set(labels.map(({ id }) => items.get(id)!.outlet)).size,
    }))
    .sort((a, b) => a.articles[0]!.published - b.articles[0]!.published);
}

/** The labels' count, by the rules of eval/origin-score.mjs: one name for a newsroom however labels and outlets write it. */
function independent(labels: readonly { origin: string; outlet: string }[]): number {
  const origins = new Set<string>();
  for (const { origin, outlet } of labels) {
    const [kind = 'own', name = kind] = origin.split(':');
    origins.add(
      kind === 'own' ? family(outlet) : kind === 'pr' ? 'pr' : kind === 'primary' ? `primary:${family(outlet)}` : family(name),
    );
  }
  if (origins.size > 1) origins.delete('pr');
  return origins.size;
}

const family = (name: string): string => {
  const letters = name
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/[^a-z0-9]+/g, '');
  return NAMES[letters] ?? letters;
};
/** One name for each newsroom, as in eval/origin-score.mjs. */
const NAMES: Readonly<Record<string, string>> = {
  yonhapnewsagency: 'yonhap',
  ftcom: 'ft',
  financialtimes: 'ft',
  bbcnews: 'bbc',
  cnbccom: 'cnbc',
  thewashingtonpost: 'washingtonpost',
  thenewyorktimes: 'newyorktimes',
  thetelegraph: 'telegraph',
  dailytelegraph: 'telegraph',
  theindependent: 'independent',
  theguardian: 'guardian',
  thewesternjournal: 'westernjournal',
  thewallstreetjournal: 'wsj',
  wallstreetjournal: 'wsj',
  wsjcom: 'wsj',
  arstechnicacom: 'arstechnica',
  thevergecom: 'theverge',
  techcrunchcom: 'techcrunch',
  technologyreviewcom: 'technologyreview',
  openaicom: 'openai',
  associatedpress: 'ap',
  theassociatedpress: 'ap',
  apnews: 'ap',
  agencefrancepresse: 'afp',
  pressassociation: 'pa',
  canadianpress: 'cp',
  thecanadianpress: 'cp',
};

/** A few stories in our own words, for a machine without ../shared: shows that the measure runs, proves little. */
function ownSet(): Awaited<ReturnType<Part>> {
  const stories = OWN.map(
    ({ independent: expected, reports }, story): Labelled => ({
      articles: reports.flatMap(([host, title, summary], index) => {
        const published = new Date(Date.UTC(2026, 0, 5 + story, 8 + index)).toISOString();
        return (
          articleOf(
            {
              id: `${story}.${index}`,
              outlet: OUTLETS[host] ?? host,
              host,
              url: `https://${host}/${story}-${index}`,
              title,
              summary,
              published,
            },
            registry,
          ) ?? []
        );
      }),
      independent: expected,
      outlets: new Set(reports.map(([host]) => host)).size,
    }),
  );
  const ours = score(stories, ({ articles }) => count(articles));
  const baseline = score(stories, ({ outlets }) => outlets);
  const belowFloor = ours.exact < FLOORS.exact ? [`origins, own words: exact ${ours.exact.toFixed(3)} < ${FLOORS.exact}`] : [];
  return { markdown: table([row('own words', ours, baseline)]), belowFloor };
}

const OUTLETS: Readonly<Record<string, string>> = { 'quayside.example': 'Quayside Gazette', 'harbour.example': 'Harbour News' };

const OWN: readonly {
  readonly independent: number;
  readonly reports: readonly (readonly [host: string, title: string, summary: string])[];
}[] = [
  {
    independent: 1,
    reports: [
      [
        'quayside.example',
        'Harbour of Elmford stops four cranes after break-in',
        'ELMFORD (AP) — Four of nine cranes stand still since Monday.',
      ],
      ['harbour.example', 'Harbour of Elmford stops four cranes after break-in', 'Dockers were sent home.'],
    ],
  },
  {
    independent: 1,
    reports: [
      [
        'quayside.example',
        'Ferry line hid a theft of passenger lists',
        'Papers seen by this newspaper show that lists were copied in May.',
      ],
      [
        'harbour.example',
        'Ferry line hid theft, the Quayside Gazette reports',
        'According to the Quayside Gazette, lists were copied in May.',
      ],
    ],
  },
  {
    independent: 2,
    reports: [
      ['quayside.example', 'Pilots refuse the new harbour software', 'The pilots’ guild voted on Tuesday.'],
      ['harbour.example', 'Guild votes against pilot app', 'Four in five were against it.'],
      [
        'businesswire.com',
        'Harbour Systems presents app for pilots',
        'ELMFORD (BUSINESS WIRE) -- Harbour Systems today announced an app.',
      ],
    ],
  },
];

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const row = (name: string, ours: Score, baseline: Score): string =>
  `| ${name} | ${ours.stories} | ${percent(ours.exact)} | ${percent(baseline.exact)} | ${ours.hard} | ${ours.hard === 0 ? '–' : percent(ours.hardExact)} | ${ours.hard === 0 ? '–' : percent(baseline.hardExact)} |`;
const table = (rows: readonly string[]): string =>
  [
    '| stream | stories | N exact: ours | outlet count | stories where outlets are not the answer | ours exact | outlet count |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
