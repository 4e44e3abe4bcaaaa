import { useMemo, useState } from 'preact/hooks';
import { BEAT_IDS } from '../../lib/beats/ids';
import type { SourceLine } from '../../lib/messages/protocol';
import type { SourceKind } from '../../lib/sources/source';
import type { MessageKey } from '../../lib/words/words';
import { FilePick } from '../FilePick';
import { Icon } from '../Icon';
import { RefreshLine } from '../RefreshLine';
import { Switch } from '../Switch';
import type { OptionsScreenProps } from '../screens/OptionsScreen';
import { TaskLine } from '../TaskLine';
import { useTask } from '../use-task';
import { useWords } from '../WordsContext';
import { AddressForm } from './AddressForm';
import { SourceRow } from './SourceRow';

type Group = 'own' | SourceKind;
const GROUPS: readonly (readonly [Group, MessageKey])[] = [
  ['own', 'kind_own'],
  ['outlet', 'kind_outlet'],
  ['agency', 'kind_agency'],
  ['authority', 'kind_authority'],
  ['party', 'kind_party'],
  ['aggregator', 'kind_aggregator'],
];

const groupOf = (line: SourceLine): Group => (line.own ? 'own' : line.source.kind);
const isFailing = (line: SourceLine) =>
  line.on && line.feeds.some(({ health }) => health === 'failing' || health === 'no-permission');

/** Sources whose name, owner or host has what was typed. */
function matching(lines: readonly SourceLine[], typed: string): readonly SourceLine[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (!wanted) return lines;
  return lines.filter(({ source }) =>
    [source.name, source.owner, ...source.hosts].some((text) => text.toLocaleLowerCase().includes(wanted)),
  );
}

type Props = Pick<
  OptionsScreenProps,
  | 'settings'
  | 'sources'
  | 'progress'
  | 'now'
  | 'onChange'
  | 'onRefresh'
  | 'onAddFeed'
  | 'onRemoveFeed'
  | 'onImportOpml'
  | 'onExportOpml'
>;

function AddFeeds({ onAddFeed, onImportOpml, onExportOpml }: Pick<Props, 'onAddFeed' | 'onImportOpml' | 'onExportOpml'>) {
  const words = useWords();
  const opml = useTask(words);
  return (
    <>
      <AddressForm
        label={words('feed_add')}
        button={words('feed_add_button')}
        onAdd={(address) => onAddFeed(address).then(({ title, items }) => words.count('feed_added', items, { title }))}
      />
      <div class="ss-row">
        <FilePick
          accept=".opml,.xml,text/xml,text/x-opml"
          disabled={opml.busy}
          onPick={(text) =>
            opml.run(async () => {
              const { added, known, problems } = await onImportOpml(await text);
              return [
                words.count('opml_added', added),
                known > 0 ? words.count('opml_known', known) : '',
                problems.length > 0 ? words.count('opml_problems', problems.length) : '',
              ]
                .filter(Boolean)
                .join(' ');
            })
          }
        >
          <Icon name="in" />
          {words('opml_import')}
        </FilePick>
        <button
          type="button"
          class="ss-button"
          disabled={opml.busy}
          onClick={() =>
            opml.run(async () => {
              await onExportOpml();
              return '';
            })
          }
        >
          <Icon name="out" />
          {words('opml_export')}
        </button>
      </div>
      <TaskLine said={opml.said} />
    </>
  );
}

/** The sources: beats, each source with its health, feeds of the reader's own. */
export function SourceOptions(props: Props) {
  const { settings, sources, progress, now, onChange, onRefresh, onRemoveFeed } = props;
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [onlyFailing, setOnlyFailing] = useState(false);
  const removal = useTask(words);
  const found = useMemo(() => {
    const lines = matching(sources ?? [], typed);
    return onlyFailing ? lines.filter(isFailing) : lines;
  }, [sources, typed, onlyFailing]);
  const failing = (sources ?? []).filter(isFailing).length;
  const searching = typed.trim() !== '' || onlyFailing;

  const switchSource = (id: string, on: boolean) => {
    const { sourcesOff } = settings;
    onChange({ sourcesOff: on ? sourcesOff.filter((one) => one !== id) : [...new Set([...sourcesOff, id])] });
  };
  const switchGroup = (lines: readonly SourceLine[], on: boolean) => {
    const ids = new Set(lines.map((line) => line.source.id));
    const others = settings.sourcesOff.filter((id) => !ids.has(id));
    onChange({ sourcesOff: on ? others : [...others, ...ids] });
  };

  // Hundreds of rows, drawn anew only when something in them has changed: not for every feed that a refresh has read.
  const groups = useMemo(
    () =>
      GROUPS.map(([group, key]) => {
        const lines = found.filter((line) => groupOf(line) === group);
        if (lines.length === 0) return null;
        const on = lines.filter((line) => line.on).length;
        return (
          <details key={group} class="ss-group" open={searching || group === 'own'}>
            <summary>
              <Icon name="next" />
              <span class="ss-strong">{words(key)}</span>
              <span class="ss-note ss-group-count">{words('group_on', { on, all: lines.length })}</span>
            </summary>
            <div class="ss-row ss-group-all">
              <button
                type="button"
                class="ss-button ss-quiet"
                disabled={on === lines.length}
                onClick={() => switchGroup(lines, true)}
              >
                {words('all_on')}
              </button>
              <button type="button" class="ss-button ss-quiet" disabled={on === 0} onClick={() => switchGroup(lines, false)}>
                {words('all_off')}
              </button>
            </div>
            <ul class="ss-plain">
              {lines.map((line) => (
                <SourceRow
                  key={line.source.id}
                  line={line}
                  now={now}
                  onSwitch={(wanted) => switchSource(line.source.id, wanted)}
                  onRemove={
                    line.own
                      ? (address) =>
                          removal.run(async () => {
                            await onRemoveFeed(address);
                            return words('feed_removed');
                          })
                      : null
                  }
                />
              ))}
            </ul>
          </details>
        );
      }),
    [found, searching, settings, words],
  );

  return (
    <section id="sources" aria-labelledby="sources-title">
      <h2 id="sources-title">{words('options_sources')}</h2>
      <p>
        {sources === null
          ? words('sources_reading')
          : words.count('sources_on', sources.filter(({ on }) => on).length, { all: sources.length })}
      </p>
      <RefreshLine progress={progress} now={now} onRefresh={onRefresh} />
      <h3>{words('beats')}</h3>
      {BEAT_IDS.map((beat) => (
        <Switch
          key={beat}
          label={words.say(`beat_${beat.replaceAll('-', '_')}`)}
          on={settings.beats.includes(beat)}
          onChange={(on) => onChange({ beats: on ? [...settings.beats, beat] : settings.beats.filter((one) => one !== beat) })}
        />
      ))}
      <h3>{words('own_feeds')}</h3>
      <p class="ss-note">{words('own_feeds_hint')}</p>
      <AddFeeds {...props} />
      <h3>{words('all_sources')}</h3>
      <div class="ss-row">
        <label class="ss-field">
          {words('source_search')}
          <input type="search" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        {failing > 0 && (
          <button type="button" class="ss-button" aria-pressed={onlyFailing} onClick={() => setOnlyFailing(!onlyFailing)}>
            <Icon name="alert" />
            {words.count('sources_failing', failing)}
          </button>
        )}
      </div>
      <TaskLine said={removal.said} />
      <p class="ss-hidden" role="status">
        {searching && words.count('sources_found', found.length)}
      </p>
      {groups}
      {sources !== null && found.length === 0 && <p class="ss-note">{words.count('sources_found', 0)}</p>}
    </section>
  );
}
