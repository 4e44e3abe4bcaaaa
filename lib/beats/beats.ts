import { decodeSignalModel } from '../signals/signal-model';
import { groupingModel, type PairModelData, type TermStatisticsData } from '../stories/grouping-model';
import { lexicon } from './cybersecurity/lexicon';
import pair from './cybersecurity/pair-model.json';
import model from './cybersecurity/signals-model.json';
import { cybersecuritySources } from './cybersecurity/sources';
import terms from './cybersecurity/term-statistics.json';

export const BEATS = [
  {
    id: 'cybersecurity',
    sources: cybersecuritySources,
    lexicon,
    signals: decodeSignalModel(model),
    grouping: groupingModel(terms as TermStatisticsData, pair as PairModelData),
  },
];
