import type { OptionsScreenProps } from '../screens/OptionsScreen';
import { useWords } from '../WordsContext';

/** Every permission with its reason, from the file that the manifest is made from. */
export function PermissionOptions({ permissions, version }: Pick<OptionsScreenProps, 'permissions' | 'version'>) {
  const words = useWords();
  return (
    <section id="about" aria-labelledby="about-title">
      <h2 id="about-title">{words('options_about')}</h2>
      <p>{words('about_private')}</p>
      <h3>{words('permissions')}</h3>
      <dl class="ss-permissions">
        {permissions.map(({ permission, reason }) => (
          <div key={permission}>
            <dt>
              <code dir="ltr">{permission}</code>
            </dt>
            <dd>{words.say(reason)}</dd>
          </div>
        ))}
      </dl>
      <p class="ss-note">{words('version', { version })}</p>
    </section>
  );
}
