import { expect, test } from 'vitest';
import { lexicon } from '../../../lib/beats/cybersecurity/lexicon';
import { affectedOf } from '../../../lib/signals/sections/affected';
import { agreementOf } from '../../../lib/signals/sections/agreement';
import { mentionsOf } from '../../../lib/signals/sections/mentioned';
import { sentencesOf } from '../../../lib/signals/sections/sentences';
import { reported } from './reported';

const affected = (...texts: string[]): string[] => {
  const sentences = sentencesOf(
    texts.map((text, i) => reported(`a${i}`, { text })),
    {},
  );
  const mentions = mentionsOf(sentences, lexicon, { named: () => undefined });
  return affectedOf(sentences, agreementOf(sentences), mentions, lexicon).map(({ name, direction }) => `${name} ${direction}`);
};

test.each([
  ['before the phrase', 'The retailer Capita was hit by ransomware over the weekend.', ['Capita harmed']],
  ['after the phrase', 'The regulator fined Capita after a long investigation.', ['Capita harmed']],
  ['helped', 'The government awarded Palantir a large contract on Monday.', ['Palantir helped']],
  ['a group without a name', 'The breach exposed 2.4 million customers in nine countries.', ['customers harmed']],
  ['a group of a firm', 'The gang is targeting WhatsApp users in nine countries.', ['WhatsApp users harmed']],
  ['the passive voice of headlines', 'Capita fined £14m over the theft of personal data.', ['Capita harmed']],
  ['who is spoken of with "it"', 'Logitech said on Monday that it was hacked in the summer.', ['Logitech harmed']],
  ['not who fined', 'A small bakery was fined by Ofcom for the third time.', []],
  ['not who speaks', 'Google said that a hundred firms were affected by the campaign.', []],
  ['not who denies it', 'Capita was not hit by ransomware at any time this year.', []],
  ['not the gang', 'Police say that LockBit was hit by an operation of ten states.', []],
  ['not the place that says which', 'The court fined a UK watchdog for its slow answer.', []],
  ['who raises money', 'The startup Quorvex raised $140 million from two banks.', ['Quorvex helped']],
  ['not who raises concerns', 'The retailer Capita raised concerns over the new rules.', []],
  ['not the land of whom it is', 'One of Australia’s largest carriers was hit by ransomware over the weekend.', []],
  ['not the maker of what has a flaw', 'A flaw affecting Fortinet’s gateway could be used by anyone.', []],
  ['not who tells of people without a name', 'The High Court heard from people affected by the breach of last year.', []],
  ['not where hackers gained', 'The operator of Paris told that hackers gained access to its list.', []],
  ['not where it is taken back', 'Reports that the breach exposed customers of Capita were refuted.', []],
  ['not by the aftermath', 'The Capita data breach settlement will close in May.', []],
  [
    'a group once, by its fuller name',
    'It exposed customers in May. It exposed Capita customers in May.',
    ['Capita customers harmed'],
  ],
  ['not the possessor', 'The ministry reached an agreement with Elon Musk’s xAI on Monday.', ['xAI helped']],
])('the affected: %s', (_, text, expected) => {
  expect(affected(text)).toEqual(expected);
});

test('both directions are mixed', () => {
  expect(
    affected('The regulator fined Capita after a long investigation.', 'The government awarded Capita a large contract.'),
  ).toEqual(['Capita mixed']);
});
