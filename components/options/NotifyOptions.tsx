import { Icon } from '../Icon';
import { Switch } from '../Switch';
import type { OptionsScreenProps } from '../screens/OptionsScreen';
import { useWords } from '../WordsContext';

/** Notifications, and the names that are followed. */
export function NotifyOptions({ settings, onChange, onNotify }: Pick<OptionsScreenProps, 'settings' | 'onChange' | 'onNotify'>) {
  const words = useWords();
  const { notify, entities } = settings;
  return (
    <section id="notifications" aria-labelledby="notifications-title">
      <h2 id="notifications-title">{words('options_notify')}</h2>
      <Switch label={words('notify')} hint={words('notify_hint')} on={notify} onChange={onNotify} />
      {entities.length > 0 && (
        <>
          <h3>{words('notify_names')}</h3>
          <ul class="ss-plain ss-hosts">
            {entities.map(({ name }) => (
              <li key={name}>
                <bdi>{name}</bdi>
                <button
                  type="button"
                  class="ss-button-bare"
                  aria-label={words('compare_remove', { title: name })}
                  title={words('compare_remove', { title: name })}
                  onClick={() => onChange({ entities: entities.filter((one) => one.name !== name) })}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
