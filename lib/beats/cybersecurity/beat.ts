import { decodeSignalModel } from '../../signals/signal-model';
import { groupingModel, type PairModelData, type TermStatisticsData } from '../../stories/grouping-model';
import type { Beat } from '../beat';
import { once } from '../once';
import { lexicon } from './lexicon';
import pairModel from './pair-model.json';
import signalsModel from './signals-model.json';
import { cybersecuritySources } from './sources';
import termStatistics from './term-statistics.json';

const grouping = once(() => groupingModel(termStatistics as TermStatisticsData, pairModel as PairModelData));
const signals = once(() => decodeSignalModel(signalsModel));

/** Cybersecurity, with AI policy. Its models are learned by `npm run train`. */
export const cybersecurity: Beat = {
  id: 'cybersecurity',
  sources: cybersecuritySources,
  lexicon,
  get grouping() {
    return grouping();
  },
  get signals() {
    return signals();
  },
};
