import type { Lexicon } from '../../signals/sections/lexicon';
import { names } from '../names';
import { AWAITED, DECISIONS, EFFECTS, EXPLAINERS, effects, PEOPLE, WORLD } from '../world';

/** Names and phrases of space and defence. */
export const lexicon: Lexicon = {
  names: [
    ...WORLD,
    ...names(
      'organisation',
      `
      NASA | National Aeronautics and Space Administration
      European Space Agency | ESA
      JAXA | Japan Aerospace Exploration Agency
      ISRO | Indian Space Research Organisation
      Roscosmos
      CNSA | China National Space Administration
      CNES
      DLR | German Aerospace Center
      UK Space Agency | UKSA
      Canadian Space Agency
      Jet Propulsion Laboratory | JPL
      Kennedy Space Center
      Johnson Space Center
      Space Force | US Space Force | U.S. Space Force | United States Space Force | USSF
      Space Command | US Space Command | U.S. Space Command
      Space Development Agency
      Space Systems Command
      National Reconnaissance Office | NRO
      Missile Defense Agency
      Defense Innovation Unit
      DARPA | Defense Advanced Research Projects Agency
      US Navy | U.S. Navy
      US Army | U.S. Army
      US Air Force | U.S. Air Force
      Marine Corps | US Marine Corps | U.S. Marine Corps
      Royal Navy
      Royal Air Force | RAF
      Bundeswehr
      European Defence Agency
      National Transportation Safety Board | NTSB
      NOAA | National Oceanic and Atmospheric Administration
      United Launch Alliance | ULA
      Arianespace
      ArianeGroup
      Firefly Aerospace | Firefly
      Relativity Space
      Stoke Space
      Sierra Space
      Axiom Space | Axiom ?
      Intuitive Machines
      ispace
      Astrobotic
      Virgin Galactic
      Eutelsat | Eutelsat OneWeb
      OneWeb
      SES ?
      Intelsat
      Viasat
      Iridium ?
      Globalstar
      AST SpaceMobile
      Maxar
      Planet Labs
      BlackSky
      Iceye | ICEYE
      OHB
      Avio
      Isar Aerospace
      Rocket Factory Augsburg
      HII | Huntington Ingalls Industries
      Electric Boat
      Fincantieri
      Naval Group
      Dassault Aviation | Dassault
      MBDA
      KNDS
      Hanwha Aerospace | Hanwha
      Elbit Systems | Elbit
      Shield AI
      Kratos
      General Atomics
      Helsing`,
    ),
    ...names(
      'product',
      `
      Starship
      Super Heavy
      Falcon 9
      Falcon Heavy
      Crew Dragon
      Starlink
      Starshield
      Starliner
      New Glenn
      Blue Moon
      Electron ?
      Neutron ?
      Vulcan Centaur | Vulcan
      Atlas V
      Ariane 6
      Vega C | Vega-C
      Long March
      Soyuz
      Orion ?
      Space Launch System | SLS
      Artemis ?
      Artemis II
      Artemis III
      Gateway ?
      International Space Station | ISS
      Tiangong
      James Webb Space Telescope
      Hubble | Hubble Space Telescope
      Project Kuiper | Kuiper
      Galileo ?
      IRIS²
      Golden Dome
      Iron Dome
      Patriot ?
      THAAD
      HIMARS
      ATACMS
      Tomahawk
      F-35
      F-16
      F-22
      F-47
      B-21
      B-52
      Eurofighter | Eurofighter Typhoon
      Rafale
      Gripen
      GCAP
      FCAS
      Sentinel ?
      Trident ?
      AUKUS`,
    ),
    ...names(
      'law',
      `
      Outer Space Treaty
      Artemis Accords
      Arms Export Control Act
      EU Space Act
      New START
      Wolf Amendment`,
    ),
    ...names(
      'person',
      `
      Bill Nelson
      Sean Duffy
      Chance Saltzman
      Stephen Whiting
      Gwynne Shotwell
      Tory Bruno
      Peter Beck
      Josef Aschbacher
      Mark Rutte
      Boris Pistorius
      John Healey
      Butch Wilmore
      Suni Williams`,
    ),
  ],
  generic: (
    'AI CEO CTO CFO LEO GEO MEO EVA UAV UAVs UAS ISR C2 GPS GNSS RF EO SAR PNT R&D ICBM ICBMs SSBN SSN EW EDT EST ET PT PST UTC GMT CET FY Q1 Q2 Q3 Q4 IT ID PR ' +
    'Earth Moon Mars Sun Space Launch Complex Mission Control Air Sea Land Army Navy Internet TV IPO M&A'
  ).split(' '),
  groups: [
    ...PEOPLE,
    'astronauts',
    'crew',
    'crews',
    'sailors',
    'marines',
    'airmen',
    'pilots',
    'operators',
    'astronomers',
    'allies',
    'forces',
    'airlines',
  ],
  effects: [
    ...EFFECTS,
    ...effects(
      'before',
      'harmed',
      `was destroyed | were destroyed | was lost | were lost | was damaged | were damaged | was grounded | were grounded | was shot down | were shot down | crashed
      | sank | is stranded | are stranded | was stranded | were stranded | lost contact | was scrubbed | faces delays | faces cuts | faces cancellation | was cut`,
    ),
    ...effects(
      'after',
      'harmed',
      'grounded | grounds | grounding | attacked | attacks | struck | strikes | strike on | attack on | destroyed | destroys | damaged | shot down | sank | strands | stranding | jammed | jamming | delays | delaying | cuts to',
    ),
    ...effects(
      'before',
      'helped',
      'was selected | were selected | was cleared to | returned safely | returned to flight | splashed down safely | was delivered | won the bid',
    ),
    ...effects('after', 'helped', 'selected | selects | picks | chose | taps | clears | arms | equips'),
  ],
  decisions: [
    ...DECISIONS,
    ...'grounded grounds scrubbed postponed delayed destroyed exploded lifted selected selects cleared deployed intercepted certified'.split(
      ' ',
    ),
  ],
  awaited: [...AWAITED, ...'liftoff lift-off window flight mission test splashdown docking landing'.split(' ')],
  kinds: [
    ...'rocket spacecraft capsule satellite satellites lander rover booster telescope missile missiles fighter jet drone drones submarine frigate destroyer'
      .split(' ')
      .map((after) => ({ after, kind: 'product' as const })),
    ...'officials engineers spokesperson spokesman spokeswoman executives shares'
      .split(' ')
      .map((after) => ({ after, kind: 'organisation' as const })),
  ],
  explainers: EXPLAINERS,
};
