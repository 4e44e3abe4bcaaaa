import { PLACES, type Place } from '../../lib/store/settings';
import type { MessageKey } from '../../lib/words/words';
import { ImpactBar } from '../ImpactBar';
import { Specimen } from '../Specimen';
import { Switch } from '../Switch';
import type { OptionsScreenProps } from '../screens/OptionsScreen';
import { useWords } from '../WordsContext';

const PLACE_KEYS: Record<Place, MessageKey> = {
  headline: 'place_headline',
  corner: 'place_corner',
  toolbar: 'place_toolbar',
};
/** Beyond six independent sources a gate would hold back nearly every story. */
const GATE_SOURCES = [1, 2, 3, 4, 5, 6];

/** What is shown on pages: each overlay, its place, and the least that a story must bring. */
export function OverlayOptions({ settings, onChange }: Pick<OptionsScreenProps, 'settings' | 'onChange'>) {
  const words = useWords();
  const { badge, links, count, place, gateSources, gateImpact } = settings;
  const shown = badge && place !== 'toolbar';
  return (
    <section id="on-pages" aria-labelledby="on-pages-title">
      <h2 id="on-pages-title">{words('options_on_pages')}</h2>
      {shown ? <Specimen place={place} /> : <p class="ss-note ss-preview-none">{words('preview_none')}</p>}
      <Switch
        label={words('overlay_badge')}
        hint={words('overlay_badge_hint')}
        on={badge}
        onChange={(on) => onChange({ badge: on })}
      />
      <Switch
        label={words('overlay_links')}
        hint={words('overlay_links_hint')}
        on={links}
        onChange={(on) => onChange({ links: on })}
      />
      <Switch
        label={words('overlay_count')}
        hint={words('overlay_count_hint')}
        on={count}
        onChange={(on) => onChange({ count: on })}
      />
      <fieldset disabled={!badge}>
        <legend>{words('place')}</legend>
        {PLACES.map((one) => (
          <label key={one} class="ss-radio">
            <input type="radio" name="place" value={one} checked={place === one} onChange={() => onChange({ place: one })} />
            {words(PLACE_KEYS[one])}
          </label>
        ))}
      </fieldset>
      <fieldset disabled={!badge}>
        <legend>{words('gate')}</legend>
        <p class="ss-note">{words('gate_hint')}</p>
        <label class="ss-field">
          {words('gate_sources')}
          <select value={String(gateSources)} onChange={(event) => onChange({ gateSources: Number(event.currentTarget.value) })}>
            {GATE_SOURCES.map((n) => (
              <option key={n} value={String(n)}>
                {words.number(n)}
              </option>
            ))}
          </select>
        </label>
        <label class="ss-field">
          {words('gate_impact')}
          <span class="ss-range">
            <input
              type="range"
              min="1"
              max="10"
              value={gateImpact}
              aria-valuetext={words('impact_of_ten', { score: gateImpact })}
              onChange={(event) => onChange({ gateImpact: Number(event.currentTarget.value) })}
            />
            <ImpactBar score={gateImpact} /> <b>{words.number(gateImpact)}</b>
          </span>
        </label>
      </fieldset>
    </section>
  );
}
