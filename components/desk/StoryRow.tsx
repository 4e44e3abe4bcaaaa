import type { StoryLine } from '../../lib/messages/protocol';
import { Icon } from '../Icon';
import { ImpactBar, isToActOn, wholeImpact } from '../ImpactBar';
import { Mark } from '../Mark';
import { SentimentScale, tierKey } from '../SentimentScale';
import { standingLabel } from '../story-words';
import { useWords } from '../WordsContext';
import { hashOf, type Openable } from './route';

/** Strokes of the mark that fit beside a line; the words say the number. */
const STROKES = 6;

/** Must stay the same functions from one drawing to the next: rows that are drawn keep theirs. */
export interface RowActions {
  readonly onFollow: (line: StoryLine, on: boolean) => void;
  /** Puts it into the comparison, or takes it out. */
  readonly onCompare: (id: string) => void;
}

interface Props extends RowActions {
  readonly line: StoryLine;
  /** Epoch ms. */
  readonly now: number;
  readonly compared: boolean;
}

/** A story in the desk's list. The title opens it; each figure opens it at what the figure rests on. */
export function StoryRow({ line, now, compared, onFollow, onCompare }: Props) {
  const words = useWords();
  const at = (open: Openable | null) => hashOf({ is: 'story', id: line.id, open });
  return (
    <li class={`ss-row-story ${line.unread ? 'ss-unread' : ''}`} data-story={line.id}>
      <a class={`ss-eyebrow ss-is-${line.standing} ss-row-standing`} href={at('sources')}>
        <Mark
          standing={line.standing}
          echoes={Array.from({ length: Math.min(STROKES, Math.max(1, line.n)) }, (_, n) =>
            n === 0 && line.n === 1 ? line.articles - 1 : 0,
          )}
        />
        {standingLabel(words, line.standing, line.n)}
      </a>
      <h3 class="ss-row-title">
        <a href={at(null)} dir="auto">
          {line.title}
        </a>
      </h3>
      <p class="ss-note ss-row-note">
        {line.unread && <span class="ss-hidden">{words('desk_unread')} · </span>}
        <time dateTime={new Date(line.updated).toISOString()}>{words.ago(line.updated, now)}</time> ·{' '}
        <a class="ss-row-reports" href={at('sources')}>
          {words.count('reports', line.articles)}
        </a>
        {line.publishedBy !== undefined && <> · {words('published_by', { publisher: line.publishedBy })}</>}
        {line.entities.length > 0 && (
          <>
            {' '}
            · <bdi>{line.entities.slice(0, 3).join(', ')}</bdi>
          </>
        )}
      </p>
      {line.news.length > 0 && <p class="ss-news">{line.news.map(({ key, values }) => words.say(key, values)).join(' · ')}</p>}
      <a class="ss-row-impact" href={at('impact')}>
        <span class="ss-hidden">{words('impact')} </span>
        <ImpactBar score={line.impact} />
        <b class={isToActOn(line.impact) ? 'ss-act-words' : ''}>{words.number(wholeImpact(line.impact))}</b>
      </a>
      <a class="ss-row-sentiment" href={at('sentiment')}>
        <SentimentScale tier={line.tier} />
        <span>{words(tierKey(line.tier))}</span>
      </a>
      <span class="ss-row-actions">
        {line.publishedBy === undefined && (
          <button
            type="button"
            class="ss-button-bare"
            aria-pressed={line.followed}
            aria-label={`${words(line.followed ? 'following' : 'follow')}: ${line.title}`}
            title={words(line.followed ? 'following' : 'follow')}
            onClick={() => onFollow(line, !line.followed)}
          >
            <Icon name={line.followed ? 'followed' : 'follow'} />
          </button>
        )}
        <button
          type="button"
          class="ss-button-bare"
          aria-pressed={compared}
          aria-label={words('desk_compare_name', { title: line.title })}
          title={words('desk_compare_add')}
          onClick={() => onCompare(line.id)}
        >
          <Icon name="compare" />
        </button>
      </span>
    </li>
  );
}
