import { useState } from 'preact/hooks';
import { Icon } from '../Icon';
import { ModeChoice } from '../ModeChoice';
import type { OptionsScreenProps } from '../screens/OptionsScreen';
import { TaskLine } from '../TaskLine';
import { useWords } from '../WordsContext';

/** A host name out of what a reader types or pastes; '' where there is none. */
export function hostOf(typed: string): string {
  const text = typed.trim().toLowerCase();
  try {
    const { hostname } = new URL(/^[a-z]+:\/\//.test(text) ? text : `https://${text}`);
    return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname) ? hostname.replace(/^www\./, '') : '';
  } catch {
    return '';
  }
}

type Props = Pick<OptionsScreenProps, 'settings' | 'sources' | 'granted' | 'choice' | 'onChoose' | 'onChange'>;

/** Where the badge may run, and the sites on which nothing is shown. */
export function ModeOptions({ settings, sources, granted, choice, onChoose, onChange }: Props) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const { muted } = settings;
  const add = (event: Event) => {
    event.preventDefault();
    const host = hostOf(typed);
    setWrong(!host);
    if (!host) return;
    if (!muted.includes(host)) onChange({ muted: [...muted, host].sort() });
    setTyped('');
  };
  return (
    <section id="where" aria-labelledby="where-title">
      <h2 id="where-title">{words('options_where')}</h2>
      <ModeChoice
        mode={settings.mode}
        granted={granted}
        ready={sources !== null}
        sources={sources?.filter(({ on }) => on).length ?? 0}
        onChoose={onChoose}
      />
      <TaskLine said={choice.said} />
      <h3>{words('muted_sites')}</h3>
      <p class="ss-note">{words('muted_sites_hint')}</p>
      <ul class="ss-plain ss-hosts">
        {muted.map((host) => (
          <li key={host}>
            <bdi>{host}</bdi>
            <button
              type="button"
              class="ss-button-bare"
              aria-label={words('unmute_host', { host })}
              onClick={() => onChange({ muted: muted.filter((one) => one !== host) })}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <form class="ss-row" onSubmit={add}>
        <label class="ss-field">
          {words('mute_host')}
          <input
            type="text"
            inputMode="url"
            autocomplete="off"
            dir="ltr"
            placeholder="news.example"
            value={typed}
            aria-invalid={wrong}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="ss-button">
          {words('mute_add')}
        </button>
      </form>
      <TaskLine said={wrong ? { tone: 'fault', text: words('mute_no_host') } : null} />
    </section>
  );
}
