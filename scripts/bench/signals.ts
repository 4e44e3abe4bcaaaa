import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { decodeSignalModel } from '../../lib/signals/signal-model';
import { timeRatio } from '../evaluate/signals';
import type { Labelled } from '../train/labelled';

const SHIPPED = new URL('../../lib/beats/cybersecurity/signals-model.json', import.meta.url);
const SMALL = new URL('../../tests/fixtures/signals-small.jsonl', import.meta.url);

/** `npm run bench signals`: scoring beside VADER on the same 1,000 texts, time to make the weights ready, size. */
export async function bench(): Promise<string> {
  const items = readFileSync(SMALL, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Labelled);
  const json = readFileSync(SHIPPED, 'utf8');
  const from = performance.now();
  decodeSignalModel(JSON.parse(json));
  const ready = performance.now() - from;
  return [
    '| | |',
    '|---|---|',
    `| scoring 1,000 texts, as a share of VADER's time | ${timeRatio(items).toFixed(2)} |`,
    `| making the weights ready | ${ready.toFixed(0)} ms |`,
    `| weights, compressed | ${gzipSync(json).length} bytes |`,
  ].join('\n');
}
