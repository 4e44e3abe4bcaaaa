import type { FeedLine, SourceLine } from '../../lib/messages/protocol';
import type { Words } from '../../lib/words/words';
import { Fold } from '../Fold';
import { Icon } from '../Icon';
import { SafeLink } from '../SafeLink';
import { useWords } from '../WordsContext';

/** A feed's health in a line. */
export function feedState(words: Words, feed: FeedLine, now: number): string {
  switch (feed.health) {
    case 'never':
      return words('feed_never');
    case 'ok': {
      const read = words('feed_ok', { ago: feed.lastSuccess === null ? '–' : words.ago(feed.lastSuccess, now) });
      // Read, but not all of it was sound: "The feed breaks off; …".
      return feed.fault ? `${read} · ${words.say(feed.fault, feed.faultValues)}` : read;
    }
    case 'failing':
      return feed.fault ? words.say(feed.fault, feed.faultValues) : words('feed_failing');
    case 'no-permission':
      return words('feed_no_permission');
  }
}

/** What is said of a source closed: its worst feed’s fault, else what is unsound in one that was read, else when it was last read. */
export function sourceState(words: Words, line: SourceLine, now: number): { fault: boolean; text: string } {
  if (!line.on) return { fault: false, text: words('source_off') };
  const bad = line.feeds.find((feed) => feed.health === 'failing' || feed.health === 'no-permission');
  if (bad) return { fault: true, text: feedState(words, bad, now) };
  const flawed = line.feeds.find((feed) => feed.fault);
  if (flawed) return { fault: false, text: feedState(words, flawed, now) };
  const last = Math.max(...line.feeds.map((feed) => feed.lastSuccess ?? 0), 0);
  return { fault: false, text: last > 0 ? words('feed_ok', { ago: words.ago(last, now) }) : words('feed_never') };
}

interface Props {
  readonly line: SourceLine;
  /** Epoch ms. */
  readonly now: number;
  readonly onSwitch: (on: boolean) => void;
  readonly onRemove: ((address: string) => void) | null;
}

/** A source: on or off, how its feeds are, and, opened, why it is there. */
export function SourceRow({ line, now, onSwitch, onRemove }: Props) {
  const words = useWords();
  const { source, feeds } = line;
  const state = sourceState(words, line, now);
  return (
    <li class="ss-source">
      <input
        type="checkbox"
        role="switch"
        aria-checked={line.on}
        checked={line.on}
        aria-label={words('source_switch', { name: source.name })}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <Fold
        line={
          <>
            <bdi class="ss-strong">{source.name}</bdi>
            <span class={`ss-note ss-source-state ${state.fault ? 'ss-fault' : ''}`}>
              {state.fault && <Icon name="alert" />} {state.text}
            </span>
          </>
        }
      >
        {source.why && <p dir="auto">{source.why}</p>}
        <p class="ss-note">
          {source.owner && words('source_owner', { owner: source.owner })}
          {source.hosts.length > 0 && <> · {words.list(source.hosts)}</>}
        </p>
        <ul class="ss-plain ss-feeds">
          {feeds.map((feed) => (
            <li key={feed.address}>
              <SafeLink to={feed.address}>
                <bdi>{feed.address}</bdi>
              </SafeLink>
              <span class={`ss-note ${feed.health === 'failing' || feed.health === 'no-permission' ? 'ss-fault' : ''}`}>
                {feedState(words, feed, now)}
                {feed.items > 0 && <> · {words.count('feed_items', feed.items)}</>}
                {feed.lastSuccess !== null && feed.health === 'failing' && (
                  <> · {words('feed_last_good', { ago: words.ago(feed.lastSuccess, now) })}</>
                )}
                {feed.nextDue !== null && <> · {words('feed_next', { ago: words.ago(Math.max(feed.nextDue, now), now) })}</>}
              </span>
              {onRemove && (
                <button type="button" class="ss-button ss-quiet" onClick={() => onRemove(feed.address)}>
                  <Icon name="remove" /> {words('feed_remove')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </Fold>
    </li>
  );
}
