import type { Lexicon } from '../../signals/sections/lexicon';
import { names } from '../names';
import { AWAITED, DECISIONS, EFFECTS, EXPLAINERS, effects, PEOPLE, WORLD } from '../world';

/** Names and phrases of cybersecurity and AI policy. Recipe: add a name to its list; the tests check that none is there twice. */
export const lexicon: Lexicon = {
  names: [
    ...WORLD,
    ...names(
      'organisation',
      `
      Anthropic | Anthropic PBC
      OpenAI | Open AI
      xAI | X.AI
      Google DeepMind | DeepMind
      Mistral AI | Mistral
      DeepSeek
      Perplexity | Perplexity AI ?
      Hugging Face
      Cohere ?
      Scale AI
      CISA | Cybersecurity and Infrastructure Security Agency
      NIST | National Institute of Standards and Technology
      NCSC | National Cyber Security Centre
      ENISA | European Union Agency for Cybersecurity
      BSI | Federal Office for Information Security
      ANSSI
      ASD | Australian Signals Directorate
      ACSC | Australian Cyber Security Centre
      ASIO
      GCHQ
      MI5
      MI6
      National Crime Agency | NCA
      Information Commissioner's Office | Information Commissioner’s Office | ICO
      Ofcom
      Financial Conduct Authority | FCA
      Data Protection Commission | DPC
      CNIL
      Federal Reserve | Fed | US Federal Reserve
      Office of Foreign Assets Control | OFAC
      US Cyber Command | Cyber Command | U.S. Cyber Command
      Secret Service | US Secret Service | U.S. Secret Service
      Congressional Budget Office | CBO
      Internal Revenue Service | IRS
      Federal Emergency Management Agency | FEMA
      National Health Service | NHS
      CERT-UA
      CERT-In
      JPCERT/CC | JPCERT
      CERT Polska
      Shadowserver | Shadowserver Foundation | The Shadowserver Foundation
      MITRE
      Apache Software Foundation
      Linux Foundation
      Mozilla
      Cisco | Cisco Systems
      Cisco Talos | Talos
      Fortinet
      Palo Alto Networks
      Unit 42
      CrowdStrike
      SentinelOne | SentinelLabs
      Mandiant
      Google Threat Intelligence Group | GTIG
      Google Cloud
      Check Point | Check Point Research | Check Point Software
      Trend Micro
      Sophos
      ESET
      Kaspersky
      Bitdefender
      Proofpoint
      Zscaler
      Cloudflare
      Akamai
      Fastly
      Okta
      Rapid7
      Tenable
      Qualys
      Wiz ?
      Snyk
      Huntress
      Recorded Future
      Group-IB
      Censys
      GreyNoise
      watchTowr | WatchTowr
      VulnCheck
      Arctic Wolf
      Eclypsium
      Volexity
      Dragos
      Claroty
      Nozomi Networks
      Darktrace
      Symantec
      McAfee
      Malwarebytes
      NordVPN
      LastPass
      1Password
      Bitwarden
      Ivanti
      SonicWall
      WatchGuard
      Citrix
      VMware
      Broadcom
      F5 | F5 Networks
      Juniper Networks | Juniper
      Barracuda | Barracuda Networks
      Zyxel
      D-Link
      TP-Link
      ASUS
      Netgear
      QNAP
      Synology
      Hikvision
      Dahua
      Ubiquiti
      Siemens
      Schneider Electric
      Rockwell Automation
      Honeywell
      Hewlett Packard Enterprise | HPE
      Dell | Dell Technologies
      Lenovo
      Adobe
      SAP
      Salesforce
      Salesloft
      Gainsight
      ServiceNow
      Atlassian
      Zoom ?
      Slack ?
      Dropbox
      GitHub
      GitLab
      Red Hat
      Docker
      SolarWinds
      Progress Software
      Veeam
      SmarterTools
      n8n
      Mixpanel
      Snowflake ?
      Discord ?
      Reddit
      TikTok
      ByteDance
      Tencent
      Alibaba
      Coupang
      SK Telecom | SKT
      KT | KT Corp
      Upbit
      Coinbase
      Binance
      Jaguar Land Rover | JLR
      Tata Motors
      Marks & Spencer | M&S | Marks and Spencer
      Co-op
      Harrods
      Capita
      Transport for London | TfL
      LNER
      Heathrow
      Collins Aerospace
      Asahi | Asahi Group | Asahi Group Holdings
      Logitech
      DoorDash
      Uber
      Airbnb
      PowerSchool
      University of Pennsylvania | Penn | UPenn
      Harvard University | Harvard
      Princeton University | Princeton
      Washington Post | The Washington Post
      SitusAMC
      Hyundai AutoEver
      Hyundai
      Toyota
      Nissan
      Qantas | Qantas Airways
      British Airways
      Optus
      Medibank
      UnitedHealth | UnitedHealth Group
      Change Healthcare
      Equifax
      TransUnion
      Experian
      Allianz
      Prosper ?
      GCash
      Foxconn
      Under Armour
      Nike
      Tata Consultancy Services | TCS
      Infosys
      Cognizant
      Media Land
      Resecurity
      NSO Group | NSO
      Paragon | Paragon Solutions ?
      Intellexa
      Cellebrite
      Clearview AI
      Flock Safety
      Signal Foundation
      Electronic Frontier Foundation | EFF
      Citizen Lab
      Amnesty International | Amnesty`,
    ),
    ...names(
      'organisation',
      `
      Scattered Spider
      Scattered Lapsus$ Hunters | Scattered LAPSUS$ Hunters
      ShinyHunters
      Lapsus$ | LAPSUS$
      LockBit
      BlackCat | ALPHV | ALPHV/BlackCat
      Cl0p | Clop | CL0P
      Qilin
      Akira
      Play ?
      RansomHub
      Rhysida
      Medusa ?
      Everest ?
      INC Ransom
      Black Basta
      DragonForce
      Conti
      REvil
      Hive ?
      Interlock ?
      SafePay
      Lazarus Group | Lazarus
      Kimsuky
      APT28 | Fancy Bear | BlueDelta
      APT29 | Cozy Bear | Midnight Blizzard
      APT41
      Sandworm
      Salt Typhoon
      Volt Typhoon
      Flax Typhoon
      Silk Typhoon
      MuddyWater
      Charming Kitten
      Mustang Panda
      FIN7
      Storm-2603
      UNC5221
      UNC6040
      Evil Corp
      NoName057(16) | NoName057`,
      true,
    ),
    ...names(
      'product',
      `
      Aisuru
      Kimwolf
      RondoDox
      GlassWorm
      VoidLink
      GoBruteforcer
      Mirai
      Lumma Stealer | Lumma
      RedLine
      Emotet
      Qakbot
      Cobalt Strike`,
      true,
    ),
    ...names(
      'product',
      `
      Claude | Claude AI
      Claude Code
      ChatGPT
      Gemini ?
      Copilot | Microsoft Copilot ?
      Grok ?
      Llama ?
      Sora ?
      Windows
      Windows Server
      Microsoft Office
      Microsoft 365
      Microsoft Teams | Teams ?
      Exchange Server | Microsoft Exchange
      SharePoint
      Azure
      Outlook ?
      Android
      iOS
      macOS
      iPhone | iPhones
      Chrome | Google Chrome ?
      Edge | Microsoft Edge ?
      Firefox
      Safari ?
      Gmail
      Google Calendar
      YouTube
      Facebook
      Instagram
      WhatsApp
      Telegram
      Signal ?
      Linux
      WordPress
      Node.js
      React2Shell
      React ?
      Log4j
      Log4Shell
      MOVEit
      FortiGate
      FortiOS
      FortiWeb
      FortiSIEM
      FortiCloud
      FortiClient
      FortiManager
      FortiAnalyzer
      FortiProxy
      NetScaler | Citrix NetScaler
      PAN-OS
      GlobalProtect
      vCenter | vCenter Server | VMware vCenter
      ESXi | VMware ESXi
      OneView | HPE OneView
      Unified Communications Manager | Unified CM | Unified Communications
      Webex
      Endpoint Manager Mobile | EPMM | Ivanti EPMM
      Oracle E-Business Suite | E-Business Suite
      WinRAR
      7-Zip
      OpenSSH
      OpenSSL
      Docker Desktop
      Kubernetes
      Jenkins
      npm
      PyPI
      VS Code | VSCode | Visual Studio Code
      Chainlit
      SmarterMail
      WSUS
      BitLocker
      Microsoft Defender | Windows Defender
      Pegasus ?
      Predator ?
      Tor ?
      Bitcoin
      Ethereum`,
    ),
    ...names(
      'law',
      `
      GDPR | General Data Protection Regulation
      AI Act | EU AI Act
      Digital Services Act | DSA
      Digital Markets Act | DMA
      Cyber Resilience Act | CRA
      NIS2 | NIS2 Directive | NIS 2
      DORA | Digital Operational Resilience Act
      HIPAA
      COPPA
      Online Safety Act
      Computer Fraud and Abuse Act | CFAA
      Cybersecurity Information Sharing Act | CISA 2015
      Cyber Security and Resilience Bill
      Investigatory Powers Act
      Computer Misuse Act
      Binding Operational Directive`,
    ),
    ...names(
      'person',
      `
      Sean Cairncross
      Jen Easterly
      Madhu Gottumukkala
      Nick Andersen
      Richard Horne
      Mustafa Suleyman
      Demis Hassabis
      Jack Clark
      Geoffrey Hinton
      Yoshua Bengio
      Kevin Beaumont
      Troy Hunt
      Brian Krebs`,
    ),
  ],
  generic: (
    'Internet-of-Things AI IT CEO CISO CIO CTO CFO COO VPN API APIs RCE DDoS DoS SSO MFA 2FA HTTP HTTPS PC PCs USB IoT LLM LLMs GPU GPUs CPU SQL XSS SSRF SSH SSL TLS DNS TCP UDP ' +
    'IP URL URLs PDF QR SMS MMS ID IDs PIN PII PHI OT ICS SCADA PLC SOC SIEM EDR XDR NGFW WAF CVE CVEs CVSS CWE KEV PoC POC APT APTs RAT RATs C2 SaaS PaaS IaaS ' +
    'GenAI AGI ML NLP RAG MCP OS BIOS UEFI VM VMs CI CD UI UX SDK IDE GUI CLI ZIP RAR HTML CSS JSON XML CSV PHP Python Java JavaScript TypeScript Rust Go ' +
    'Internet Web Wi-Fi WiFi Bluetooth NFC RFID SIM GPS TV TVs CCTV ATM ATMs NFT NFTs DeFi Zero-Day Zero Day Patch Tuesday Black Cyber Monday Dark Covid COVID-19 ' +
    'Git DSL Christmas GMT UTC EST EDT ET PT PST BST CET AM PM Q1 Q2 Q3 Q4 FY FAQ PR HR R&D M&A IPO ETF GDP EV EVs SUV PhD MBA OTP NDA RDP SMB LDAP NTLM OAuth SAML JWT ' +
    'B2B B2C KYC AML ITAR TTPs TTP IOC IOCs IoC IoCs BEC RaaS MaaS DLL EXE HPC PM MP MPs MEP MEPs Bug Bounty Security Cybersecurity Advisory Update Gen Z X'
  ).split(' '),
  groups: [
    ...PEOPLE,
    'admins',
    'administrators',
    'developers',
    'operators',
    'defenders',
    'clients',
    'account holders',
    'applicants',
  ],
  wares: (
    'device devices firewall firewalls router routers appliance appliances gateway gateways instances software firmware app apps browser plugin plugins ' +
    'extension extensions camera cameras phone phones vpn vpns logins suite products passkey passkeys flaw flaws bug bugs vulnerability vulnerabilities zero-day zero-days'
  ).split(' '),
  effects: [
    ...EFFECTS,
    ...effects(
      'before',
      'harmed',
      `was hit by | were hit by | hit by | hit with | was breached | were breached | been breached | was hacked | were hacked | been hacked | was attacked
      | was compromised | were compromised | been compromised | was targeted | were targeted | been targeted | was stolen | were stolen | been stolen
      | was exposed | were exposed | been exposed | was leaked | were leaked | was affected | were affected | been affected | are affected | is affected
      | was impacted | were impacted | been impacted | affected by | impacted by | disrupted by | crippled by | confirms breach | confirms data breach | discloses breach
      | discloses data breach | disclosed a data breach | confirms cyberattack | confirmed a data breach | confirmed a breach | discloses cyberattack | fell victim
      | falls victim | lost data | halted production | halts production | paused production | shut down its systems | shut down its network | shut down its it | shut down its computer | shut down its servers | took systems offline | had their
      | are urged to | were urged to | at risk | is vulnerable | are vulnerable`,
    ),
    ...effects(
      'after',
      'harmed',
      `hacked | hacks | breached | breaches | attacked | attacks | attacking | targeted | targets | targeting | compromised | compromises | compromising | hit | hits
      | attack on | attacks on | attacks against | attack against | cyberattack on | cyber attack on | cyber-attack on | hack of | breach of | breach at | breach affecting
      | breach impacting | affecting | affects | affected | impacting | impacts | impacted | exposed | exposes | exposing | data of | data on | information of | records of
      | accounts of | extorting | extorted | extort | disrupted | disrupts | disrupting | crippled | cripples | stolen from | stole data from | steal from | defrauded
      | scammed | scamming | tricking | tricks | tricked | infected | infects | infecting | spied on | spying on | surveillance of | hijack | hijacks | hijacked`,
    ),
    ...effects(
      'before',
      'harmed',
      'data breach | data leak | cyberattack | cyber attack | cyber-attack | ransomware attack | hack | breach | hit by | hacked | breached | data stolen',
      true,
    ),
    ...effects(
      'after',
      'helped',
      'patch for | patches for | free credit monitoring to | free credit monitoring for | decryptor for | identity protection to | safeguards for',
    ),
  ],
  decisions: [
    ...DECISIONS,
    ...'patched patches patch exploited exploits stole stolen breached disclosed discloses leaked seized dismantled extradited notified'.split(
      ' ',
    ),
  ],
  awaited: [...AWAITED, ...'patch patched agencies'.split(' ')],
  kinds: [
    ...'ransomware cybercrime gang group hackers operators affiliate affiliates collective syndicate crew cybercriminals actors'
      .split(' ')
      .map((after) => ({ after, kind: 'organisation' as const, threat: true as const })),
    ...'malware botnet trojan infostealer stealer worm spyware rootkit backdoor rat loader framework campaign'
      .split(' ')
      .map((after) => ({ after, kind: 'product' as const, threat: true as const })),
    ...'app chatbot model models assistant plugin browser platform software tool extension appliance router routers firewall firewalls devices server servers'
      .split(' ')
      .map((after) => ({ after, kind: 'product' as const })),
    ...'researchers spokesperson spokesman spokeswoman executives shares employees customers'
      .split(' ')
      .map((after) => ({ after, kind: 'organisation' as const })),
  ],
  boilerplate: ['frequent attack vector', 'view csaf', 'equipment vulnerability details'],
  explainers: EXPLAINERS,
};
