import { LANGUAGES } from '../../lib/store/settings';
import type { OptionsScreenProps } from '../screens/OptionsScreen';
import { useWords } from '../WordsContext';

/** A language is offered under its own name: who needs it may not read the one that is shown. */
function ownName(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}

/** The interface's language. */
export function LanguageOptions({ settings, onChange }: Pick<OptionsScreenProps, 'settings' | 'onChange'>) {
  const words = useWords();
  return (
    <section id="language" aria-labelledby="language-title">
      <h2 id="language-title">{words('options_language')}</h2>
      <label class="ss-field">
        {words('language')}
        <select
          value={settings.language}
          onChange={(event) => {
            const language = LANGUAGES.find((one) => one === event.currentTarget.value);
            if (language) onChange({ language });
          }}
        >
          {LANGUAGES.map((tag) => (
            <option key={tag} value={tag} {...(tag === 'auto' ? {} : { lang: tag })}>
              {tag === 'auto' ? words('language_auto') : ownName(tag)}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
