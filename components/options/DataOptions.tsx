import { useState } from 'preact/hooks';
import { FilePick } from '../FilePick';
import { Icon } from '../Icon';
import type { OptionsScreenProps } from '../screens/OptionsScreen';
import { TaskLine } from '../TaskLine';
import { useTask } from '../use-task';
import { useWords } from '../WordsContext';

/** How long articles are kept, days; within what lib/store/settings.ts allows. */
const KEEP_DAYS = [14, 30, 60, 90, 180, 365];

type Props = Pick<OptionsScreenProps, 'settings' | 'size' | 'onChange' | 'onExportData' | 'onImportData' | 'onWipe'>;

/** What is stored, for how long, out and in, and gone. */
export function DataOptions({ settings, size, onChange, onExportData, onImportData, onWipe }: Props) {
  const words = useWords();
  const [sure, setSure] = useState(false);
  const task = useTask(words);
  const days = [...new Set([...KEEP_DAYS, settings.keepDays])].sort((a, b) => a - b);
  const exportAs = (as: 'json' | 'csv') =>
    task.run(async () => {
      await onExportData(as);
      return '';
    });
  return (
    <section id="data" aria-labelledby="data-title">
      <h2 id="data-title">{words('options_data')}</h2>
      <p>{words('data_where')}</p>
      {size && (
        <dl class="ss-figures">
          <dt>{words('data_stories')}</dt>
          <dd>{words.number(size.stories)}</dd>
          <dt>{words('data_articles')}</dt>
          <dd>{words.number(size.articles)}</dd>
          {size.bytes !== null && (
            <>
              <dt>{words('data_bytes')}</dt>
              <dd>{words.bytes(size.bytes)}</dd>
            </>
          )}
          {size.oldest !== null && (
            <>
              <dt>{words('data_oldest')}</dt>
              <dd>{words.date(size.oldest, 'day')}</dd>
            </>
          )}
        </dl>
      )}
      <label class="ss-field">
        {words('data_keep')}
        <select value={String(settings.keepDays)} onChange={(event) => onChange({ keepDays: Number(event.currentTarget.value) })}>
          {days.map((n) => (
            <option key={n} value={String(n)}>
              {words.count('days', n)}
            </option>
          ))}
        </select>
      </label>
      <div class="ss-row">
        <button type="button" class="ss-button" disabled={task.busy} onClick={() => exportAs('json')}>
          <Icon name="out" /> {words('export_json')}
        </button>
        <button type="button" class="ss-button" disabled={task.busy} onClick={() => exportAs('csv')}>
          <Icon name="out" /> {words('export_csv')}
        </button>
        <FilePick
          accept=".json,application/json"
          disabled={task.busy}
          onPick={(text) => task.run(async () => words.count('data_imported', (await onImportData(await text)).articles))}
        >
          <Icon name="in" /> {words('import_json')}
        </FilePick>
      </div>
      {sure ? (
        <div class="ss-sure" role="alertdialog" aria-labelledby="wipe-sure">
          <p id="wipe-sure">{words('wipe_sure')}</p>
          <div class="ss-row">
            <button
              type="button"
              class="ss-button ss-danger"
              onClick={() => {
                setSure(false);
                task.run(async () => {
                  await onWipe();
                  return words('wiped');
                });
              }}
            >
              {words('wipe_yes')}
            </button>
            {/* biome-ignore lint/a11y/noAutofocus: the question just opened under the reader's hand; the safe answer gets the focus */}
            <button type="button" class="ss-button" autoFocus onClick={() => setSure(false)}>
              {words('cancel')}
            </button>
          </div>
        </div>
      ) : (
        <button type="button" class="ss-button" disabled={task.busy} onClick={() => setSure(true)}>
          <Icon name="remove" /> {words('wipe')}
        </button>
      )}
      <TaskLine said={task.said} />
    </section>
  );
}
