import type { SignalLexicon } from '../../signals/features';

/**
 * What the rubric of the cybersecurity beat names, in the words of its news. Each feature is a list of phrases, divided by `|`;
 * `*` at the end of a word stands for any ending. `part` is the part of impact that the feature can be a reason for.
 * How much each counts is learned (scripts/train/signals.ts); this file only says what to look for.
 */
export const LEXICON: SignalLexicon = {
  // Operational: flaws, exploitation, outages, what operators must do.
  exploited: {
    part: 'operational',
    phrases:
      'actively exploited|active exploitation|under active|exploited in the wild|exploitation in the wild|in the wild|exploited in attacks|exploited by|being exploited|now exploited|exploited as|exploited to|exploited flaw*|exploited bug*|exploited vulnerabilit*|mass exploitation|exploit* attempts|exploiting|exploits zero-day|hackers exploit*|attackers exploit*|actors exploit*|has been exploited|have been exploited|was exploited|were exploited|abused in attacks|under attack|in attacks|in zero-day attacks|targeted in attacks|weaponized|weaponised|weaponize*|exploit critical|after exploitation|exploitation of|exploitation detected|exploitation underway|active attacks|in-the-wild',
  },
  zeroDay: { part: 'operational', phrases: 'zero-day*|zero day*|0-day*|zeroday*|previously unknown' },
  kev: {
    part: 'operational',
    phrases:
      'known exploited|kev|kev catalog|kev list|exploited vulnerabilities catalog|adds one|adds two|adds three|adds four|adds five',
  },
  criticalFlaw: {
    part: 'operational',
    phrases:
      'critical flaw*|critical vulnerabilit*|critical bug*|critical severity|critical-severity|maximum severity|maximum-severity|max severity|max-severity|critical rce|critical auth*|critical remote|critical security|cvss 10*|severity 10|perfect 10|cvss score of 9*|cvss score of 10*|cvss score 9*|cvss score 10*|cvss 9*|cvss v3 9*|cvss v3 10*|rated critical|critical command|critical sandbox|critical sql|critical unauthenticated|critical hpe|critical fort*|critical cisco|critical n8n|critical react*|critical zero*',
  },
  highFlaw: {
    part: 'operational',
    phrases:
      'high-severity|high severity|severe flaw*|severe vulnerabilit*|serious flaw*|serious vulnerabilit*|dangerous flaw*|medium-severity|medium severity|important flaw*',
  },
  flaw: {
    part: 'operational',
    phrases:
      'flaw*|vulnerabilit*|bug|bugs|security hole*|weakness*|misconfigur*|loophole*|cve|backdoor*|design issue|security issue*|defect*',
  },
  rce: {
    part: 'operational',
    phrases:
      'remote code execution|rce|execute arbitrary|arbitrary code|code execution|command injection|run malicious code|execute code|take over|takeover of|full control|full system|root access|root privileges|gain root|arbitrary commands|hijack|unauthenticated attacker*|unauthenticated rce|pre-auth*|without authentication|remotely execut*|compromise servers|server takeover|sandbox escape|deserialization|auth bypass|authentication bypass|bypass authentication|admin access|privilege escalation|escalate privileges|sql injection|path traversal|ssrf|xss|cross-site',
  },
  advisory: {
    part: 'operational',
    phrases: 'view csaf|successful exploitation of|the following versions of|csaf summary|ics advisor*|medical advisor*',
  },
  fix: {
    part: 'operational',
    phrases:
      'patch|patches|patched|fix|fixes|fixed|fixing|security update*|security patch*|hotfix*|hot fix*|emergency update*|emergency patch*|emergency fix*|emergency windows|out-of-band|oob update*|releases update*|release update*|released update*|resolves|resolved|addresses|addressed|remediat*|mitigat*|plugs|squash*|rolls out|rolled out|released to address|releasing security',
  },
  patchRound: {
    part: 'operational',
    phrases:
      'patch tuesday|monthly update*|security updates|monthly patch*|security bulletin*|january * patches|cumulative update*|extended security|dozens of vulnerabilities|security advisories',
  },
  act: {
    part: 'operational',
    phrases:
      'patch now|update now|patch immediately|immediately|urges|urged to|urge users|urged users|warns admins|warns customers|admins|as soon as possible|asap|upgrade to|apply patches|apply the|recommended to|advised to|told to|must patch|secure their|change * passwords|reset passwords|reset * passwords|change their passwords|delete * now|stop using|check your|without delay|right now',
  },
  urgentOrder: {
    part: 'operational',
    phrases:
      'emergency directive*|binding operational directive*|orders federal|orders agencies|orders feds|orders government|ordered federal|federal agencies to|fceb|agencies to patch|by friday|by monday|within * days|within three|deadline*|feds to patch|feds told|directive*',
  },
  wideProduct: {
    part: 'operational',
    phrases:
      'windows|microsoft|office|outlook|exchange|sharepoint|android|iphone*|ios|apple|chrome|chromium|edge|firefox|linux|vmware|esxi|vcenter|cisco|fortinet|fortigate|fortios|fortiweb|fortisiem|forticloud|fortimail|palo alto*|ivanti|citrix*|netscaler|sonicwall|f5|big-ip|juniper|check point|oracle|e-business suite|sap|ibm|aws|azure|google cloud|cloudflare|react|react2shell|next.js|node.js|npm|pypi|github|gitlab|docker|kubernetes|apache|nginx|wordpress|solarwinds|veeam|atlassian|jira|confluence|salesforce|snowflake|openssl|openssh|telnet*|mongodb|mongobleed|redis|zoom|whatsapp|gmail|active directory|entra|beyondtrust|connectwise|moveit|goanywhere|cleo|crushftp|n8n|watchguard|zyxel|d-link|tp-link|asus|qnap|synology|hpe|dell|servicenow|smartermail|cpanel|php|java|python|winrar|7-zip|notepad++|adobe|magento|commerce|teamviewer|okta|sudo|qualcomm|intel|amd|nvidia|bluetooth|wi-fi|whatsapp|telegram|signal|copilot|chatgpt|openai|gemini|claude',
  },
  nicheProduct: {
    phrases:
      'plugin*|plug-in*|wordpress plugin*|add-on*|extension*|library|module*|router*|camera*|smart home|hubs|plc|scada|theme*',
  },
  outage: {
    part: 'operational',
    phrases:
      'outage*|offline|shut down|shuts down|shutdown*|halt*|paralys*|paralyz*|crippl*|disrupt*|knocked out|took down|taken down|down for|delays|flights|cancelled|canceled|suspend*|services down|unable to|cannot access|downtime|closed|blackout|grounded|stranded|queues|chaos|check-in|knock* offline|unavailable|crash*|freez*|production',
  },
  critical: {
    part: 'operational',
    phrases:
      'critical infrastructure|hospital*|airport*|power grid|grid|energy sector|electric*|water|railway*|rail|telecom*|healthcare|emergency services|ambulance*|pharmac*|pipeline*|nuclear|defense contractor*|election*|schools|banks|banking|supply chain*|supply-chain|911|nhs|government agencies|federal agencies|ministr*|military|pentagon|satellite*|undersea',
  },
  malware: {
    part: 'operational',
    phrases:
      'malware|trojan*|stealer*|infostealer*|botnet*|worm|spyware|rootkit*|loader|rat|backdoor|wiper*|malicious package*|malicious extension*|malicious npm|malvertising|clickfix|keylogger*|cryptominer*|miner|malicious|infect*|phishing|smishing|vishing|credential*|skimm*|proxy*|cryptojack*|campaign*|toolkit|phishing-as-a-service|malware-as-a-service',
  },
  ddos: { part: 'operational', phrases: 'ddos|denial-of-service|denial of service|tbps|dos flaw*|dos condition|dos bug*' },
  espionage: {
    part: 'operational',
    phrases:
      'apt*|china-linked|chinese hackers|state-sponsored|state-backed|nation-state|russian hackers|iranian hackers|north korea*|dprk|lazarus|salt typhoon|volt typhoon|espionage|cyberespionage|cyberspies|spies|kimsuky|sandworm|muddywater|mustang panda|fancy bear|apt28|unc*|spying|intelligence service*|gru|china-nexus|iran-linked|russia-linked|wiretap*|surveil*',
  },
  research: {
    phrases:
      'researchers|new research|proof-of-concept|poc|could allow|could be|may allow|could enable|theoretical*|discovered|uncovered|analysis of|new technique|academics|demonstrat*|side-channel|concern*|experts warn|potential*',
  },
  spread: {
    part: 'operational',
    phrases:
      'worldwide|global|globally|millions of|thousands of|hundreds of|hundreds of thousands|tens of thousands|dozens of|over * organizations|organizations|companies|enterprises|countries|billions of|widespread|massive|mass|large-scale|wave of|all users|every|exposed online|exposed servers|internet-exposed',
  },
  // Breaches and victims.
  breach: {
    part: 'operational',
    phrases:
      'data breach*|breach*|breached|data leak*|leak*|leaked|stolen|stole|steal*|theft|hacked|hack|hacking|exfiltrat*|exposed|exposes|exposing|compromised|compromise*|unauthorized access|unauthorised access|cyberattack*|cyber-attack*|cyber attack*|security incident*|cyber incident*|cybersecurity incident*|intrusion*|infiltrat*|data theft|data exposed|accessed',
  },
  ransomware: {
    part: 'operational',
    phrases:
      'ransomware|ransom|extort*|encrypt* files|double extortion|locked out|leak site|lockbit|akira|qilin|cl0p|clop|shinyhunters|scattered spider|scattered lapsus*|alphv|blackcat|black basta|inc ransom|play ransomware|rhysida|medusa|conti|interlock|safepay|dragonforce|everest|incransom|lapsus*|sinobi|warlock|crimson collective|killsec|devman',
  },
  sensitive: {
    part: 'operational',
    phrases:
      "social security|ssn*|passport*|medical|health data|health information|health records|patient*|financial data|bank details|bank account*|payment card*|credit card*|card details|biometric*|identity documents|government id*|id photos|driver's licen*|children*|pupil*|sensitive data|sensitive personal|sensitive information|tax|home addresses|nursery|dates of birth|source code|credentials|private keys|crypto wallet*|genetic|sexual",
  },
  lowSensitive: {
    phrases:
      'email addresses|names and|contact details|contact information|phone numbers|no passwords|not affected|no financial|no evidence|limited|isolated|not include|old data|previously leaked|test data|public data|scraped|not compromised|no sensitive|were not|did not',
  },
  claim: {
    phrases:
      'claims|claimed|claim|alleged*|allegedly|purported*|leak site|dark web|hackers say|hacker says|reportedly|unconfirmed|rumor*|rumour*|investigating claims|hacking forum|for sale|boasts|threatens to|looking into|possible breach|suspected breach|fake|denies|denied',
  },
  confirm: { phrases: 'confirms|confirmed|admits|disclosed|discloses|acknowledges|notif*|notifying|says data|reveals|reveal' },
  physicalHarm: {
    part: 'operational',
    phrases:
      'death*|died|killed|suicide*|murder*|patient harm|life-threatening|lives at risk|endanger*|physical danger|kidnap*|violence|informants|afghan*|safety of|abuse material|csam|sextortion',
  },
  // Regulatory: laws, orders, courts, enforcement.
  law: {
    part: 'regulatory',
    phrases:
      'law|laws|legislation|bill|act|regulation*|rule|rules|rulemaking|directive|mandate*|mandatory|gdpr|hipaa|nis2|dora|cyber resilience act|ai act|dpdp|compliance|require*|requirement*|legal|statute*|parliament*|congress|senate|lawmaker*|senator*|senators|passes|enact*|takes effect|into force|executive order|policy|framework|standard*|strategy|reauthoriz*|expire*|lapse*|treaty|convention|amendment*|consultation',
  },
  ban: {
    part: 'regulatory',
    phrases:
      'ban|bans|banned|banning|prohibit*|blacklist*|blocklist*|restrict*|block* access|export control*|entity list|phase out|revok*|barred|forbid*|outlaw*|remove * equipment|replace * equipment',
  },
  sanction: { part: 'regulatory', phrases: 'sanction*|ofac|asset freeze|designat*' },
  fine: {
    part: 'regulatory',
    phrases:
      'fine|fines|fined|penalt*|pay * settle|ordered to pay|agrees to pay|to pay|settle|settles|settlement*|settled|payout*|compensation|damages',
  },
  regulator: {
    part: 'regulatory',
    phrases:
      'ftc|fcc|sec|ico|cnil|edpb|ofcom|regulator*|watchdog|privacy commissioner|data protection commission*|data protection authority|information commissioner*|attorney general|attorneys general|privacy commission|nydfs|european commission|eu|european union|cisa|ncsc|nsa|fbi|enisa|bsi|hhs|ocr|cert-in|pipc|kcc|cma|apra|asic|asd|treasury|white house|federal trade commission|communications commission|ministry of|home office|rbi|sebi|mas|fincen|nist|department of|commission|supreme court',
  },
  lawsuit: {
    part: 'regulatory',
    phrases:
      'lawsuit*|sues|sued|suing|class action|class-action|litigation|legal action|court|judge|judges|tribunal|ruling|rules that|ruled|appeal*|jury|verdict|plaintiff*|complaint*|filed|high court|group action|injunction|legal battle|hearing',
  },
  probe: {
    part: 'regulatory',
    phrases:
      'investigat*|probe|probes|probing|inquiry|inquir*|hearing*|subpoena*|raid*|summon*|audit*|scrutin*|testif*|questioned',
  },
  arrest: {
    part: 'regulatory',
    phrases:
      'arrest*|charged|charges|indict*|extradit*|sentenc*|jailed|prison|pleads guilty|pleaded guilty|plead*|guilty|convict*|prosecut*|detained|suspect*|custody|years in|wanted|bail|trial|court appearance|remanded|acquitt*',
  },
  takedown: {
    part: 'regulatory',
    phrases:
      'dismantl*|takedown*|takes down|seize*|seizes|seized|seizure*|disrupted|operation endgame|europol|interpol|busted|bust|raided|crackdown*|cracks down|shut down by|law enforcement|police|international operation|recover*|sinkhol*|confiscat*|forfeit*',
  },
  // Financial.
  market: {
    part: 'financial',
    phrases:
      'shares|share price|stock|stocks|market value|profit*|revenue|sales|earnings|investors|forecast|quarter*|losses|lost|cost|costs|costing|hit to|writedown|economy|gdp|economic|inflation|insur*|bailout|loan guarantee|loan|financial hit|financial impact|bankrupt*|collapse*|job cuts|layoff*|jobs|redundan*|furlough*|suppliers|growth',
  },
  cryptoTheft: {
    part: 'financial',
    phrases:
      'crypto|cryptocurrency|bitcoin|ethereum|wallet*|exchange hack*|defi|blockchain|token|tokens|stablecoin*|drain*|launder*|coinbase|binance|upbit|bybit|trust wallet|smart contract*|protocol|web3|hacked crypto',
  },
  fraud: {
    part: 'financial',
    phrases:
      'fraud*|scam*|scammer*|money stolen|bank transfer*|bec|business email compromise|duped|swindl*|conned|heist*|atm|jackpotting|ponzi|money laundering|gift card*|toll|mule*',
  },
  funding: {
    part: 'financial',
    phrases:
      'raises|raised|funding|series a|series b|series c|series d|seed|venture|investment|invests|emerges from stealth|secures $|valuation|unicorn|round led|startup*|stealth|ipo',
  },
  acquisition: {
    part: 'financial',
    phrases: 'acquire*|acquires|acquisition*|to buy|buys|merger|acquiring|m&a|takeover bid|deal|purchase of|in talks|completes',
  },
  bigFirm: {
    part: 'financial',
    phrases:
      'jaguar land rover|jlr|m&s|marks & spencer|marks and spencer|marks|co-op|asahi|coupang|sk telecom|sk shieldus|kt|lotte card|qantas|allianz*|salesforce|google|apple|microsoft|amazon|meta|facebook|instagram|tiktok|oracle|at&t|verizon|t-mobile|comcast|discord|openai|nvidia|tesla|toyota|nissan|renault|stellantis|bmw|volvo|boeing|airbus|collins aerospace|harrods|louis vuitton|kering|gucci|chanel|adidas|nike|under armour|pandora|tata*|infosys|capita|ticketmaster|santander|hsbc|jpmorgan|bank of america|equifax|transunion|experian|unitedhealth|change healthcare|conduent|cognizant|accenture|orange|bouygues|sfr|vodafone|telefonica|odido|ledger|coinbase|kraken|soundcloud|pornhub|match group|panera|crunchbase|wynn|betterment|figure|doordash|gainsight|salesloft|drift|red hat|f5|crowdstrike|zscaler|cloudflare|palo alto|okta|heathrow|nuance|aflac|prosper|700credit|petco|harvard|princeton|penn|university',
  },
  // Good news.
  protect: {
    phrases:
      'launches|launched|introduces|unveils|announces|announced|adds support|new feature|feature|protect*|protection*|safer|improves|improve*|boost*|strengthen*|enhanc*|stronger|secure|decrypt*|free tool|free decryptor|open source|open-source|blocks|blocking|prevent*|defend*|detect*|thwart*|foil*|fends off|stopped|partner*|collaborat*|initiative|pledge*|adopts|expands|training|automatic*|default|passkey*|encryption|rewards|bounty|award*|wins|restore*|resume*|recovery|recovered|reopen*|back online|returns|rescued|safe',
  },
  bad: {
    phrases:
      'warn*|threat*|danger*|risk*|alarm*|fear*|alert*|worst|worse|devastat*|severe|serious|catastroph*|crisis|fail*|failed|unable|struggl*|suffer*|hit by|victim*|attack*|target*|abuse*|abusing|trick*|lure*|spoof*|impersonat*|hijack*|bypass*|evade*|blackmail|sabotage|rogue|unpatched|unfixed|no patch|no fix|end of life|eol|unsupported|apolog*|criticis*|criticiz*|slam*|blame*|accus*|delay*',
  },
  negation: { phrases: "no|not|never|without|none|deny|denies|cannot|isn't|wasn't|didn't|no evidence|unaffected|false" },
  // Kinds of items that force nothing.
  roundUp: {
    phrases:
      'weekly recap|recap|round-up|roundup|week in review|in other news|this week|newsletter|top * of|the biggest|biggest stories|year in review|predictions|trends|lessons|threatsday|bulletin|best of|look back|digest|in brief|noteworthy|threats bulletin|monthly review',
  },
  promo: {
    phrases:
      'webinar*|podcast*|sponsored|register now|ebook|whitepaper|white paper|join us|join|learn how|discover how|best *|review|deal|deals|discount|% off|save|black friday|cyber monday|prime day|free trial|market research|market report|market size|cagr|conference|summit|expo|event|awards|recognized|leader in|magic quadrant|named|appoints|appointed|hires|joins|certification|course|lifetime|guide to|virtual event|on-demand|speaker*|keynote|quiz|video',
  },
  lawFirm: {
    phrases:
      'law firm|llp|class action law|investigates claims|investigating claims|investigating data breach|on behalf of|p.c|shareholder*|rights reserved|attorney advertising|lynch carpenter|edelson lechtzin|levi & korsinsky|contact the firm|schubert|kaplan|potential claims',
  },
  pressWire: {
    phrases:
      'business wire|globe newswire|globenewswire|pr newswire|prnewswire|prweb|ein presswire|einpresswire|nasdaq|nyse|press release|accesswire|today announced|leading provider|otc*',
  },
  explainer: {
    phrases:
      "how to|why|what is|what to|here's|here is|explained|explainer|everything you need|guide|tips|ways to|steps|the case for|opinion|should|we need|understanding|beyond|rethinking|behind|inside|meet|strategies|best practices|playbook|introduction|exploring|evolution|future of|the rise|the new|are you",
  },
  survey: {
    phrases:
      'survey*|report|reports|study|finds|found that|percent|per cent|statistics|according to a|index|state of|respondents|cisos|leaders|year-over-year|average|annual report',
  },
  other: {
    phrases:
      'phone hacking|phone-hacking|growth hacking|life hacking|hacked to death|hacking to death|hackathon|prince harry|daily mail|machete|biohack*|ethical hack*|game|games|movie|film|actor|actress|singer|album|celebrity|season|episode|netflix|football|cricket|school|students|workshop',
  },
  local: {
    phrases:
      'council*|city|county|town|village|district|school district|local|resident*|municipal*|police station|college|borough|library|church|club|small business*|clinic|sheriff|mayor',
  },
  // Finer distinctions that the conventions for close calls draw.
  edgeProduct: {
    part: 'operational',
    phrases:
      'fortinet|fortigate|fortios|fortiweb|fortisiem|forticloud|forticlient*|fortisandbox|fortimanager|fortibleed|ivanti|epmm|sonicwall|sma1000|sma 100|citrix*|netscaler|palo alto|pan-os|globalprotect|cisco|sd-wan|f5|big-ip|juniper|check point|watchguard|beyondtrust|bomgar|connectwise|screenconnect|vpn|vpns|firewall*|edge device*|moveit|goanywhere|cleo|sharefile|serv-u|web help desk|n-central|simplehelp|solarwinds|gladinet|vcenter|esxi|sharepoint|exchange server|e-business suite|oracle ebs|peoplesoft|netweaver|smartermail|zimbra|roundcube|teamcity|mongodb|mongobleed|react2shell',
  },
  platform: {
    part: 'operational',
    phrases:
      'windows|windows server|microsoft office|exchange online|microsoft 365|entra|active directory|android|ios|iphone*|macos|chrome|firefox|safari|linux kernel|linux|vmware|openssl|apache|nginx|wordpress core|oracle|sap|aws|azure|google cloud|cloudflare|whatsapp|gmail|outlook|teams|adobe|intel|amd|node.js|react|kubernetes',
  },
  devTool: {
    part: 'operational',
    phrases:
      'npm|pypi|rubygems|nuget|vscode|vs code|open vsx|github|gitlab|gitea|gogs|docker|jenkins|package*|repositories|developers|maintainer*|shai-hulud|glassworm|supply chain attack*|ci/cd|hugging face|clawhub|mcp server*|vm2|langchain|ollama|n8n|flowise',
  },
  industrial: {
    part: 'operational',
    phrases:
      'ics|scada|plc|plcs|ot|operational technology|industrial control|siemens|schneider|rockwell|hitachi energy|mitsubishi electric|delta electronics|aveva|abb|substation*|water treatment|wastewater|power plant*|wind and solar|energy facilit*',
  },
  consumerDevice: {
    phrases:
      'router*|camera*|nvr|iot|tv|tvs|smart home|headphone*|earbuds|car|cars|vehicle|printer*|d-link|tp-link|totolink|tenda|zyxel|asus|webcam*|doorbell*|motherboard*',
  },
  plugin: {
    phrases: 'wordpress plugin*|plugin|plugins|joomla|theme|chrome extension*|browser extension*|firefox add*|add-in|skills',
  },
  attempts: {
    part: 'operational',
    phrases:
      'exploitation attempts|attempts|targeting|scans|scanning|reconnaissance|probing|targeted by hackers|hackers target*|in hacker crosshairs|limited attacks|targeted attacks',
  },
  pocOut: {
    part: 'operational',
    phrases:
      'exploit code|poc released|poc exploit|public poc|public exploit|proof-of-concept exploit|exploit published|exploit released|exploit public|technical details|within 24 hours|hours of disclosure|unpatched|no patch available|not fully patched|patch bypass|fully patched',
  },
  massExposure: {
    part: 'operational',
    phrases:
      'thousands of * exposed|exposed online|still vulnerable|remain unpatched|internet-exposed|internet-facing|over * servers|over * firewalls|instances exposed|in * countries|across * countries|global campaign|worldwide',
  },
  governmentHit: {
    part: 'operational',
    phrases:
      'us government|federal agencies|federal networks|federal courts|government agency|government agencies|governments|ministry|ministries|state agency|parliament|embass*|pentagon|treasury|justice department|supreme court|military',
  },
  telecomHit: {
    part: 'operational',
    phrases: 'telecom*|telco*|salt typhoon|wireless outage|carrier*|verizon|at&t|singtel|isp|isps|undersea|bouygues|cellular',
  },
  airportHit: {
    part: 'operational',
    phrases: 'airport*|heathrow|flights|flight|passengers|airline*|check-in|collins aerospace|berlin brandenburg|dublin airport',
  },
  plantHit: {
    part: 'operational',
    phrases:
      'production|factory|factories|plant|plants|assembly line*|manufactur*|shutdown|halted|halts|halt|stoppage|standstill|stay at home|stay home|breweries|brewing|shipments|logistics',
  },
  healthHit: {
    part: 'operational',
    phrases:
      'hospital*|clinics|medical center|health system|patients|ambulance*|surger*|nhs|healthcare|blood center|dialysis|pharmacy',
  },
  recovery: {
    phrases:
      'restart*|resum*|phased return|back online|back to|restored|restores|restoring|reopen*|welcomed back|fully operational|bounce* back|recover|recovers|recovering|recovered|return to|returns to|brings back|light at the end|support for suppliers|lifeline|loan guarantee|bailout|credits|refund*|working again',
  },
  worsening: {
    part: 'operational',
    phrases:
      'extends|extended|extend|prolonged|still|continues|third day|second day|drags on|weeks|months|worse|worst|deepens|spreads|spiral*|mounting|surge*|escalat*|crisis|crippling|crippled|devastating|catastroph*|imminent|unprecedented|run out|shortage*|collapse',
  },
  resignation: { phrases: 'quits|resign*|steps down|stepping down|fired|fires|sacked|pay cut|to stay on|departure' },
  productNews: {
    phrases:
      'rolls out|rolling out|is testing|tests|testing|adds|preview|insider*|generally available|now available|new feature*|redesign*|notepad|paint|file explorer|start menu|powertoys|copilot|siri|ads in|to show ads|translate|gpt-*|codex|new model|grok|subscription*|teases|hints|thinking time|free for|ai mode|personal intelligence',
  },
  sunset: {
    part: 'operational',
    phrases:
      'retir*|deprecat*|end of support|end-of-life|phase-out|phases out|phasing out|disable * by default|will disable|to disable|stop supporting|certificates|ntlm|ews|to enforce|will enforce|enforce mfa|mandatory mfa|removing|to block|sunset*|discontinu*|migrat*',
  },
  knownBug: {
    part: 'operational',
    phrases:
      'known issue*|bug causing|bug that|bug blocking|crash*|freez*|boot failures|fails to|failing|broken by|sync delays|not working|wrongly flag*|mistakenly|glitch*|coding error|software bug|login issues|certificate expires',
  },
  cloudOutage: {
    part: 'operational',
    phrases:
      'outage*|service disruption|takes down|went down|goes down|knocked offline|knocks offline|sos mode|bgp|service degradation|users unable',
  },
  crooksHit: {
    phrases:
      'honeypot|null-route*|sinkhol*|hackers hacked|hackers get hacked|unmask*|doxxed|leaked chats|infrastructure seized|opsec|decryptor|decrypt*|snared|trap|spy on threat|recover data|backing down|deleted data',
  },
  newMalware: {
    part: 'operational',
    phrases:
      'new malware|new android|new linux|new macos|new windows|new variant|new ransomware|newly discovered|previously undocumented|dubbed|codenamed|new backdoor|new botnet|new campaign|new phishing|new attack|malware-as-a-service|ransomware-as-a-service|clickfix|fake captcha*|fake update*|trojanized|typosquat*|sideload*|side-loading|emerges|resurfaces|evolves',
  },
  govPlan: {
    part: 'regulatory',
    phrases:
      'action plan|strategy|unveils plan|announces plan|new rules|proposes|proposed|proposal|draft|guidance|guidelines|task force|summit|agreement|cooperation|pledge*|initiative|government-wide|measures|reform*|overhaul*|public comment|committee|mps|debate|minister|cabinet|presidential office|white house|trump|biden',
  },
  bindingOrder: {
    part: 'regulatory',
    phrases:
      'executive order|emergency directive*|binding operational|final rule|finalized|signs into law|signed into law|passes bill|adopts|adopted|enters into force|takes effect|orders|ordered|mandates|mandating|bans|ban on|to ban|banned|revokes|revoked|suspends|prohibits|must|required to|will require|requires|forced to|sanctions|sanctioned|blacklist*|export controls',
  },
  kevAdded: {
    part: 'regulatory',
    phrases:
      'kev|adds * known exploited|to catalog|known exploited vulnerabilities|must-patch|federal civilian|fceb|cisa orders|cisa adds|cisa flags|cisa warns|cisa urges|cisa confirms|cisa gives',
  },
  finedFirm: {
    part: 'regulatory',
    phrases: 'fined|fines|penalty|civil penalties|record fine|cnil|ftc order|consent order|settle charges|antitrust',
  },
  classAction: {
    part: 'regulatory',
    phrases: 'class action|settlement|claim up to|file a claim|claim money|payout*|claimants|eligible',
  },
  priceTag: {
    part: 'financial',
    phrases:
      'billion|billions|trillion|most expensive|costliest|economically damaging|gdp|financially damaging|profit hit|wiped|lost sales|insured losses|slump*|plunge*|nosedive*|tumbl*|shares fell|shares fall|earnings hit|worth of',
  },
  supplyChainFirms: {
    part: 'financial',
    phrases:
      'suppliers|supply chain|supplier|small firms|small businesses|jobs|workers|employment|livelihoods|dealers|retailers|furlough',
  },
  stolenMoney: {
    part: 'financial',
    phrases:
      'stolen funds|crypto theft|crypto heist|drained|drain|drains|million in crypto|stolen crypto|laundered|ransom payment*|paid ransom|ransom of|extort*|demand|demands|atm|jackpotting|account takeover*|investment scam*|romance scam*',
  },
  smallVictim: {
    phrases:
      'church|school|schools|college|nursery|town|village|clinic|credit union|charity|museum|shop|hotel|casino|zoo|restaurant|law firm|contractor|city of|fire department|library|association|website',
  },
  peopleHarm: {
    phrases: 'killed|deaths|dead|died|lives|violence|afghan*|informants|domestic abuse|suicide|threatened|stalk*|danger',
  },
  leakSite: {
    phrases:
      'claims breach|claims attack|claims responsibility|claims it|claims to have|gang claims|ransomware claims|group claims|alleges|alleged breach|leak site|dark web|threatens to leak|threatens to release|for sale|samples',
  },
  notAffected: {
    phrases:
      'not affected|unaffected|no impact|no evidence|denies|false|hoax|fake|old data|no breach|not hacked|misinformation|averted|foiled|thwarted|fends off|prevented|stopped',
  },
  liveBlog: {
    phrases:
      'live updates|as it happened|what we know|everything we know|who are|what happened|timeline|q&a|in numbers|five things|how to know|how to tell|what you need to know|steps to',
  },
  nonCyber: {
    phrases:
      'machete|stabb*|panga|relatives|wife|husband|karaoke|tree|golf|recipe|pumpkin|cooking|travel hack*|points hacking|biohacking|longevity|brain hacking|family vacations|tv drama|itv|the hack|drama|trailer|gameplay|xbox|playstation|nintendo|bomb threat*|actor|actress|footballer|robbery|assault*|raped|dog|cat|garden|raspberry pi|3d print*|arduino|diy|hackaday',
  },
  awardEvent: {
    phrases:
      'award*|winner*|finalist*|recognised|leader|anniversary|birthday|hall of fame|to host|briefing|demo|exhibit*|workshop*|seminar*|awareness month|campaign to combat|students|competition|scholarship*',
  },
  vendorPitch: {
    phrases:
      'shows how|learn how|see how|explains how|highlights|why traditional|how modern|soc teams|security teams are|security leaders|cisos|mssps|msps|platform that|solution*|helps organizations|helps security|unified|visibility|compliance|posture|governance|roi|mttr|workflow*',
  },
  ai: {
    phrases:
      'ai|artificial intelligence|llm*|agent*|agentic|genai|prompt injection|deepfake*|machine learning|chatbot*|model context protocol|mcp|vibe|moltbot|openclaw|clawdbot',
  },
  privacy: {
    part: 'regulatory',
    phrases:
      'privacy|tracking|consent|age verification|facial recognition|surveillance|data protection|personal data|personal information|data collection|cookies|data broker*',
  },
};
