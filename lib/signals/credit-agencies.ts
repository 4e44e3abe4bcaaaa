/** News agencies and syndicates whose texts other outlets carry. Data: one line each, tested for uniqueness. */
export interface Agency {
  /** Kebab-case; the origin's key is `wire:` and this. */
  readonly id: string;
  /** As shown. */
  readonly name: string;
  /** Names in credits and citations, lower case, without "the". */
  readonly names: readonly string[];
  /** What stands in the brackets of a dateline, exactly as written: "LONDON (AP)". */
  readonly datelines: readonly string[];
  /** Its own sites, without "www.": what stands there is its own reporting. */
  readonly hosts: readonly string[];
  /** ISO 3166-1 alpha-2 of the country whose outlets carry it by default; absent for international ones. */
  readonly home?: string;
}

export const AGENCIES: readonly Agency[] = [
  {
    id: 'ap',
    name: 'AP',
    names: ['ap', 'ap news', 'associated press', 'associated press writer', 'a.p.'],
    datelines: ['AP', 'Associated Press'],
    hosts: ['apnews.com', 'ap.org'],
  },
  {
    id: 'reuters',
    name: 'Reuters',
    names: ['reuters', 'thomson reuters', 'reuters news agency'],
    datelines: ['Reuters', 'REUTERS'],
    hosts: ['reuters.com'],
  },
  {
    id: 'afp',
    name: 'AFP',
    names: ['afp', 'agence france-presse', 'agence france presse', 'afp news'],
    datelines: ['AFP'],
    hosts: ['afp.com'],
  },
  {
    id: 'pa',
    name: 'PA Media',
    names: ['pa', 'pa media', 'press association', 'pa news agency', 'pa news', 'pa reporter', 'pa reporters'],
    datelines: ['PA', 'PA Media'],
    hosts: ['pa.media', 'pressassociation.com'],
    home: 'GB',
  },
  {
    id: 'yonhap',
    name: 'Yonhap',
    names: ['yonhap', 'yonhap news agency', 'yonhap news'],
    datelines: ['Yonhap'],
    hosts: ['yna.co.kr', 'yonhapnews.co.kr'],
    home: 'KR',
  },
  {
    id: 'cp',
    name: 'The Canadian Press',
    names: ['canadian press', 'la presse canadienne', 'presse canadienne'],
    datelines: ['CP', 'The Canadian Press'],
    hosts: ['thecanadianpress.com'],
    home: 'CA',
  },
  {
    id: 'bloomberg',
    name: 'Bloomberg',
    names: ['bloomberg', 'bloomberg news'],
    datelines: ['Bloomberg'],
    hosts: ['bloomberg.com'],
  },
  {
    id: 'aap',
    name: 'AAP',
    names: ['aap', 'australian associated press'],
    datelines: ['AAP'],
    hosts: ['aap.com.au', 'aapnews.com.au'],
    home: 'AU',
  },
  { id: 'pti', name: 'PTI', names: ['pti', 'press trust of india'], datelines: ['PTI'], hosts: ['ptinews.com'], home: 'IN' },
  { id: 'ani', name: 'ANI', names: ['ani', 'asian news international'], datelines: ['ANI'], hosts: ['aninews.in'] },
  { id: 'ians', name: 'IANS', names: ['ians', 'indo-asian news service'], datelines: ['IANS'], hosts: ['ians.in'] },
  {
    id: 'dpa',
    name: 'dpa',
    names: ['dpa', 'deutsche presse-agentur', 'deutsche presse agentur'],
    datelines: ['dpa', 'DPA'],
    hosts: ['dpa.com'],
    home: 'DE',
  },
  { id: 'apa', name: 'APA', names: ['austria presse agentur', 'apa'], datelines: ['APA'], hosts: ['apa.at'], home: 'AT' },
  {
    id: 'keystone-sda',
    name: 'Keystone-SDA',
    names: ['keystone-sda', 'sda', 'awp'],
    datelines: ['sda', 'SDA'],
    hosts: ['keystone-sda.ch'],
    home: 'CH',
  },
  { id: 'efe', name: 'EFE', names: ['efe', 'agencia efe'], datelines: ['EFE'], hosts: ['efe.com'], home: 'ES' },
  { id: 'ansa', name: 'ANSA', names: ['ansa'], datelines: ['ANSA'], hosts: ['ansa.it'], home: 'IT' },
  {
    id: 'kyodo',
    name: 'Kyodo',
    names: ['kyodo', 'kyodo news'],
    datelines: ['Kyodo', 'KYODO'],
    hosts: ['kyodonews.net'],
    home: 'JP',
  },
  { id: 'jiji', name: 'Jiji Press', names: ['jiji', 'jiji press'], datelines: ['Jiji', 'Jiji Press'], hosts: ['jiji.com'] },
  {
    id: 'xinhua',
    name: 'Xinhua',
    names: ['xinhua', 'xinhua news agency'],
    datelines: ['Xinhua'],
    hosts: ['xinhuanet.com', 'news.cn'],
  },
  { id: 'tass', name: 'TASS', names: ['tass'], datelines: ['TASS'], hosts: ['tass.com', 'tass.ru'] },
  { id: 'interfax', name: 'Interfax', names: ['interfax'], datelines: ['Interfax'], hosts: ['interfax.com', 'interfax.ru'] },
  { id: 'upi', name: 'UPI', names: ['upi', 'united press international'], datelines: ['UPI'], hosts: ['upi.com'] },
  { id: 'bernama', name: 'Bernama', names: ['bernama'], datelines: ['Bernama'], hosts: ['bernama.com'], home: 'MY' },
  { id: 'antara', name: 'Antara', names: ['antara'], datelines: ['ANTARA'], hosts: ['antaranews.com'] },
  { id: 'ntb', name: 'NTB', names: ['ntb'], datelines: ['NTB'], hosts: ['ntb.no'], home: 'NO' },
  { id: 'tt', name: 'TT', names: ['tt nyhetsbyrån'], datelines: ['TT'], hosts: ['tt.se'], home: 'SE' },
  { id: 'belga', name: 'Belga', names: ['belga'], datelines: ['Belga'], hosts: ['belga.be', 'belganewsagency.eu'], home: 'BE' },
  { id: 'anp', name: 'ANP', names: ['anp'], datelines: ['ANP'], hosts: ['anp.nl'], home: 'NL' },
  { id: 'lusa', name: 'Lusa', names: ['lusa'], datelines: ['Lusa'], hosts: ['lusa.pt'], home: 'PT' },
  { id: 'pap', name: 'PAP', names: ['polska agencja prasowa'], datelines: ['PAP'], hosts: ['pap.pl'], home: 'PL' },
  { id: 'ctk', name: 'ČTK', names: ['čtk', 'ctk'], datelines: ['ČTK', 'CTK'], hosts: ['ctk.cz', 'ceskenoviny.cz'], home: 'CZ' },
  { id: 'cna-tw', name: 'CNA (Taiwan)', names: ['central news agency'], datelines: [], hosts: ['cna.com.tw'], home: 'TW' },
  { id: 'cnn', name: 'CNN', names: ['cnn', 'cnn wire', 'cnn newsource'], datelines: ['CNN', 'CNN Wire'], hosts: ['cnn.com'] },
  { id: 'tns', name: 'Tribune News Service', names: ['tribune news service', 'tns'], datelines: ['TNS'], hosts: [] },
  { id: 'states-newsroom', name: 'States Newsroom', names: ['states newsroom'], datelines: [], hosts: ['statesnewsroom.com'] },
  {
    id: 'conversation',
    name: 'The Conversation',
    names: ['conversation'],
    datelines: ['The Conversation'],
    hosts: ['theconversation.com'],
  },
  {
    id: 'ldrs',
    name: 'LDRS',
    names: ['local democracy reporter', 'local democracy reporting service'],
    datelines: [],
    hosts: [],
  },
];

/** Folds a name for look-up: lower case, no "the", no punctuation at the ends. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/^the\s+/, '')
    .replace(/[.,:;]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();

const BY_NAME = new Map(AGENCIES.flatMap((agency) => agency.names.map((name) => [name, agency] as const)));
const BY_DATELINE = new Map(AGENCIES.flatMap((agency) => agency.datelines.map((name) => [name, agency] as const)));
const BY_HOST = new Map(AGENCIES.flatMap((agency) => agency.hosts.map((host) => [host, agency] as const)));
const BY_HOME = new Map(AGENCIES.flatMap((agency) => (agency.home ? [[agency.home, agency] as const] : [])));

export const agencyNamed = (name: string): Agency | undefined => BY_NAME.get(plainName(name));
export const agencyOfDateline = (inBrackets: string): Agency | undefined => BY_DATELINE.get(inBrackets);
/** The agency whose own site a host is; subdomains belong to it. */
export function agencyOfHost(host: string): Agency | undefined {
  for (let name = host; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const agency = BY_HOST.get(name);
    if (agency) return agency;
  }
  return undefined;
}
/** The agency that outlets of a country carry by default. */
export const homeAgency = (country: string): Agency | undefined => BY_HOME.get(country);
