/**
 * What the rubric's features are called in the news of this beat, added to the phrases of the first beat's lexicon
 * (cybersecurity/lexicon-signals.ts; the same notation). The weights are those learned there: no labelled items of this
 * beat exist, so its sentiment and impact are a careful transfer and are shown with that in the README.
 */
export const PHRASES: Readonly<Record<string, string>> = {
  outage:
    'loss of signal|lost contact|loss of mission|launch failure|launch fail*|failed to reach orbit|explod*|in-flight anomaly|scrubbed|loss of communication*|loses rocket|lost rocket|mishap*|loses contact|destroyed on',
  bad: 'explod*|explosion*|mishap*|anomaly|crash*|destroyed|damaged|lost a|loses|grounds|overrun*|stranded|jamming|strike on|strikes on|incursion*',
  physicalHarm:
    'crash landed|crew was lost|loss of crew|shot down|casualt*|wounded|airstrike*|missile strike*|drone strike*|evacuat*',
  act: 'ordered to stand down|shelter in place|airspace closure*|notice to airmen|ordered to evacuate',
  fix: 'return to flight|returned to flight|cleared for flight|root cause found',
  ban: 'grounding order|export ban|arms embargo|stop-work order|stop work order',
  sanction: 'arms embargo*|export control*',
  regulator: 'faa|ntsb|federal aviation administration|mishap investigation',
  probe: 'mishap investigation|accident investigation|inspector general',
  funding: 'wins contract|awarded a contract|awards contract|awarded contract*',
  espionage: 'spy satellite*|reconnaissance of',
  protect: 'missile defense|missile defence|air defense|air defence|ceasefire|treaty signed',
};
