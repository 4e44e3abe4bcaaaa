import type { Answer, StoryLine } from '../../lib/messages/protocol';
import { Icon } from '../Icon';
import { kindOfNameKey } from '../story/MentionedSection';
import { TitledSection } from '../story/TitledSection';
import { useWords } from '../WordsContext';
import { hashOf } from './route';
import { StoryList } from './StoryList';
import type { RowActions } from './StoryRow';

interface Props extends RowActions {
  readonly name: string;
  readonly found: Answer<'entity/get'>;
  readonly compared: readonly string[];
  /** Epoch ms. */
  readonly now: number;
  readonly onFollowName: (name: string, on: boolean) => void;
}

/** A name: its stories and what happened in them. */
export function EntityPage({ name, found, compared, now, onFollowName, onFollow, onCompare }: Props) {
  const words = useWords();
  if (!found) return <p class="ss-lead">{words('entity_none', { name })}</p>;
  const { entity, lines, followed } = found;
  const title = (id: string) => lines.find((line: StoryLine) => line.id === id)?.title ?? '';
  return (
    <article class="ss-entity">
      <header class="ss-story-head">
        <p class="ss-eyebrow ss-soft">{words(kindOfNameKey(entity.kind))}</p>
        <h2 class="ss-desk-title" dir="auto">
          {entity.name}
        </h2>
        <p class="ss-note">
          {words.count('entity_stories', lines.length)}
          {entity.aliases.length > 0 && <> · {words('aliases', { names: words.list(entity.aliases.slice(0, 6)) })}</>}
        </p>
        <div class="ss-row">
          <button type="button" class="ss-button" aria-pressed={followed} onClick={() => onFollowName(entity.name, !followed)}>
            <Icon name={followed ? 'followed' : 'follow'} />
            {words(followed ? 'following' : 'follow')}
          </button>
          <a class="ss-button" href={hashOf({ is: 'compare', what: [{ is: 'name', id: entity.name }] })}>
            <Icon name="compare" />
            {words('desk_compare_add')}
          </a>
        </div>
      </header>
      <div class="ss-columns">
        <TitledSection title={words('desk_stories')}>
          <StoryList
            lines={lines}
            now={now}
            compared={compared}
            label={words('desk_stories')}
            onFollow={onFollow}
            onCompare={onCompare}
          />
        </TitledSection>
        <TitledSection title={words('timeline')}>
          <ol class="ss-timeline">
            {entity.events.map(({ at, precision, title: what, story }, n) => (
              <li key={`${at} ${story} ${what}`}>
                <time dateTime={new Date(at).toISOString()}>{words.date(at, precision)}</time>
                <div>
                  <a class="ss-link" href={hashOf({ is: 'story', id: story, open: null })} dir="auto">
                    {what}
                  </a>
                  {/* Several events of one story name it once. */}
                  {title(story) !== what && entity.events[n - 1]?.story !== story && (
                    <span class="ss-note" dir="auto">
                      {title(story)}
                    </span>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </TitledSection>
      </div>
    </article>
  );
}
