/**
 * What the demo newsroom prints. The reference story's facts are public; every sentence is the demo's own. No person and no
 * organisation is quoted: their positions are told in indirect speech, as they are publicly known.
 */
import type { Standing } from '../../lib/signals/signals';
import { type Calendar, monthDay, weekday } from './calendar';
import { OUTLETS, type OutletId } from './outlets';

export type DemoStory = 'standoff' | 'water' | 'freight' | 'quillon';

/** One page of the newsroom and what the extension must say on it. */
export interface DemoReport {
  readonly outlet: OutletId;
  /** Path on the outlet's host. */
  readonly path: string;
  readonly title: string;
  readonly byline?: string;
  /** Epoch ms. */
  readonly at: number;
  readonly section: string;
  readonly paragraphs: readonly string[];
  /** Null: it belongs to no story of several reports. */
  readonly story: DemoStory | null;
  /** What it rests on; the words of DESIGN.md. */
  readonly origin: 'own' | 'wire' | 'cites' | 'pr' | 'primary';
  readonly inFeed: boolean;
}

/**
 * What each story must be told as, counted by hand by the rules of DESIGN.md.
 * standoff: Harbor Ledger, The Meridian Post and Defense Systems Review report on their own (3); Northwire and the two
 *   outlets that print its text are one (1); the department's readout is a primary document (1); Signal Desk repeats
 *   Harbor Ledger (0); Anthropic's statement is a party's, and there is other reporting (0). Verified by 5.
 * water: one newsroom. freight: two newsrooms, but all rests on a claim that nobody confirmed. quillon: a press release.
 */
export const EXPECTED: Readonly<
  Record<DemoStory, { readonly n: number; readonly standing: Standing; readonly articles: number }>
> = {
  standoff: { n: 5, standing: 'verified', articles: 12 },
  water: { n: 1, standing: 'single-source', articles: 1 },
  freight: { n: 2, standing: 'unconfirmed', articles: 2 },
  quillon: { n: 1, standing: 'party-statement', articles: 1 },
};

/** The agency's text; the outlets that print it take it as it is, or without its last paragraphs. */
function wireText(days: Calendar): readonly string[] {
  return [
    `WASHINGTON (Northwire) — The Pentagon has given Anthropic until 5 p.m. ET on Friday, ${monthDay(days.deadline)}, to ease the limits that the company sets on military use of its artificial intelligence, or face measures that could shut it out of federal work.`,
    'Defense Secretary Pete Hegseth set the deadline at a meeting with Anthropic chief executive Dario Amodei, officials said in a readout of the meeting.',
    'Anthropic does not allow its Claude models to be used for autonomous weapon targeting or for domestic surveillance. The Defense Department wants both restrictions removed.',
    'Hegseth said the government could invoke the Defense Production Act to force the company to comply. Another option is to label Anthropic a supply-chain risk, which would in effect blacklist it from federal contracts.',
    'The law dates from 1950 and has mostly been used to speed the making of physical goods such as steel and medical supplies. It has not been used to change the usage policy of a software company.',
    'The Pentagon recently reached an agreement with Elon Musk’s xAI to deploy its models on classified networks, where Anthropic had been the only provider of a large language model.',
    'OpenAI and Palantir also work with the department on artificial intelligence.',
  ];
}

export function reports(days: Calendar): readonly DemoReport[] {
  const friday = `Friday, ${monthDay(days.deadline)}`;
  const met = days.ago(60);
  return [
    {
      outlet: 'harbor',
      path: '/technology/anthropic-pentagon-talks-limits-claude',
      title: 'Anthropic and the Pentagon open talks over limits on military use of Claude',
      byline: 'Ruth Okafor',
      at: days.ago(38 * 24),
      section: 'Technology',
      story: 'standoff',
      origin: 'own',
      inFeed: true,
      paragraphs: [
        'Anthropic and the Pentagon have begun negotiations over the limits that the company sets on military use of its Claude models, according to contract papers reviewed by the Harbor Ledger.',
        'At issue are two restrictions in Anthropic’s usage policy. The company does not allow Claude to select targets for autonomous weapons, and it does not allow the models to be used for domestic surveillance.',
        'The Defense Department considers the restrictions too broad for a supplier whose models already run on classified networks. Anthropic is at present the only provider of a large language model on some of those networks.',
        'The papers show that the two sides expect the talks to take months. A spokesman for the department confirmed that talks are under way and declined to describe them further.',
        'Anthropic, led by chief executive Dario Amodei, was founded on the view that artificial intelligence needs firm safeguards. Giving them up would cost it the trust of customers and of its own staff, two former employees said in interviews.',
        'The outcome could set the terms on which the government buys artificial intelligence from other companies as well.',
      ],
    },
    {
      outlet: 'meridian',
      path: '/politics/2026/anthropic-pentagon-talks-stall',
      title: 'Talks between Anthropic and the Pentagon stall over autonomous weapons',
      byline: 'Daniel Reyes',
      at: days.ago(24 * 24 + 5),
      section: 'Politics',
      story: 'standoff',
      origin: 'own',
      inFeed: true,
      paragraphs: [
        'Weeks of talks between Anthropic and the Pentagon over the military use of the company’s Claude models have stalled, officials on both sides told The Meridian Post.',
        'The Defense Department wants Anthropic to drop the safeguards that keep Claude from being used for autonomous weapon targeting and domestic surveillance. Anthropic has offered to review single cases but not to lift either restriction.',
        'A senior Pentagon official said on the record that a supplier cannot decide which lawful missions its product serves. The company answers that today’s models are not reliable enough to choose targets without a person.',
        'Lawmakers on the Armed Services Committee have asked both sides for a briefing. Privacy groups have warned that domestic surveillance with language models would reach far more people than any earlier tool.',
        'The department has meanwhile begun to speak with other companies, among them OpenAI and xAI, about models for classified networks.',
      ],
    },
    {
      outlet: 'systems',
      path: '/networks/xai-agreement-weakens-anthropic-pentagon-dispute',
      title: 'xAI agreement weakens Anthropic in Pentagon dispute over limits on military AI',
      byline: 'Mara Lindqvist',
      at: days.ago(16 * 24 + 2),
      section: 'Networks',
      story: 'standoff',
      origin: 'own',
      inFeed: true,
      paragraphs: [
        'Anthropic’s hand in its dispute with the Pentagon over limits on military use of Claude has weakened: the department will run models of Elon Musk’s xAI on its classified networks, which ends the exclusive place that Claude has held there.',
        'Program managers interviewed by Defense Systems Review said the first xAI deployment would go to planning staffs and could be ready within two months.',
        'Anthropic has refused for weeks to lift its restrictions on autonomous weapon targeting and domestic surveillance. xAI sets no such limits in the agreement.',
        'A second provider gives the Pentagon a way out should the negotiations with Anthropic fail, said one program manager, who oversees network services for the department and spoke on the record at a conference in Norfolk.',
        'Moving existing work from Claude to another model would still take time: staffs would have to test every workflow again, and Palantir’s tools, which call Claude, would need new integrations.',
        'Pentagon budget papers put the work at about $200 million over two years.',
      ],
    },
    {
      outlet: 'harbor',
      path: '/politics/hegseth-anthropic-friday-deadline-claude',
      title: 'Hegseth gives Anthropic until Friday to ease limits on military use of its AI',
      byline: 'Ruth Okafor and Peter Lamm',
      at: days.ago(58),
      section: 'Politics',
      story: 'standoff',
      origin: 'own',
      inFeed: true,
      paragraphs: [
        `Defense Secretary Pete Hegseth gave Anthropic an ultimatum on ${weekday(met)}: ease the restrictions on military use of its Claude models by 5 p.m. ET on ${friday}, or face government action.`,
        `Hegseth delivered it in person to Anthropic’s chief executive, Dario Amodei, at a meeting in the Pentagon on ${weekday(met)}, ${monthDay(met)}, according to three officials who attended and a schedule seen by the Harbor Ledger.`,
        'Two measures are on the table. Hegseth threatened to invoke the Defense Production Act, which would let the government force compliance, and to label Anthropic a supply-chain risk.',
        'The label would effectively blacklist the company from federal contracts. It is meant for suppliers under foreign influence and would be the first for an American artificial intelligence company.',
        'Anthropic told the Harbor Ledger after the meeting that its position on autonomous weapon targeting and domestic surveillance has not changed.',
        'The ultimatum follows months of negotiations, and comes after the Pentagon’s agreement with xAI ended Anthropic’s position as the only provider of a large language model on classified networks.',
      ],
    },
    {
      outlet: 'notices',
      path: '/readouts/secretary-hegseth-anthropic-chief-executive',
      title: 'Readout of Secretary Hegseth’s meeting with Anthropic chief executive Dario Amodei',
      at: days.ago(57),
      section: 'Readouts',
      story: 'standoff',
      origin: 'primary',
      inFeed: true,
      paragraphs: [
        `Defense Secretary Pete Hegseth met Anthropic chief executive Dario Amodei at the Pentagon on ${monthDay(met)} to discuss the restrictions that Anthropic sets on military use of its Claude models.`,
        'The Secretary asked the company to remove its restrictions on autonomous weapon targeting and on domestic surveillance from its contracts with the Department of Defense.',
        `The Department expects an answer by 5 p.m. ET on ${friday}.`,
        'Should the company not agree, the Department will consider the authorities of the Defense Production Act and a designation of Anthropic as a supply-chain risk.',
        'The Department has an agreement with xAI for the deployment of its models on classified networks.',
      ],
    },
    {
      outlet: 'northwire',
      path: '/americas/pentagon-anthropic-deadline-nw0417',
      title: 'Pentagon sets Friday deadline for Anthropic to lift AI restrictions',
      byline: 'Northwire',
      at: days.ago(54),
      section: 'Americas',
      story: 'standoff',
      // The agency on its own site; its text elsewhere is `wire`, and all of it is one origin.
      origin: 'own',
      inFeed: true,
      paragraphs: wireText(days),
    },
    {
      outlet: 'coastal',
      path: '/nation/pentagon-sets-friday-deadline-anthropic',
      title: 'Pentagon sets Friday deadline for Anthropic to lift AI restrictions',
      byline: 'Northwire',
      at: days.ago(53),
      section: 'Nation',
      story: 'standoff',
      origin: 'wire',
      inFeed: true,
      paragraphs: wireText(days),
    },
    {
      outlet: 'valley',
      path: '/nation/anthropic-faces-friday-deadline',
      title: 'Anthropic faces Friday deadline from Pentagon over AI restrictions',
      byline: 'Northwire',
      at: days.ago(52),
      section: 'Nation',
      story: 'standoff',
      origin: 'wire',
      inFeed: true,
      // Cut from the end, as a page with little room does.
      paragraphs: wireText(days).slice(0, -2),
    },
    {
      outlet: 'signal',
      path: '/policy/hegseth-threatens-anthropic-limits-claude',
      title: 'Hegseth threatens Anthropic over limits on military use of Claude, Harbor Ledger reports',
      byline: 'Signal Desk staff',
      at: days.ago(50),
      section: 'Policy',
      story: 'standoff',
      origin: 'cites',
      inFeed: true,
      paragraphs: [
        'The Pentagon has threatened to invoke the Defense Production Act against Anthropic over the limits that the company sets on military use of Claude, the Harbor Ledger reports.',
        `According to the Harbor Ledger, Defense Secretary Pete Hegseth told Anthropic chief executive Dario Amodei to ease the limits on military use of Claude by 5 p.m. ET on ${friday}.`,
        'The alternative would be a supply-chain risk label, the newspaper reported, which would keep the company out of federal contracts.',
        'For security teams the label matters beyond the Pentagon: contractors that sell to the government would have to show that they do not rely on Claude.',
        'The Harbor Ledger’s report also says that Anthropic stands by its restrictions on autonomous weapon targeting and domestic surveillance.',
      ],
    },
    {
      outlet: 'company',
      path: '/statements/pentagon-deadline-restrictions-claude',
      title: 'Statement on the Pentagon’s deadline and the use of Claude',
      at: days.ago(30),
      section: 'Statements',
      story: 'standoff',
      origin: 'pr',
      inFeed: true,
      paragraphs: [
        'Anthropic today published its position on the Pentagon’s deadline and on its restrictions on military use of Claude.',
        'The company supports the use of its models by the government, including on classified networks. It keeps two restrictions: Claude may not be used for autonomous weapon targeting, and it may not be used for domestic surveillance.',
        `Anthropic confirms that it has been asked to remove both restrictions by 5 p.m. ET on ${friday}, and that the Defense Production Act and a supply-chain risk label were named as consequences.`,
        'The company declines to remove them and remains ready to continue the negotiations with the Pentagon.',
        'About Anthropic: Anthropic is a company that researches and builds artificial intelligence systems. Media contact: press office.',
      ],
    },
    {
      outlet: 'meridian',
      path: '/politics/2026/anthropic-refuses-pentagon-deadline',
      title: 'Anthropic refuses to lift AI safeguards as Pentagon deadline nears',
      byline: 'Daniel Reyes and Ana Whitcombe',
      at: days.ago(22),
      section: 'Politics',
      story: 'standoff',
      origin: 'own',
      inFeed: true,
      paragraphs: [
        `Anthropic will not lift its safeguards against autonomous weapon targeting and domestic surveillance before the Pentagon’s deadline of 5 p.m. ET on ${friday}, the company’s head of policy told The Meridian Post in an interview.`,
        'The decision sets up a clash with Defense Secretary Pete Hegseth, who has threatened to invoke the Defense Production Act or to label the company a supply-chain risk.',
        'Legal scholars consulted by The Meridian Post doubt that the Defense Production Act reaches the usage policy of a software company. A court challenge would follow within days, they said.',
        'A supply-chain risk label would bar Anthropic from federal contracts and could cost it commercial customers that work for the government, according to two investors.',
        'Other companies stand ready: xAI has an agreement for classified networks, and OpenAI has signaled that it is willing to support defense work.',
        'Staff at Anthropic have urged chief executive Dario Amodei in an open letter not to yield.',
      ],
    },
    {
      outlet: 'systems',
      path: '/policy/explainer-supply-chain-risk-label-anthropic',
      title: 'Explainer: What a supply-chain risk label would mean for Anthropic and the Pentagon',
      byline: 'Mara Lindqvist',
      at: days.ago(9),
      section: 'Policy',
      story: 'standoff',
      origin: 'own',
      inFeed: true,
      paragraphs: [
        `If Anthropic does not answer the Pentagon by 5 p.m. ET on ${friday}, Defense Secretary Pete Hegseth can label the company a supply-chain risk. Here is what that would mean, from an analysis of the acquisition rules by Defense Systems Review.`,
        'The label bars a company from federal contracts. It also obliges every prime contractor to certify that it does not use the company’s products in government work.',
        'For Claude that reaches far: Palantir and other contractors have built it into tools for classified networks.',
        'The Defense Production Act would work the other way: it would force Anthropic to supply a model without its restrictions on autonomous weapon targeting and domestic surveillance.',
        'No administration has used the act on the terms of use of software. Whether a court would let it stand is open.',
        'The dispute began months ago and has sharpened since the Pentagon’s agreement with xAI.',
      ],
    },

    {
      outlet: 'coastal',
      path: '/local/bramwick-water-district-payment-portal',
      title: 'Bramwick water district shuts payment portal after breach of customer accounts',
      byline: 'Lena Sorensen',
      at: days.ago(31),
      section: 'Local',
      story: 'water',
      origin: 'own',
      inFeed: true,
      paragraphs: [
        'The Bramwick water district has shut its payment portal after intruders entered the accounts of about 18,000 customers, its director told the Coastal Tribune on Monday.',
        'The intruders used passwords stolen elsewhere. They could see names, addresses and the last four digits of bank accounts.',
        'Water supply and pumping stations were not touched, the director said, because they run on a separate network.',
        'Customers can pay by check or at the counter until the portal returns. The district will write to everyone affected and has called in the county’s security team.',
        'The portal had no second factor for logins. It will have one when it returns, the director said.',
      ],
    },
    {
      outlet: 'signal',
      path: '/breaches/graylock-crew-calder-freight-claim',
      title: 'Ransomware crew claims theft of shipping records from Calder Freight',
      byline: 'Tomas Brandt',
      at: days.ago(20),
      section: 'Breaches',
      story: 'freight',
      origin: 'own',
      inFeed: true,
      paragraphs: [
        'The Graylock ransomware crew claims on its leak site to have stolen 400 gigabytes of shipping records from Calder Freight.',
        'Signal Desk could not verify the claim. The crew posted no sample of the files that it says it has.',
        'Calder Freight has not confirmed an attack and did not answer questions.',
        'The leak-site post reportedly gives the carrier six days to pay. Graylock has listed companies before that later turned out not to have been breached.',
        'Customers who exchange customs data with Calder Freight may want to watch for unusual logins all the same.',
      ],
    },
    {
      outlet: 'valley',
      path: '/counties/calder-freight-alleged-ransomware',
      title: 'Calder Freight allegedly hit by Graylock ransomware crew; carrier silent',
      byline: 'Iris Mbeki',
      at: days.ago(17),
      section: 'Counties',
      story: 'freight',
      origin: 'own',
      inFeed: true,
      paragraphs: [
        'Calder Freight, the largest trucking company of the valley, was allegedly attacked by the ransomware crew Graylock, which claims to hold shipping records of the carrier.',
        'The claim stands on the crew’s leak site and could not be independently confirmed by the Valley Courier.',
        'Calder Freight declined to comment. Trucks left its yard in Elmford as usual on both days this week, and drivers at the gate had heard of no outage.',
        'The county sheriff said no report of a crime had been filed.',
        'The files have reportedly not been published so far.',
      ],
    },
    {
      outlet: 'quillon',
      path: '/press/quillon-launches-gatekeeper-four',
      title: 'Quillon Systems launches Gatekeeper 4 for identity teams',
      at: days.ago(44),
      section: 'Press releases',
      story: 'quillon',
      origin: 'pr',
      inFeed: true,
      paragraphs: [
        'ELMFORD — Quillon Systems today announced the general availability of Gatekeeper 4, the new release of its identity platform.',
        'Gatekeeper 4 adds passkeys for shared workstations and a console for short-lived access.',
        'The release is available to all customers at no extra cost. Customers of Gatekeeper 3 can upgrade in place.',
        'About Quillon Systems: Quillon Systems makes identity software for hospitals and carriers. Media contact: press@quillon.example.',
      ],
    },
    {
      outlet: 'harbor',
      path: '/business/ferry-terminal-budget-vote',
      title: 'Council approves budget for new ferry terminal after long session',
      byline: 'Peter Lamm',
      at: days.ago(28),
      section: 'Business',
      story: null,
      origin: 'own',
      inFeed: true,
      paragraphs: [
        'The city council approved the budget for a new ferry terminal late on Thursday evening, by nine votes to four.',
        'The terminal will replace the wooden pier at the foot of Quay Street, which has been closed to heavy vehicles for two years.',
        'Building begins in spring and takes eighteen months. Ferries will leave from the east basin meanwhile.',
        'Opponents had asked for a smaller building. The mayor said the harbor needs room for two ferries at once.',
        'The council will vote on the fares next year.',
      ],
    },
    {
      outlet: 'meridian',
      path: '/technology/2026/open-source-router-firmware-flaw',
      title: 'Maintainers fix flaw in open-source router firmware Tidegate',
      byline: 'Ana Whitcombe',
      at: days.ago(70),
      section: 'Technology',
      story: null,
      origin: 'own',
      inFeed: true,
      paragraphs: [
        'The maintainers of Tidegate, a free firmware for home routers, have fixed a flaw that let anyone on the same network change its settings.',
        'The flaw sat in the update page, which accepted commands without a login. Version 9.2 closes it.',
        'The maintainers know of no attacks. Owners should install the update this week, they told The Meridian Post.',
        'A student at a technical college found the flaw during a course and reported it in confidence.',
        'About 60,000 routers run the firmware, by the project’s own count.',
      ],
    },
    {
      outlet: 'quiet',
      path: '/garden/lifting-dahlias-before-frost',
      title: 'Lifting dahlias before the first hard frost',
      byline: 'Edith Marlow',
      at: days.ago(40),
      section: 'Garden',
      story: null,
      origin: 'own',
      inFeed: false,
      paragraphs: [
        'Dahlias ask for little until autumn, and then for one afternoon of work. Lift them when the first light frost has blackened the leaves, not before.',
        'Cut the stems to a hand’s breadth and loosen the soil all around with a fork. The tubers break easily where they meet the stem.',
        'Shake off the earth and let them dry upside down for three days in a shed that stays above freezing.',
        'Then lay them in a crate of dry sand and write the names on wooden labels. Paper will not last until April.',
        'Look at them once a month, and throw out what is soft.',
      ],
    },
  ];
}

/** The address of a report's page. */
export const addressOf = (report: DemoReport): string => `https://${OUTLETS[report.outlet].host}${report.path}`;
