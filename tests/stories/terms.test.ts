import { describe, expect, it } from 'vitest';
import { BEATS } from '../../lib/beats/beats';
import { proposeTerms } from '../../lib/stories/propose-terms';
import { joining, MOST_JOINED, readTerms, sameTerms, withArticles, writeTerms } from '../../lib/stories/standing-story';
import { holdsAll, searchable } from '../../lib/stories/terms';

const model = BEATS[0]!.grouping;

describe('a text holds the terms', () => {
  it.each<[string, string, string[], boolean]>([
    ['in any order', 'Ransom paid by the port of Osk', ['Osk', 'ransom'], true],
    ['but all of them', 'Ransom paid by the port of Osk', ['Osk', 'ferry'], false],
    ['as words, not as parts of them', 'Oskar pays a ransom', ['Osk', 'ransom'], false],
    ['whatever the case and the accents', 'L’ÉCOLE de Besançon', ['ecole', 'BESANCON'], true],
    ['beside any punctuation', '“Osk’s” (ransom)', ['osk', 'ransom'], true],
    ['several words of one term side by side', 'The port authority of Osk', ['port authority', 'Osk'], true],
    ['and not apart', 'The authority of the port of Osk', ['port authority', 'Osk'], false],
    ['numbers of a catalogue', 'A hole, CVE-2026-10421, in Quillon', ['CVE-2026-10421', 'quillon'], true],
    ['German umlauts', 'Störung bei den Stadtwerken Mühlbrück', ['MÜHLBRÜCK', 'stadtwerken'], true],
    ['Greek', 'Κυβερνοεπίθεση στο λιμάνι', ['ΛΙΜΑΝΙ', 'κυβερνοεπιθεση'], true],
    ['Cyrillic', 'Взлом портала Северодоля', ['северодоля', 'взлом'], true],
    ['Arabic with and without its vowel marks', 'هجوم على مِيناء أوسك', ['ميناء', 'هجوم'], true],
    ['Hindi', 'ओस्क बंदरगाह पर हमला', ['बंदरगाह', 'हमला'], true],
    ['Chinese, which sets no spaces', '奥斯克港务局遭到勒索攻击', ['港务局', '勒索'], true],
    ['Japanese', 'オスク港湾局にサイバー攻撃', ['港湾局', 'サイバー攻撃'], true],
    ['Thai', 'ท่าเรือออสก์ถูกโจมตี', ['ท่าเรือ', 'โจมตี'], true],
    ['Korean, which writes particles onto the word', '오스크항이 공격을 받았다', ['오스크항', '공격'], true],
  ])('%s', (_, text, terms, holds) => expect(holdsAll(searchable(text), terms)).toBe(holds));
});

describe('what a reader types', () => {
  it.each([
    ['port Osk', ['port', 'Osk']],
    ['  port,Osk ; ransom ', ['port', 'Osk', 'ransom']],
    ['"port authority" Osk', ['port authority', 'Osk']],
    ['„Hafen Osk“ Störung', ['Hafen Osk', 'Störung']],
    ['Osk osk OSK', ['Osk']],
    ['ميناء، هجوم', ['ميناء', 'هجوم']],
    ['港湾局、攻撃', ['港湾局', '攻撃']],
    ['... !!', []],
    ['a b c d e f g h i j', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
  ])('%j is read as %j', (typed, terms) => {
    expect(readTerms(typed)).toEqual(terms);
    expect(readTerms(writeTerms(terms))).toEqual(terms);
  });

  it('asks for the same in another order and case', () => {
    expect(sameTerms(['Osk', 'port authority'], ['Port Authority', 'osk'])).toBe(true);
    expect(sameTerms(['Osk', 'port'], ['Osk', 'ports'])).toBe(false);
  });
});

describe('terms proposed from a title', () => {
  it.each<[string, string, readonly string[]]>([
    ['names before other words', 'Ferry line says hackers reached booking system in Nordhavn', ['Nordhavn']],
    [
      'in a headline all in capitals, names that the beat’s texts do not know',
      'Hackers Breach Systems Of Nordhavn Ferry',
      ['Nordhavn'],
    ],
    ['numbers of a catalogue', 'Attackers use CVE-2026-10421 in Quillon routers', ['CVE-2026-10421', 'Quillon']],
    ['German', 'Nach dem Angriff auf die Stadtwerke Mühlbrück fehlt der Strom', ['Stadtwerke', 'Mühlbrück']],
    ['French', 'Une cyberattaque vise le port de Valmer', ['Valmer']],
    ['Russian', 'Хакеры взломали портал города Северодоля', ['Северодоля']],
    ['Japanese', 'Quillon製ルーターに脆弱性、港湾局が警告', ['Quillon', 'ルーター']],
  ])('%s', (_, title, wanted) => {
    const terms = proposeTerms(title, model);
    expect(terms).toEqual(expect.arrayContaining([...wanted]));
    expect(terms.length).toBeLessThanOrEqual(3);
    // The page itself holds what is proposed for it.
    expect(holdsAll(searchable(title), terms)).toBe(true);
  });

  it('leaves the grammar out, and proposes nothing of nothing', () => {
    expect(proposeTerms('Der Hafen und die Fähre nach dem Ausfall', model)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(der|und|die|nach|dem)$/i)]),
    );
    expect(proposeTerms('', model)).toEqual([]);
  });
});

describe('a standing story', () => {
  const article = (id: string, title: string, text = '') => ({ id, title, summary: '', text });

  it('takes in what holds its terms in title, summary or text', () => {
    const joined = joining(
      [article('a', 'Ransom in Osk'), article('b', 'News', 'A ransom was paid in Osk.'), article('c', 'Osk in spring')],
      [
        { id: 'one', terms: ['osk', 'ransom'] },
        { id: 'two', terms: ['ferry', 'osk'] },
      ],
    );
    expect([...joined]).toEqual([['one', ['a', 'b']]]);
  });

  it('remembers each article once, and the newest where there are too many', () => {
    const story = { id: 's', name: '', terms: ['a', 'b'], since: 0, page: null, articles: ['1', '2'] };
    expect(withArticles(story, ['2', '3']).articles).toEqual(['1', '2', '3']);
    const many = withArticles(
      story,
      Array.from({ length: MOST_JOINED }, (_, n) => `x${n}`),
    ).articles;
    expect(many).toHaveLength(MOST_JOINED);
    expect(many).not.toContain('1');
  });
});
