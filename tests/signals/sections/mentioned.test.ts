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
    [
      'an office of two matters',
      'It was seized by the Harbour Customs and Border Protection on Monday.',
      ['Harbour Customs and Border Protection: organisation'],
    ],
    ['an organisation that speaks', 'The attack was large, Quorvex said on its page.', ['Quorvex: organisation']],
    ['a gang by the noun after it', 'The files were stolen by the Vexmoor ransomware gang.', ['Vexmoor: organisation']],
    ['a law by its last word', 'The court applied the Harbour Records Act to it.', ['Harbour Records Act: law']],
    ['a flaw by its number', 'The bug is tracked as CVE-2026-12345 by its finder.', ['CVE-2026-12345: vulnerability']],
    ['a land in front of a hyphen', 'A firm that is US-based was hit by it.', ['United States: place']],
    ['an organisation by what befell it', 'Nobody noticed the breach at Quorvex for a year.', ['Quorvex: organisation']],
    ['an organisation by what it is called', 'Orders stopped at the retailer Quorvex on Monday.', ['Quorvex: organisation']],
    ['an organisation by what it is', 'It was done by Quorvex, a maker of water pumps, at night.', ['Quorvex: organisation']],
    ['an organisation by what it lost', 'It was found after the Quorvex data breach of last year.', ['Quorvex: organisation']],
    ['an organisation by what it owns', 'They were in Quorvex’s servers for a year.', ['Quorvex: organisation']],
    [
      'an office with a role inside its name',
      'It went to the Office of the Harbour Records Commissioner on time.',
      ['Office of the Harbour Records Commissioner: organisation'],
    ],
    [
      'a service of a land',
      'It was sent by the Harbour Police Service of Northern Ireland to all.',
      ['Harbour Police Service of Northern Ireland: organisation'],
    ],
    ['a gang by the noun before it', 'The files were stolen by the gang Vexmoor at night.', ['Vexmoor: organisation']],
    ['a person of Korea', 'The apology came from Park Dae-hyun on Friday.', ['Park Dae-hyun: person']],
    ['a person of the stage', 'The phone of the actor Zorblat was read.', ['Zorblat: person']],
    ['a program of a firm', 'They opened the Fortinet Harbour Software at night.', ['Fortinet Harbour Software: product']],
    ['no person where a place must be', 'They met at Marina Quay Sands in the rain.', []],
    [
      'no person with a firm glued to the byline',
      'It was told by Emma Okonedo Microsoft on the phone.',
      ['Microsoft: organisation'],
    ],
    ['no half of a name', 'They opened the Mooring & Salvage software at night.', []],
    ['no report by its title', 'It is told in the State of Piracy report of this year.', []],
    ['no gang in the name of a shop', 'It was taken from Google Play on Monday.', ['Google: organisation']],
    ['no adjective with a capital', 'It was an AI-orchestrated breach of a bank.', []],
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
  [
    'a name in one word or two',
    ['The files are held by the gang Vex Moor.', 'They are held by the gang VexMoor.'],
    'Vex Moor',
    ['VexMoor'],
  ],
  ['a spelling of the beat', ['It was said by OpenAI on Monday.', 'It was said by Open AI on Monday.'], 'OpenAI', ['Open AI']],
  [
    'a name cut short',
    ['An attack on Vexmoor Isles Council was seen.', 'The Vexmoor Isles breach was seen.'],
    'Vexmoor Isles Council',
    ['Vexmoor Isles'],
  ],
  [
    'a name without what it is',
    ['Surgeries were cancelled by Quorvex Hospitals in May.', 'It was hit in the night, Quorvex said.'],
    'Quorvex Hospitals',
    ['Quorvex'],
  ],
  [
    'a sign in a name',
    ['It was done by Scattered Lapsus$ Hunters.', 'It was Scattered LAPSUS$ Hunters.'],
    'Scattered Lapsus$ Hunters',
    ['Scattered LAPSUS$ Hunters'],
  ],
])('%s is merged into one name', (_, texts, name, aliases) => {
  expect(mentioned(...texts)).toEqual([expect.objectContaining({ name, aliases, count: 2 })]);
});

test('a word that only ever opens sentences is no name', () => {
  expect(names('Patching has suspended all work at the bank. Patching disclosed nothing.')).toEqual([]);
  expect(names('Quorvex disclosed the theft. It was seen at Quorvex first.')).toEqual(['Quorvex: organisation']);
});

test('what two organisations begin with is neither of them', () => {
  const list = mentioned(
    'It was sent by Quorvex Hospitals and by the Quorvex Council on Monday.',
    'It was hit in the night, Quorvex said.',
  );
  expect(list.map(({ name, aliases }) => [name, aliases])).toEqual([
    ['Quorvex Hospitals', []],
    ['Quorvex Council', []],
    ['Quorvex', []],
  ]);
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
