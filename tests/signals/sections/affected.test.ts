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
  ['not the land of the firms, with points', 'A crew was jailed for attacks against U.S. companies in nine states.', []],
  ['not the land of the office', 'A cyberattack on the U.K.’s largest port has halted its cranes.', []],
  ['not the maker of what was broken into', 'The crew compromised dozens of old Fortinet routers in two northern towns.', []],
  ['not the maker whose product is attacked', 'A thesis describes attacks on Google’s first passkey design.', []],
  ['not the maker said to be at risk', 'A mistake in one line put Fortinet at risk of a takeover.', []],
  [
    'not an office by its head',
    'Intruders claim the breach of FBI director Lennart Quill and his mail.',
    ['Lennart Quill harmed'],
  ],
  ['not a president by his administration', 'The startup won its lawsuit against the Trump administration on Monday.', []],
  ['not the firm that lays off', 'The retailer Capita laid off 300 of those who ran its lorries.', []],
  ['not the firm that awards', 'The retailer Capita has awarded $2 million to those who found holes.', []],
  ['not where a record is hit', 'Over the summer the ferry line hits a record 2m passengers.', []],
  ['not where there is little of it', 'The new rule holds little relief for Palantir, two lawyers found.', []],
  ['not where help is blocked', 'The maker blocked the build, a patch for users of its portal.', []],
  ['not another case of years ago', 'It is the highest sum after that for the 2018 Capita breach.', []],
  ['not an example of others', 'It is one of the breaches affecting firms like Capita this year.', []],
  ['customers and not whose they are', 'The theft affected Capita’s two million northern customers.', ['customers harmed']],
  ['not the possessor', 'The ministry reached an agreement with Elon Musk’s xAI on Monday.', ['xAI helped']],
])('the affected: %s', (_, text, expected) => {
  expect(affected(text)).toEqual(expected);
});

test('both directions are mixed', () => {
  expect(
    affected('The regulator fined Capita after a long investigation.', 'The government awarded Capita a large contract.'),
  ).toEqual(['Capita mixed']);
});

test('who denies it more often than others tell of it is not listed', () => {
  const told = 'The Capita data breach has probers busy all over the land.';
  const denied = ['Capita denies that anybody has seen its books.', 'The lists of Capita on sale are false, a ministry found.'];
  expect(affected(told, denied[0]!)).toEqual(['Capita harmed']);
  expect(affected(told, ...denied)).toEqual([]);
});
