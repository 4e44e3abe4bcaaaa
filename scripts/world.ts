import { readFileSync } from 'node:fs';
import { lexicon } from '../lib/beats/cybersecurity/lexicon';
import { cybersecuritySources } from '../lib/beats/cybersecurity/sources';
import type { SignalWorld } from '../lib/signals/compute';
import { decodeSignalModel } from '../lib/signals/signal-model';
import { makeRegistry } from '../lib/sources/registry';
import { type GroupingModel, groupingModel, type PairModelData, type TermStatisticsData } from '../lib/stories/grouping-model';

const data = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../lib/beats/cybersecurity/${name}.json`, import.meta.url), 'utf8'));

/** The first beat as it ships, for the command line: read once. */
export const registry = makeRegistry(cybersecuritySources);

export const signalWorld = (): SignalWorld => ({ registry, signalModel: decodeSignalModel(data('signals-model')), lexicon });

export const shippedGrouping = (): GroupingModel =>
  groupingModel(data('term-statistics') as TermStatisticsData, data('pair-model') as PairModelData);
