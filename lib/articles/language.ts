/** Scripts that a single language of news (or nearly) is written in; looked for in this order. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7af]/g, 'ko'],
  [/[\u4e00-\u9fff]/g, 'zh'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\u0900-\u097f]/g, 'hi'],
  [/[\u0e00-\u0e7f]/g, 'th'],
  [/[\u0370-\u03ff]/g, 'el'],
  [/[\u0400-\u04ff]/g, 'ru'],
];
/** Letters that Ukrainian has and Russian has not. */
const UKRAINIAN = /[іїєґ]/i;

/** Words that each language needs in any two sentences and its neighbours lack, or use less. */
const STOP_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: 'the a an of and to in that for is with on by from as at was are has have will been after its it this your how says said'.split(
    ' ',
  ),
  de: 'der die das und ist nicht mit von den für auf ein eine im zu dem des sich als auch nach bei wird wurde'.split(' '),
  fr: 'le la les des et est une dans pour que qui sur par pas du au aux avec ce cette été ont plus son'.split(' '),
  es: 'el la los las de que y en un una por con para se del al es su ha más como sobre han fue'.split(' '),
  it: 'il di che la un per una del della in sono con non gli le dei alla nel si ha anche più delle'.split(' '),
  pt: 'os de que e um uma para com não da em na dos das por foi mais ao pela são'.split(' '),
  nl: 'de het een van en in is dat op te met voor zijn niet aan door heeft bij ook werd naar worden'.split(' '),
  pl: 'w na z się nie że jest przez od po jak dla oraz został które ma są'.split(' '),
  sv: 'och att det som en på är av för med den till inte har ett om från var efter'.split(' '),
  da: 'og at det som en på er af for med den til ikke har et om fra var efter blev'.split(' '),
  nb: 'og at det som en på er av for med den til ikke har et om fra var etter ble'.split(' '),
  fi: 'ja on ei että se oli ovat mukaan myös kun joka sekä ole hän'.split(' '),
  cs: 'se v na je že z který které ve pro jako po od byl jsou bylo podle'.split(' '),
  tr: 've bir bu da de için ile olarak olan daha çok gibi kadar sonra'.split(' '),
  id: 'yang dan di dengan untuk dari pada ini itu dalam tidak oleh telah akan'.split(' '),
  ro: 'și de la în a care cu pe din pentru este că nu au fost mai prin'.split(' '),
};
const LANGUAGES: readonly (readonly [string, ReadonlySet<string>])[] = Object.entries(STOP_WORDS).map(([language, words]) => [
  language,
  new Set(words),
]);
const GRAMMAR: ReadonlySet<string> = new Set(LANGUAGES.flatMap(([, words]) => [...words]));

/** Whether a word is one that some language's grammar needs, and says nothing of the matter; only as it is written small. */
export const isGrammar = (word: string): boolean => GRAMMAR.has(word);

/** Characters that are looked at: enough for a few sentences. */
const SAMPLE = 1_500;
/** Fewer words than this tell nothing. */
const MIN_WORDS = 8;
/** Share of a text's words that are its language's stop words; English headlines and leads have 0.2 to 0.4. */
const MIN_SHARE = 0.12;

/**
 * The language of a text: as its feed or page states it, where that is a language tag and the text's script does not
 * contradict it; else by script and stop words; 'und' where nothing tells. BCP 47 primary language, lower case.
 */
export function languageOf(stated: string | null | undefined, text: string): string {
  const sample = text.slice(0, SAMPLE);
  const script = languageOfScript(sample);
  const tag = /^\s*([a-z]{2,3})(?:[-_][a-z0-9]{1,8}){0,4}\s*$/i.exec((stated ?? '').slice(0, 40))?.[1]?.toLowerCase();
  if (tag !== undefined && tag !== 'und' && tag !== 'mul' && (script === null || !isLatin(tag))) return NORMAL[tag] ?? tag;
  return script ?? languageOfWords(sample) ?? 'und';
}

/** Tags that mean the same language in news. */
const NORMAL: Readonly<Record<string, string>> = { no: 'nb', iw: 'he', in: 'id', cn: 'zh', jp: 'ja', kr: 'ko', eng: 'en' };

function isLatin(tag: string): boolean {
  return Object.hasOwn(STOP_WORDS, tag);
}

/** The language whose script makes up at least a third of the letters, or null. */
function languageOfScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 4) return null;
  for (const [pattern, language] of SCRIPTS) {
    const share = (text.match(pattern)?.length ?? 0) / letters;
    // Japanese is known by its kana, even where most letters are Chinese characters.
    if (share >= (language === 'ja' ? 0.1 : 0.34)) return language === 'ru' && UKRAINIAN.test(text) ? 'uk' : language;
  }
  return null;
}

function languageOfWords(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < MIN_WORDS) return null;
  let best: string | null = null;
  let most = words.length * MIN_SHARE;
  for (const [language, stops] of LANGUAGES) {
    const count = words.reduce((sum, word) => sum + (stops.has(word) ? 1 : 0), 0);
    if (count > most) {
      most = count;
      best = language;
    }
  }
  return best;
}
