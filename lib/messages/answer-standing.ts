import { canonicalAddress } from '../articles/address';
import { NEWS_INDEXES } from '../sources/news-indexes';
import { proposeTerms } from '../stories/propose-terms';
import { LEAST_TERMS, MOST_STANDING, readTerms, sameTerms, writeTerms } from '../stories/standing-story';
import type { Context } from './context';
import type { Handlers } from './receive';
import { Refused } from './refused';
import { dropStanding, lineOf, putStanding } from './standing';

type StandingHandlers = Pick<Handlers, Extract<keyof Handlers, `standing/${string}` | `index/${string}`>>;

/** What the extension's screens ask about stories that the reader follows by words of their own. */
export function standingHandlers(context: Context): StandingHandlers {
  const { store, pages, indexes } = context;

  /** @throws Refused where there are too few. */
  const termsOf = (stated: readonly string[]): readonly string[] => {
    const terms = readTerms(writeTerms(stated));
    if (terms.length < LEAST_TERMS) throw new Refused('error_few_terms', { least: LEAST_TERMS });
    return terms;
  };

  return {
    async 'standing/list'() {
      return Promise.all((await store.standingStories()).map((standing) => lineOf(store, standing)));
    },

    async 'standing/propose'({ tab }) {
      const [known, { grouping }] = await Promise.all([pages.readingOf(tab), context.chosen()]);
      return known?.reading ? proposeTerms(known.reading.title, grouping) : [];
    },

    async 'standing/start'({ tab, terms: stated }) {
      const terms = termsOf(stated);
      const [all, known] = await Promise.all([store.standingStories(), pages.readingOf(tab)]);
      const page = known?.reading ? canonicalAddress(known.reading.url) : null;
      const same = all.find((standing) => sameTerms(standing.terms, terms));
      if (!same && all.length >= MOST_STANDING) throw new Refused('error_too_many_standing', { most: MOST_STANDING });
      const begun = { id: crypto.randomUUID(), name: '', terms, since: context.now(), articles: [] };
      const line = await putStanding(store, { ...(same ?? begun), page }, context.now());
      await pages.refreshAll();
      return line;
    },

    async 'standing/edit'({ id, name, terms: stated }) {
      const terms = termsOf(stated);
      const standing = await store.standingStory(id);
      if (!standing) throw new Refused('error_no_standing');
      const line = await putStanding(store, { ...standing, name: name.trim(), terms }, context.now());
      await pages.refreshAll();
      return line;
    },

    async 'standing/remove'({ id }) {
      await dropStanding(store, id);
      await pages.refreshAll();
      return null;
    },

    async 'index/intend'({ standing, index, language, held }) {
      const found = await store.standingStory(standing);
      if (!found) throw new Refused('error_no_standing');
      if (!NEWS_INDEXES.some(({ id }) => id === index)) throw new Refused('error_bad_message');
      // The very words that the reader was shown; what is changed meanwhile is asked another time.
      await indexes.intend({ index, terms: found.terms, language, held, at: context.now() });
      return null;
    },

    'index/ask': () => indexes.ask(),

    async 'index/drop'() {
      await indexes.drop();
      return null;
    },
  };
}
