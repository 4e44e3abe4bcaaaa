import type { Effect, Name } from '../signals/sections/lexicon';
import { names } from './names';

/** Names that the news of any beat is full of: states, governments, people in public office, the largest firms. */
export const WORLD: readonly Name[] = [
  ...names(
    'place',
    `
    United States | US | U.S | USA | America
    United Kingdom | UK | U.K | Britain | Great Britain
    European Union | EU | E.U
    England
    Scotland
    Wales
    Northern Ireland
    Ireland
    France
    Germany
    Italy
    Spain
    Portugal
    Netherlands | Holland
    Belgium
    Luxembourg
    Switzerland
    Austria
    Poland
    Czech Republic | Czechia
    Slovakia
    Hungary
    Romania
    Bulgaria
    Greece
    Cyprus
    Turkey | Türkiye ?
    Ukraine
    Russia
    Belarus
    Estonia
    Latvia
    Lithuania
    Finland
    Sweden
    Norway
    Denmark
    Greenland
    Iceland
    China | PRC
    Hong Kong
    Macau
    Taiwan
    Japan
    South Korea
    North Korea | DPRK
    India
    Pakistan
    Bangladesh
    Sri Lanka
    Nepal
    Afghanistan
    Iran
    Iraq
    Israel
    Gaza
    Lebanon
    Syria
    Jordan ?
    Saudi Arabia
    United Arab Emirates | UAE
    Qatar
    Kuwait
    Egypt
    Libya
    Tunisia
    Morocco
    Algeria
    Nigeria
    Kenya
    Ethiopia
    Ghana
    South Africa
    Zambia
    Zimbabwe
    Uganda
    Tanzania
    Rwanda
    Sudan
    Singapore
    Malaysia
    Indonesia
    Philippines
    Thailand
    Vietnam
    Cambodia
    Laos
    Myanmar
    Australia
    New Zealand
    Canada
    Mexico
    Brazil
    Argentina
    Chile ?
    Colombia
    Peru
    Venezuela
    Ecuador
    Cuba
    Panama
    California
    Texas
    Florida
    New York
    Washington
    Virginia
    Maryland
    Massachusetts
    Pennsylvania
    Illinois
    Ohio
    Michigan
    Georgia
    Nevada
    Arizona
    Colorado
    Alabama
    Minnesota
    London
    Paris
    Berlin
    Brussels
    Moscow
    Kyiv | Kiev
    Beijing
    Shanghai
    Tokyo
    Seoul
    Delhi | New Delhi
    Mumbai
    Sydney
    Melbourne
    Canberra
    Ottawa
    Toronto
    San Francisco
    Los Angeles
    Chicago
    Boston
    Houston
    Seattle
    Silicon Valley
    Crimea
    Baltic Sea
    Black Sea
    Red Sea
    South China Sea
    Arctic
    Antarctica
    Albania
    Andorra
    Angola
    Armenia
    Azerbaijan
    Bahamas
    Bahrain
    Barbados
    Belize
    Benin
    Bhutan
    Bolivia
    Bosnia and Herzegovina | Bosnia
    Botswana
    Brunei
    Burkina Faso
    Burundi
    Cameroon
    Central African Republic
    Congo | DRC
    Costa Rica
    Croatia
    Djibouti
    Dominican Republic
    El Salvador
    Eritrea
    Fiji
    Gabon
    Gambia
    Guatemala
    Guinea
    Guyana
    Haiti
    Honduras
    Ivory Coast | Côte d’Ivoire
    Jamaica
    Kazakhstan
    Kosovo
    Kyrgyzstan
    Lesotho
    Liberia
    Liechtenstein
    Madagascar
    Malawi
    Maldives
    Mali
    Malta
    Mauritania
    Mauritius
    Moldova
    Monaco
    Mongolia
    Montenegro
    Mozambique
    Namibia
    Nicaragua
    Niger
    North Macedonia
    Oman
    Palestine
    Papua New Guinea
    Paraguay
    Senegal
    Serbia
    Seychelles
    Sierra Leone
    Slovenia
    Somalia
    South Sudan
    Suriname
    Tajikistan
    Togo
    Tonga
    Trinidad and Tobago
    Turkmenistan
    Uruguay
    Uzbekistan
    Vatican
    West Bank
    Yemen
    Puerto Rico
    Alaska
    Arkansas
    Connecticut
    Delaware
    Hawaii
    Idaho
    Indiana
    Iowa
    Kansas
    Kentucky
    Louisiana
    Maine ?
    Mississippi
    Missouri
    Montana
    Nebraska
    New Hampshire
    New Jersey
    New Mexico
    North Carolina
    North Dakota
    Oklahoma
    Oregon
    Rhode Island
    South Carolina
    South Dakota
    Tennessee
    Utah
    Vermont
    West Virginia
    Wisconsin
    Wyoming
    Ontario
    Quebec
    British Columbia
    Alberta
    Nova Scotia
    Manitoba
    Saskatchewan
    New Brunswick
    Newfoundland
    Tasmania
    Queensland
    New South Wales
    Victoria ?
    Western Australia
    South Australia
    Africa
    Asia
    Europe
    North America
    South America
    Latin America
    Middle East
    Southeast Asia
    South Asia
    Eastern Europe
    Western Europe
    Southeastern Europe
    Central Asia
    Caribbean
    Balkans
    Amsterdam
    Rotterdam
    Antwerp
    Vienna
    Zurich
    Geneva
    Munich
    Frankfurt
    Hamburg
    Madrid
    Barcelona
    Rome
    Milan
    Lisbon
    Dublin
    Belfast
    Edinburgh
    Glasgow
    Manchester
    Birmingham
    Liverpool
    Leeds
    Bristol
    Cardiff
    Stockholm
    Oslo
    Copenhagen
    Helsinki
    Tallinn
    Riga
    Vilnius
    Warsaw
    Prague
    Budapest
    Bucharest
    Sofia ?
    Athens
    Istanbul
    Ankara
    Jerusalem
    Tel Aviv
    Tehran
    Baghdad
    Riyadh
    Dubai
    Abu Dhabi
    Doha
    Cairo
    Nairobi
    Lagos
    Johannesburg
    Cape Town
    Karachi
    Islamabad
    Bangalore | Bengaluru
    Hyderabad
    Chennai
    Kolkata
    Dhaka
    Bangkok
    Hanoi
    Jakarta
    Kuala Lumpur
    Manila
    Taipei
    Shenzhen
    Guangzhou
    Busan
    Osaka
    Perth ?
    Brisbane
    Auckland
    Wellington ?
    Montreal
    Vancouver
    Dallas
    Austin ?
    Atlanta
    Miami
    Philadelphia
    Phoenix ?
    Denver
    Detroit
    Las Vegas
    San Diego
    San Jose
    Mexico City
    São Paulo | Sao Paulo
    Buenos Aires
    Bogotá | Bogota
    Caracas
    Havana`,
  ),
  ...names(
    'organisation',
    `
    Pentagon | Department of Defense | Defense Department | DoD | DOD | Department of War | War Department | U.S. Department of Defense
    White House
    Congress | U.S. Congress
    Senate | US Senate | U.S. Senate
    House of Representatives
    Supreme Court
    State Department | Department of State
    Treasury | Treasury Department | US Treasury | U.S. Treasury | Department of the Treasury
    Commerce Department | Department of Commerce
    Energy Department | Department of Energy | DOE
    Justice Department | Department of Justice | DOJ | DoJ
    Homeland Security | Department of Homeland Security | DHS
    Federal Communications Commission | FCC
    Federal Trade Commission | FTC
    Securities and Exchange Commission | SEC
    Federal Aviation Administration | FAA
    Government Accountability Office | GAO
    Federal Bureau of Investigation | FBI
    Central Intelligence Agency | CIA
    National Security Agency | NSA
    National Security Council
    Republican Party | Republicans | GOP
    Democratic Party | Democrats
    European Commission
    European Parliament
    European Council
    European Court of Justice | CJEU
    United Nations | UN | U.N
    NATO
    World Health Organization | WHO
    International Monetary Fund | IMF
    World Bank
    G7
    Kremlin
    Downing Street
    Home Office
    Ministry of Defence | MoD | MOD
    HMRC | HM Revenue and Customs
    House of Commons
    House of Lords
    Bundestag
    Interpol | INTERPOL
    Europol
    Microsoft
    Google
    Alphabet ?
    Apple ?
    Amazon ?
    Amazon Web Services | AWS
    Meta ?
    Nvidia | NVIDIA
    IBM
    Oracle ?
    Intel ?
    Samsung
    Sony
    Huawei
    Tesla
    SpaceX
    Boeing
    Airbus
    Lockheed Martin | Lockheed
    Northrop Grumman | Northrop
    RTX | Raytheon
    BAE Systems | BAE
    General Dynamics
    L3Harris | L3Harris Technologies
    Thales
    Leonardo ?
    Rheinmetall
    Saab
    Palantir | Palantir Technologies
    Anduril | Anduril Industries
    Accenture
    Deloitte
    KPMG
    PwC
    Blue Origin
    Rocket Lab
    Walmart
    Visa ?
    Mastercard
    PayPal
    JPMorgan Chase | JPMorgan | JP Morgan | JPMorganChase
    Goldman Sachs
    Morgan Stanley
    Citigroup | Citi
    HSBC
    Barclays
    AT&T
    Verizon
    T-Mobile
    Vodafone
    BT`,
  ),
  ...names(
    'person',
    `
    Donald Trump | President Trump | Trump
    JD Vance | J.D. Vance
    Joe Biden | Biden
    Pete Hegseth
    Marco Rubio
    Kristi Noem
    Pam Bondi
    Kash Patel
    Tulsi Gabbard
    Scott Bessent
    Elon Musk | Musk
    Keir Starmer
    Emmanuel Macron
    Friedrich Merz
    Ursula von der Leyen | von der Leyen
    Volodymyr Zelenskyy | Volodymyr Zelensky | Zelensky | Zelenskyy
    Vladimir Putin | Putin
    Xi Jinping
    Narendra Modi | Modi
    Mark Carney
    Anthony Albanese
    Sam Altman
    Dario Amodei
    Mark Zuckerberg
    Satya Nadella
    Sundar Pichai
    Tim Cook
    Jeff Bezos
    Jensen Huang
    Alex Karp
    Jared Isaacman`,
  ),
  ...names(
    'law',
    `
    Defense Production Act | DPA
    National Defense Authorization Act | NDAA
    First Amendment
    Fourth Amendment
    Freedom of Information Act | FOIA`,
  ),
];

/** Nouns for people without a name that any beat's news has. */
export const PEOPLE: readonly string[] = [
  ...'customers users patients students employees workers residents citizens taxpayers consumers passengers subscribers pupils'.split(
    ' ',
  ),
  ...'teachers journalists activists investors shareholders businesses suppliers contractors families children voters drivers'.split(
    ' ',
  ),
  ...'staff members travellers travelers shoppers veterans soldiers troops refugees asylum-seekers civilians officers'.split(' '),
];

/** Reads effects: phrases divided by `|`. */
export function effects(affected: Effect['affected'], direction: Effect['direction'], phrases: string, beside = false): Effect[] {
  return phrases
    .split('|')
    .map((words) => words.trim().replace(/\s+/g, ' '))
    .filter((words) => words !== '')
    .map((words) => ({ words, affected, direction, ...(beside && { beside }) }));
}

/** Who comes out worse or better, in the words that any beat's news uses for it. */
export const EFFECTS: readonly Effect[] = [
  ...effects(
    'before',
    'harmed',
    `was fined | were fined | been fined | fined for | was sued | were sued | is being sued | is sued | faces a lawsuit | faces lawsuits | faces lawsuit
    | faces a fine | facing a fine | faces class action | faces legal action | faces charges | faces backlash | faces ban | faces a ban | faces investigation
    | was sanctioned | were sanctioned | been sanctioned | was banned | were banned | been banned | has been blacklisted | was blacklisted
    | lost contracts | lost its contract | loses contract | shares fell | shares slid | shares dropped | stock fell | shares tumble
    | was killed | were killed | died | was injured | were injured | was fired | were fired | was laid off | were laid off | lost their jobs
    | suffered | suffers | was forced to | were forced to | is isolated | been isolated | at risk of losing | left isolated
    | were evacuated | was suspended | were suspended | was delayed | were delayed | was cancelled | was canceled | filed for bankruptcy`,
  ),
  ...effects(
    'after',
    'harmed',
    `fined | fines | fining | sued | sues | suing | lawsuit against | suit against | lawsuits against | sanctioned | sanctions | sanctions on | sanctions against
    | banned | bans | blacklist | blacklisted | blacklists | blacklisting | punish | punished | punishes | penalised | penalized | penalise | penalize
    | threatened | threatens | threatening | threat to | pressure on | pressuring | isolating | isolates | leaving | leaves
    | killed | injured | laid off | fired | evicted | excluded | excludes | cut off | cuts off | supply-chain risk for | harm | harms | harmed | hurt | hurts
    | investigating | investigation into | probe into | charges against | crackdown on | cost | devastate | label | labeling | labelling | forcing | strip | stripped`,
  ),
  ...effects(
    'before',
    'helped',
    `secured a deal | secured an agreement | has secured
    | won a contract | won contracts | wins contract | won the contract | was awarded | were awarded | has been awarded | been awarded | awarded a contract
    | raised funding | will be compensated | were compensated | will receive | can claim | won the case | wins case | was cleared | were cleared
    | was rescued | were rescued | was freed | were freed | shares rose | shares jumped | stock rose | benefits from | stands to gain | gains access | stepped in
    | was approved | won approval | wins approval`,
  ),
  ...effects('before', 'helped', 'raised | raises').map((effect) => ({ ...effect, figure: true as const })),
  ...effects(
    'after',
    'helped',
    `compensate | compensates | compensated | compensation for | refund | refunds to | reimburse | protects | protecting | protection for | relief for
    | awarded | awards | deal with | agreement with | contract to | contracts to | rescued | freed | aid for | funding for
    | acquitted | cleared | sides with | sided with | in favour of | in favor of | boost for`,
  ),
];

/** Verbs and nouns of orders and decisions that any beat's news has. */
export const DECISIONS: readonly string[] = (
  'ordered orders order ruled rules ruling fined fines sued sues refuses refused rejects rejected threatened threatens banned bans agreed agrees ' +
  'approved approves signed voted votes sentenced charged indicted arrested pleaded settled settlement sanctioned sanctions deadline ultimatum must ' +
  'announced announces launched launches awarded awards cancelled canceled suspended halted shut resigned appointed blacklist blacklisting invoke ' +
  'invoked deal agreement contract labelled labeled labelling labeling designated designate demanded demands blocked blocks required requires mandate ' +
  'label labels acquire acquires acquired withdrew withdraws confirmed confirms denied denies'
).split(' ');

/** Words that make a dated sentence something to wait for. */
export const AWAITED: readonly string[] = (
  'deadline hearing trial vote votes ruling verdict sentencing sentenced election summit meeting due expected scheduled plans planned plan will must ' +
  'by before until set slated begin begins start starts end ends open opens file claim ultimatum expires expire appear appeal effective effect launch launches publish report review decide decision'
).split(' ');

/** How explainers, analyses and opinion give themselves away, in title and address. */
export const EXPLAINERS = {
  titles: [
    'analysis:',
    'analysis |',
    'analysis -',
    'opinion:',
    'opinion |',
    'explainer:',
    'explained:',
    'comment:',
    'commentary:',
    'editorial:',
    'perspective:',
    'what to know',
    'what we know',
    "here's what",
    'here’s what',
    'why ',
    'how ',
    'what ',
    'everything you need',
    'the lessons',
    'lessons from',
    'inside ',
    'q&a',
    'news analysis',
    'viewpoint:',
    'the big question',
    'column:',
    'deep dive',
    'timeline:',
  ],
  paths: [
    '/opinion',
    '/analysis',
    '/explainer',
    '/explained',
    '/comment',
    '/commentary',
    '/editorial',
    '/perspective',
    '/insight',
    '/column',
    '/views/',
    '/ideas/',
  ],
} as const;
