import { describe, expect, it } from 'vitest';
import { articleFromReading } from '../../lib/articles/article-from-reading';
import { BEATS } from '../../lib/beats/beats';
import { makeRegistry } from '../../lib/sources/registry';
import { buildStories } from '../../lib/stories/build';
import { keysOf } from '../../lib/stories/keys';
import { matchArticle } from '../../lib/stories/match';
import { MemoryShelf } from '../../lib/stories/shelf';

const model = BEATS[0]!.grouping;
const NOW = Date.UTC(2026, 10, 20, 12);
const registry = makeRegistry([]);
const report = (title: string, lead = '', n = 0) =>
  articleFromReading(
    {
      url: `https://paper-${n}.example/news/${n}-report`,
      canonical: null,
      title,
      authors: [],
      published: new Date(NOW).toISOString(),
      language: null,
      outlet: null,
      lead,
      text: '',
      marks: {},
    },
    registry,
    NOW,
  )!;

/** Headlines of different matters that have the grammar of their language in common, and what every paper writes. */
const APART: Readonly<Record<string, readonly string[]>> = {
  German: [
    'Von Velden bis Kleinhafen: Wie die Brücken im Land verfallen',
    'Im Streit um die Kita: Gemeinde räumt Fehler bei der Planung ein',
    'Was für ein Sommer: Im Freibad bleiben die Kassen bis September zu',
    'Ein neues Rathaus für Velden und was es bis zum Einzug im Herbst kostet',
    'Bank räumt Fehler bei der Abrechnung ein und zahlt bis zum Sommer zurück',
    'Für die Feuerwehr im Tal beginnt ein neues Jahr mit alten Autos',
  ],
  French: [
    'Ce que l’on sait de la fermeture du pont de la rivière à la veille de l’été',
    'À la veille de la rentrée, les écoles de la ville manquent de professeurs',
    'Ce que l’on sait du nouveau musée de la mer et de son budget',
  ],
  Polish: [
    'Nie tylko autobusy: co się zmieni w mieście od stycznia',
    'Od stycznia nowe ceny wody. Co się zmieni i dla kogo',
    'Nowy dyrektor teatru: nie wszystko się zmieni w tym roku',
  ],
  Arabic: [
    'افتتاح جسر جديد على النهر في شمال المدينة بعد أربع سنوات',
    'ارتفاع أسعار الخبز في المدينة بعد قرار جديد من الوزارة',
    'فوز فريق المدينة في المباراة بعد قرار جديد من الحكم',
  ],
  Chinese: ['市政府宣布新桥将于明年开放交通', '市政府宣布明年提高水费标准', '球队宣布新教练将于明年上任'],
  Japanese: [
    '市は新しい橋について来年の開通を発表した',
    '市は水道料金について来年の値上げを発表した',
    '球団は新しい監督について来年の就任を発表した',
  ],
};

/** Two reports of one matter, and one of another. */
const TOGETHER: readonly (readonly [language: string, one: string, other: string, apart: string])[] = [
  [
    'German',
    'Erpressersoftware legt Stadtwerke Glimmerfurt lahm: 48.000 Kunden ohne Abrechnung',
    'Stadtwerke Glimmerfurt nach Angriff mit Erpressersoftware lahmgelegt, 48.000 Kunden betroffen',
    'Krankenhaus im Nachbarort nimmt nach dem Angriff wieder Patienten auf',
  ],
  [
    'French',
    'Une cyberattaque paralyse la régie Glimmervel, 48 000 clients sans facture',
    'La régie Glimmervel paralysée par une cyberattaque : 48 000 clients touchés',
    'Un hôpital voisin reprend ses opérations après une panne',
  ],
  [
    'Japanese',
    '暗号化攻撃でグリム水道局が停止、顧客4万8000人に影響',
    'グリム水道局、暗号化攻撃で停止 4万8000人の顧客に影響',
    '隣町の病院が手術を再開、停電の影響なくなる',
  ],
  [
    'Chinese',
    '格林水务局遭勒索软件攻击，4.8万名客户无法缴费',
    '勒索软件攻击格林水务局，4.8万名客户受影响',
    '邻市医院恢复手术，停电影响结束',
  ],
];

const groups = (titles: readonly string[]): number[] =>
  buildStories(
    titles.map((title, n) => report(title, '', n)),
    model,
    NOW,
  )
    .map(({ articles }) => articles.length)
    .sort((a, b) => b - a);

describe('texts in a language that the term statistics do not know', () => {
  it.each(Object.entries(APART))('%s: grammar in common makes no story', (_, titles) => {
    expect(groups(titles)).toEqual(titles.map(() => 1));
  });

  it.each(Object.entries(APART))('%s: a page finds no story by grammar', (_, titles) => {
    const [page, ...others] = titles.map((title, n) => report(title, '', n));
    const shelf = new MemoryShelf(model);
    shelf.keep(others, buildStories(others, model, NOW), []);
    const around = shelf.neighbours([keysOf(page!, model)], 0, NOW + 1);
    expect(matchArticle(page!, around, model)).toBeNull();
  });

  it.each(TOGETHER)('%s: names, numbers and the words of the matter make one', (_, one, other, apart) => {
    expect(groups([one, other, apart])).toEqual([2, 1]);
  });
});
