/**
 * Eight weeks of further news for the newsroom, so that a picture of a screen shows what a reader sees after a while. Printed
 * for the pictures alone (`npm run screens`): the demonstration and the tests count the newsroom's own stories by hand.
 * Every name and every sentence is invented.
 */
import type { Calendar } from './calendar';
import type { OutletId } from './outlets';
import type { DemoReport } from './reports';

/** One matter: how many hours back it began, and who reported it how. */
type Matter = readonly [
  hours: number,
  section: string,
  reports: readonly (readonly [OutletId, title: string, ...paragraphs: string[]])[],
];

const MATTERS: readonly Matter[] = [
  [
    5,
    'Technology',
    [
      [
        'meridian',
        'Ransomware attack on Lindenau hospitals halts surgeries in four cities',
        'Lindenau Hospitals has cancelled all planned surgeries in four cities and turned ambulances away after a ransomware attack encrypted its patient records on Sunday night.',
        'The national regulator ordered the hospital group to report the breach of 2.1 million patients’ data within 72 hours. Lindenau shut down its network and said the outage will cost at least $40 million.',
        'The attackers came in through an unpatched Corvane VPN gateway, two administrators told The Meridian Post. Attacks on the flaw in Corvane gateways are under way worldwide.',
      ],
      [
        'harbor',
        'Lindenau hospitals turn ambulances away after ransomware attack on patient records',
        'A ransomware attack has shut down the patient records of Lindenau Hospitals. Emergency rooms in four cities turn ambulances away, and surgeries are cancelled until further notice.',
        'The group runs nineteen hospitals with 2.1 million patients. Nurses at two of them told the Harbor Ledger that they write on paper and that laboratory systems are down.',
        'The regulator has opened an investigation and can fine Lindenau up to four percent of its turnover.',
      ],
      [
        'notices',
        'Emergency directive: disconnect Corvane VPN gateways exploited in Lindenau hospital ransomware attack',
        'All agencies must disconnect Corvane VPN gateways today and must not reconnect them before the update is installed. The flaw is being exploited in ransomware attacks, among them the one on Lindenau Hospitals.',
        'The flaw lets an attacker run code without a password. Agencies must report compromise within 24 hours.',
      ],
    ],
  ],
  [
    11,
    'Technology',
    [
      [
        'systems',
        'Corvane rushes out fix for VPN gateway flaw under active attack',
        'Corvane has released an emergency update for a critical flaw in its VPN gateways that attackers have been exploiting since last week.',
        'About 31,000 gateways are reachable from the internet, most of them at carriers, hospitals and city governments. Customers must install the update and reset all passwords.',
      ],
      [
        'signal',
        'Critical Corvane VPN gateway flaw exploited before the fix, update now',
        'Attackers exploit a critical flaw in Corvane VPN gateways for which the company has now released an emergency update. Administrators should install it today.',
        'A scan counts 31,000 gateways that answer from the internet. One in five had a foreign file in its web folder.',
      ],
    ],
  ],
  [
    30,
    'Business',
    [
      [
        'harbor',
        'Data regulator fines Palewell Bank $18 million over late breach notice',
        'The data regulator has fined Palewell Bank $18 million because it told customers of a breach only after eleven weeks. The law gives 72 hours.',
        'The bank must now have its incident response audited every year. Palewell accepts the fine, a spokeswoman told the Harbor Ledger.',
      ],
      [
        'meridian',
        'Palewell Bank fined $18 million for reporting breach eleven weeks late',
        'Palewell Bank must pay $18 million for a breach notice that came eleven weeks late, the data regulator has decided.',
        'Account data of 640,000 customers lay open in that time. A class action is pending, lawyers told The Meridian Post.',
      ],
    ],
  ],
  [
    52,
    'World',
    [
      [
        'northwire',
        'Police in six countries take down Marrow Stealer servers and arrest four',
        'ROTTERDAM (Northwire) — Police in six countries have seized 140 servers of the Marrow Stealer malware and arrested four suspected operators.',
        'Investigators recovered 9 million stolen passwords and will tell those affected. Prosecutors called it the largest operation against a stealer this year.',
      ],
      [
        'coastal',
        'Police in six countries take down Marrow Stealer servers and arrest four',
        'ROTTERDAM (Northwire) — Police in six countries have seized 140 servers of the Marrow Stealer malware and arrested four suspected operators.',
        'Investigators recovered 9 million stolen passwords and will tell those affected. Prosecutors called it the largest operation against a stealer this year.',
      ],
      [
        'signal',
        'Marrow Stealer taken down: what the seized servers show',
        'The servers of Marrow Stealer that police seized in six countries held passwords from 310,000 computers, court papers show.',
        'Free decryption of the stolen vaults is not possible, but a site lets readers check whether theirs is among the 9 million.',
      ],
    ],
  ],
  [
    8 * 24,
    'Politics',
    [
      [
        'meridian',
        'Senate passes AI incident reporting bill with votes of both parties',
        'The Senate has passed a bill that obliges makers of large artificial intelligence models to report serious incidents to the commerce department within fifteen days.',
        'The AI incident reporting bill goes to the House, which has passed a similar text. Fines reach two percent of turnover.',
      ],
      [
        'harbor',
        'AI incident reporting bill clears the Senate, fines up to two percent of turnover',
        'Makers of large AI models would have to report serious incidents within fifteen days under a bill that the Senate passed by 71 votes.',
        'Industry groups asked for thirty days. The commerce department will have to staff an office of sixty, its budget papers say.',
      ],
    ],
  ],
  [
    12 * 24,
    'Technology',
    [
      [
        'systems',
        'Supply-chain attack hides backdoor in Fernpath logging library',
        'A backdoor was hidden for nine days in the Fernpath logging library, which 4,000 other packages use, its maintainers have found.',
        'The account of one maintainer was taken over by phishing. Developers must rebuild whatever was built in that time and rotate their keys.',
      ],
      [
        'signal',
        'Fernpath logging library shipped a backdoor for nine days',
        'For nine days the Fernpath logging library carried a backdoor that sends cloud keys to a server in another country, an analysis of the code shows.',
        'The registry has withdrawn the three releases. At least seventeen companies were compromised.',
      ],
    ],
  ],
  [
    17 * 24,
    'Business',
    [
      [
        'harbor',
        'Insurer Tollgrave leaves ransom payments out of new cyber policies',
        'Tollgrave, one of the largest sellers of cyber insurance, will no longer cover ransom payments in policies that begin in spring.',
        'Premiums fall by a tenth in return. Restoring systems and lost earnings stay covered.',
      ],
    ],
  ],
  [
    21 * 24,
    'Technology',
    [
      [
        'systems',
        'Brindle fixes login bypass in Ostler identity server',
        'Brindle Software has fixed a flaw in its Ostler identity server that let attackers sign in without a password where single sign-on was half configured.',
        'No attacks are known. Hospitals and carriers that use Ostler should install the update this week.',
      ],
      [
        'meridian',
        'Hospitals told to update Ostler identity server after login bypass',
        'A login bypass in the Ostler identity server of Brindle Software is fixed, and hospitals should install the update this week, the company says.',
        'A penetration tester found it at a clinic and reported it in confidence, he told The Meridian Post.',
      ],
    ],
  ],
  [
    26 * 24,
    'World',
    [
      [
        'meridian',
        'Ferry operator Norlund restores bookings after week-long cyberattack',
        'Norlund Ferries sells tickets again, a week after a cyberattack shut its bookings down. All routes run, and no card data was stolen, an outside review found.',
        'The company rebuilt its systems from backups and paid no ransom.',
      ],
      [
        'harbor',
        'Norlund Ferries back online without paying ransom',
        'Norlund Ferries has restored its bookings from backups and is back online after seven days. It paid no ransom, its chief executive told the Harbor Ledger.',
        'The outage cost $6 million in fares. The company will train all staff anew.',
      ],
    ],
  ],
  [
    33 * 24,
    'Politics',
    [
      [
        'harbor',
        'Cities get $300 million grant fund for cyber defense',
        'Cities and counties can ask for money from a new $300 million grant fund for cyber defense from next month.',
        'The fund pays for backups, training and staff. Small towns need not add money of their own.',
      ],
    ],
  ],
  [
    40 * 24,
    'Technology',
    [
      [
        'signal',
        'Ransomware crew Hollowgate claims attack on grain trader Estervale',
        'The ransomware crew Hollowgate claims on its leak site to have stolen 800 gigabytes from grain trader Estervale. The company did not answer, and the claim could not be verified.',
      ],
    ],
  ],
  [
    47 * 24,
    'Business',
    [
      [
        'meridian',
        'Payment outage at Zellmark stops card terminals for five hours',
        'Card terminals of the payment company Zellmark stopped for five hours on Saturday after a faulty certificate. Shops in three countries took cash only.',
        'The central bank has asked for a report. Zellmark will pay merchants back their fees.',
      ],
      [
        'coastal',
        'Zellmark outage: card terminals down for five hours on Saturday',
        'Shops along the coast took cash only for five hours when card terminals of Zellmark went down on Saturday, the merchants’ association said.',
        'An expired certificate was to blame, the payment company said.',
      ],
    ],
  ],
  [
    53 * 24,
    'Technology',
    [
      [
        'systems',
        'Hollowgate ransomware hits water utility in Ashmere, taps keep running',
        'The Hollowgate ransomware has encrypted the office network of the water utility in Ashmere. Pumps and treatment are separate and keep running.',
        'Bills will come a month late. The utility reported the attack to the regulator the same day.',
      ],
    ],
  ],
];

/** Reports of one matter appear this far apart, hours. */
const APART = 1.5;

/** The further news, told relative to the present. */
export const weeks = (days: Calendar): readonly DemoReport[] =>
  MATTERS.flatMap(([hours, section, told]) =>
    told.map(
      ([outlet, title, ...paragraphs], n): DemoReport => ({
        outlet,
        path: `/${section.toLowerCase()}/${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
        title,
        at: days.ago(hours - n * APART),
        section,
        story: null,
        origin: outlet === 'notices' ? 'primary' : paragraphs[0]?.includes('(Northwire)') ? 'wire' : 'own',
        inFeed: true,
        paragraphs,
      }),
    ),
  );
