import { describe, expect, test } from 'vitest';
import { lexicon } from '../../../lib/beats/cybersecurity/lexicon';
import { mentionsOf } from '../../../lib/signals/sections/mentioned';
import { sentencesOf } from '../../../lib/signals/sections/sentences';
import type { Mention } from '../../../lib/signals/signals';
import { makeRegistry } from '../../../lib/sources/registry';
import type { Source } from '../../../lib/sources/source';
import { reported } from './reported';

const outlet: Source = {
  id: 'harbor',
  name: 'Harbor Ledger',
  newsroom: 'harbor',
  owner: '',
  kind: 'outlet',
  country: 'US',
  language: 'en',
  hosts: ['harbor.example'],
  feeds: [],
  why: '',
};
const registry = makeRegistry([outlet]);

const mentioned = (...texts: string[]): readonly Mention[] =>
  mentionsOf(
    sentencesOf(
      texts.map((text, i) => reported(`a${i}`, text.includes('. ') || text.endsWith('.') ? { text } : { title: text })),
      {},
    ),
    lexicon,
    registry,
  ).list;
const names = (...texts: string[]): string[] => mentioned(...texts).map(({ name, kind }) => `${name}: ${kind}`);

describe('names in running text', () => {
  test.each([
    ['known to the beat', 'The flaw in Windows was used against Microsoft.', ['Windows: product', 'Microsoft: organisation']],
    ['a person by a given name', 'The talk was given by Karen Holloway on the roof.', ['Karen Holloway: person']],
    ['a person by the role before', 'It was said by chief executive Zorblat Quimby in a note.', ['Zorblat Quimby: person']],
    [
      'a person between roles and firms',
      'A note by OpenAI CEO Sam Altman was leaked.',
      ['OpenAI: organisation', 'Sam Altman: person'],
    ],
    [
      'an organisation by its last word',
      'The letter went to Fernwick County Hospital on time.',
      ['Fernwick County Hospital: organisation'],
    ],
    [
      'an organisation with "and" inside',
      'It was fined by the Fisheries and Harbours Commission.',
      ['Fisheries and Harbours Commission: organisation'],
    ],
    ['an organisation that speaks', 'The attack was large, Quorvex said on its page.', ['Quorvex: organisation']],
    ['a gang by the noun after it', 'The files were stolen by the Vexmoor ransomware gang.', ['Vexmoor: organisation']],
    ['a law by its last word', 'The court applied the Harbour Records Act to it.', ['Harbour Records Act: law']],
    ['a flaw by its number', 'The bug is tracked as CVE-2026-12345 by its finder.', ['CVE-2026-12345: vulnerability']],
    ['a land in front of a hyphen', 'A firm that is US-based was hit by it.', ['United States: place']],
    ['nobody by a sentence that begins', 'Yesterday nothing was stolen. Attackers came back.', []],
    ['nobody by a day, a nation or an acronym of the field', 'On Friday the British VPN of a CEO failed.', []],
    ['nobody that cannot be told', 'They walked through Grelling Moor at night.', []],
  ])('name %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

test('Title Case headlines name who is found elsewhere, and nobody else', () => {
  expect(names('Quorvex Loses Secret Files In Massive Night Raid')).toEqual([]);
  expect(names('Quorvex Loses Secret Files In Massive Night Raid', 'The files were lost, Quorvex said.')).toEqual([
    'Quorvex: organisation',
  ]);
});

test('an everyday word is a name only where it must be one', () => {
  expect(names('Signal Lost Over The Long Cold Atlantic Night')).toEqual([]);
  expect(names('The message was sent by Signal to all.')).toEqual(['Signal: product']);
});

test.each([
  ['a surname', ['The plan of Karen Holloway failed.', 'The plan failed, and Holloway left.'], 'Karen Holloway', ['Holloway']],
  [
    'an acronym in parentheses',
    ['The Harbour Records Act (HRA) applies.', 'The HRA applies to it.'],
    'Harbour Records Act',
    ['HRA'],
  ],
  ['the corporate form', ['It was sold by Quorvex Inc. to others.', 'It was sold, Quorvex said.'], 'Quorvex', ['Quorvex Inc']],
  [
    'an alias of the beat',
    ['It was hit, and Jaguar Land Rover paid.', 'It was hit, and JLR paid.'],
    'Jaguar Land Rover',
    ['JLR'],
  ],
])('%s is merged into one name', (_, texts, name, aliases) => {
  expect(mentioned(...texts)).toEqual([expect.objectContaining({ name, aliases, count: 2 })]);
});

test('two people of one surname are not mixed up', () => {
  const list = mentioned('It was said by Karen Holloway and by Peter Holloway on Monday.', 'It was denied, and Holloway left.');
  expect(list.map(({ name, count }) => [name, count])).toEqual([
    ['Karen Holloway', 1],
    ['Peter Holloway', 1],
  ]);
});

test('an outlet that reports is not mentioned; one that the story is about is', () => {
  expect(names('The breach was first seen by the Harbor Ledger on Monday.')).toEqual([]);
  expect(
    mentioned(
      'Harbor Ledger hit by ransomware',
      'Harbor Ledger confirms attack',
      'The staff of the Harbor Ledger was told.',
    ).some(({ name }) => name === 'Harbor Ledger'),
  ).toBe(false);
});

test('German nouns are no names', () => {
  expect(
    names('Die Behörde hat am Montag eine Warnung vor der Lücke im Programm des Herstellers Quorvex veröffentlicht.'),
  ).toEqual([]);
});
