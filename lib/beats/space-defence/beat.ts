import { compileLexicon, type SignalLexicon } from '../../signals/features';
import type { Beat } from '../beat';
import { cybersecurity } from '../cybersecurity/beat';
import trained from '../cybersecurity/signals-model.json';
import { once } from '../once';
import { lexicon } from './lexicon';
import { PHRASES } from './phrases';
import { spaceDefenceSources } from './sources';

/** The rubric's features with this beat's words for them beside the general ones. */
function withPhrases(general: SignalLexicon): SignalLexicon {
  return Object.fromEntries(
    Object.entries(general).map(([feature, entry]) => {
      const more = PHRASES[feature];
      return [feature, more === undefined ? entry : { ...entry, phrases: `${entry.phrases}|${more}` }];
    }),
  );
}

const signals = once(() => ({
  ...cybersecurity.signals,
  lexicon: compileLexicon(withPhrases(trained.lexicon as SignalLexicon)),
}));

/**
 * Space and defence: data alone, to show that a beat is no more than that. Sources, names and phrases are its own;
 * word statistics and weights are those of the first beat, until items of this one are labelled.
 */
export const spaceDefence: Beat = {
  id: 'space-defence',
  sources: spaceDefenceSources,
  lexicon,
  get grouping() {
    return cybersecurity.grouping;
  },
  get signals() {
    return signals();
  },
};
