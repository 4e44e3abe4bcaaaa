/**
 * What the section finders know of English. It belongs to the language and not to a beat, so it is here;
 * a text in another language finds few of these words and so yields little, which is what we want.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that carry no matter of their own: left out when two sentences are compared. */
export const FUNCTION_WORDS = set(`
a about above after again against all also am an and any are as at be because been before being below between both but by
can could did do does doing down during each else ever few for from further get gets got had has have having he her here hers
him his how however i if in into is it its itself just less let like may me might more most much must my near no nor not now
of off on once one only onto or other our out over own per rather s said same say saying says she should since so some such
t than that the their them then there these they this those though through to too told two under until up upon us very via
was we were what when where whether which while who whom whose why will with within without would yet you your`);

/** A sentence that opens with one of these leans on the one before it and reads badly alone. */
export const LEANING_OPENERS = set(`
he she they it his her their its this that these those but and or so also however meanwhile instead still then yet
moreover furthermore additionally otherwise therefore thus nevertheless nonetheless such both there here similarly likewise
another others neither we i our my you your`);

/** Words with a point that does not end a sentence. Lower case, without the last point. */
export const ABBREVIATIONS = set(`
mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr adm maj st jr sr inc corp ltd co llc bros no vs etc approx est dept
jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun u.s u.k u.n e.u d.c a.m p.m e.g i.e fig vol al
ave blvd ft art sec reps sens messrs`);

/** After an abbreviation that may well end a sentence ("Inc.", "p.m.", "U.S."), these words begin a new one. */
export const OPENERS = set(`
the a an in it he she they this that these those but and we i if when while after before as on at for its their his her
however meanwhile officials researchers police both under with another some many most according`);

export const DAYS_AND_MONTHS = set(`
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
november december christmas easter thanksgiving`);

/** Adjectives of nations: they say whose, and name nobody. Lower case. */
export const NATIONALITIES = set(`
american british chinese russian iranian european israeli indian german french korean japanese ukrainian canadian australian dutch
irish italian spanish polish african asian turkish swedish norwegian finnish danish belgian swiss austrian greek mexican
brazilian venezuelan cuban scots scottish welsh english taiwanese vietnamese pakistani afghan iraqi syrian saudi emirati egyptian nigerian singaporean malaysian filipino`);

/** "US-based" and "Google-owned" name the US and Google; other hyphens are inside the name. Lower case. */
export const HYPHENATED = set(`
based owned backed led linked made born style run funded sponsored affiliated related aligned speaking era wide focused developed
built only registered headquartered listed like hosted powered managed issued branded tied affected compatible generated driven enabled assisted`);

/** Words before a name that make it a person's. Lower case, points left out. */
export const ROLES = set(`
mr mrs ms dr prof professor sir dame lord lady president vice-president premier chancellor minister secretary undersecretary
senator sen congressman congresswoman representative rep governor gov mayor judge justice attorney prosecutor general gen
admiral colonel captain lieutenant commissioner director administrator chairman chairwoman chair chief ceo cto cfo ciso coo
cio founder co-founder cofounder spokesman spokeswoman spokesperson analyst researcher engineer detective inspector sheriff
reporter correspondent journalist columnist editor king queen prince princess pope executive officer lawyer counsel ambassador leader owner author commander superintendent boss astronaut`);

/** Parts of a role that stand before it: "Defense Secretary", "Prime Minister". */
export const ROLE_PARTS = set(`
prime defense defence foreign home interior treasury deputy assistant former acting vice interim senior associate executive
attorney chief state security district police army navy managing security principal lead`);

/** The last word of an organisation's name. Lower case. */
export const ORGANISATION_ENDS = set(`
inc corp corporation ltd llc plc gmbh ag sa pbc group holdings company bank university college institute institution agency
authority ministry department commission committee council court office bureau police service services association federation
foundation union party school schools hospital hospitals clinic labs lab laboratory laboratories technologies systems networks
software partners capital ventures airlines airways railway motors insurance center centre
administration alliance coalition consortium society trust board parliament senate congress force command fund securities
telecom communications energy electric intelligence aerospace dynamics industries`);

/** The first word of an organisation's name that goes on with "of" or "for": "Department of ...". Lower case. */
export const ORGANISATION_STARTS = set(`
department ministry university bank office bureau institute college court house council commission committee board center
centre federation association government city state agency society school directorate`);

/** Roles of those who report; named in a text because they wrote it. */
export const REPORTERS = set(`reporter reporters correspondent journalist journalists columnist editor`);

/** What a firm or an office is called: before its name ("the retailer Quorvex") or after it ("Quorvex, a maker of pumps"). */
export const BUSINESS = set(`
company firm vendor giant startup maker provider researchers researcher bank agency retailer carrier automaker carmaker insurer airline
operator utility contractor supplier manufacturer developer exchange brand wallet broker lender hospital charity nonprofit
university college subsidiary outsourcer wholesaler brewer chipmaker watchdog regulator partner platform service chain`);

/** What befalls a firm or an office: "the breach at Quorvex", "an attack on Quorvex". */
export const STRUCK = set(`
breach breaches hack hacks cyberattack cyberattacks cyber-attack attack theft leak outage incident intrusion raid`);

export const CORPORATE_FORMS = set(`inc corp corporation ltd llc plc gmbh ag pbc co limited company holdings`);

/** The last word of the name of a law or treaty. Lower case. */
export const LAW_ENDS = set(`act regulation directive treaty bill convention amendment code statute`);

/** Verbs of speech after a name; one word before them is an organisation or a surname, two may be a person. */
export const SPEECH = set(`said says told wrote added tells explained argued noted warned confirmed announced stated disclosed`);

/** Given names, enough to tell "Sam Altman" from "Black Basta". Lower case. */
export const GIVEN_NAMES = set(`
aaron abdul abigail adam adrian ahmed alan albert alejandro alex alexander alexandra alexis alfred ali alice alison allison amanda
amy ana andre andrea andreas andrei andrew andy angela angus anita ann anna anne annie anthony antonio april arjun arthur ashley
barbara ben benjamin bernard beth betty bill bob boris brad bradley brandon brenda brett brian bruce bryan caleb cameron carl
carla carlos carmen caroline catherine cathy charles charlie charlotte cheryl chloe chris christian christina christine christopher
chuck cindy claire clara claudia colin connor craig cynthia daisy dale damian dan dana daniel danielle danny dario dave david dean
deborah debra dennis derek diana diane dmitri dmitry dominic don donald donna doris dorothy doug douglas duncan dylan ed eddie edgar
edith eduardo edward edwin elaine eleanor elena eli elizabeth ellen elon emily emma emmanuel enrique eric erica erik erin ernest
ethan eugene eva evan evelyn fatima felix fernando fiona florian frances francesca francis francisco francois frank fred frederick
gabriel gary gavin gene geoff geoffrey george gerald gina giovanni giulia glen glenn gloria gordon grace graham grant greg gregory
guy hannah hans harold harriet harry hassan heather heidi helen henry herbert holly howard hugh hugo ian ibrahim igor imran ingrid
irene isaac isabel isabella ivan jack jackie jacob jacqueline jake james jamie jan jane janet jared jasmine jason javier jay jean
jeff jeffrey jen jenna jennifer jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joanna joe joel johan johannes john
johnny jon jonas jonathan jordan jorge jose josef joseph josh joshua joyce juan judith judy julia julian julie june justin kai karen
karl karla kate katherine kathleen kathryn kathy katie kayla keir keith kelly ken kenneth kevin khalid kim kimberly kirsten klaus
kristen kristi kristin kurt kyle lara larry laura lauren lawrence leah lee leo leon leonard leslie lewis liam linda lindsay lindsey
lisa liz lloyd logan lorenzo louis louise lucas lucia lucy luis luke lynn madeleine madison manuel marc marco marcus margaret maria
marian marie marina mario marion marjorie mark marta martha martin martina marvin mary mason mateo matt matteo matthew maureen max
maya megan mehmet melanie melissa mia michael michaela michel michelle miguel mikael mike mikhail min miranda mohamed mohammad
mohammed molly monica morgan muhammad nadia naomi narendra natalie natasha nathan neil nicholas nick nicola nicolas nicole nigel
nikita nikolai nina noah nora norman olga oliver olivia omar oscar owen pamela parker pat patricia patrick paul paula pavel pedro
penny pete peter petra phil philip philippe phillip phyllis pierre priya rachel rafael rahul raj ralph ramesh ray raymond rebecca
regina rene ricardo richard rick rob robert roberto robin rod rodney roger roland ron ronald rosa rose ross roy ruby russell ruth
ryan sabrina sally sam samantha samuel sandra sanjay sara sarah satya scott sean sebastian sergei sergey seth shane shannon sharon
shaun shawn sheila shirley simon sofia sophia sophie stacy stefan stefano stella stephanie stephen steve steven stuart sue sundar
suresh susan susie suzanne sven sylvia tamara tanya tara ted teresa terry thea theodore theresa thierry thomas tiffany tim timothy
tina tobias todd tom tommy toni tony tracy travis trevor tristan tyler ursula valerie vanessa vera veronica victor victoria vijay
vincent viktor vladimir volodymyr walter warren wayne wendy wesley will william xavier xi yuri yusuf yvonne zachary zoe`);

/** What a page says of itself and not of the story. Lower case; found anywhere in a sentence. */
export const BOILERPLATE: readonly string[] = [
  'subscribe',
  'sign up',
  'newsletter',
  'click here',
  'read more',
  'read the full',
  'appeared first on',
  'follow us',
  'cookie',
  'all rights reserved',
  'getty images',
  'photo by',
  'photograph:',
  'image credit',
  'join our',
  'join us',
  'visit our',
  'investigating claims',
  'investigating data privacy claims',
  'class action law firm',
  'law firm is investigating',
  'webinar',
  'download the',
  'free trial',
  'advertisement',
  'sponsored',
  'promo code',
  'learn how',
  'learn what',
  'learn more',
  'find out how',
  'here is what',
  'here’s what',
  "here's what",
  "here's how",
  'here’s how',
  'register now',
  'find out more',
  'what you need to know',
  'continue reading',
  'terms of service',
  'privacy policy',
  'whatsapp channel',
  'our coverage',
  'contributed to this report',
  'reporting by',
  'editing by',
  'for media inquiries',
  'media contact',
  'listen to',
  'watch the video',
  'watch live',
  'live blog',
  'scroll down',
  'in the comments',
  'award-winning',
  'breaking news',
  'this story has been updated',
  'developing story',
  'this article',
  'javascript',
];
