import type { SignalFeedLine } from '../../lib/messages/protocol';
import { shortKey } from '../../lib/signals/signal-feed-key';
import { Icon } from '../Icon';
import { SafeLink } from '../SafeLink';
import type { OptionsScreenProps } from '../screens/OptionsScreen';
import { TaskLine } from '../TaskLine';
import { type Task, useTask } from '../use-task';
import { useWords } from '../WordsContext';
import { AddressForm } from './AddressForm';

type Props = Pick<
  OptionsScreenProps,
  'signalFeeds' | 'now' | 'onSubscribe' | 'onAllowSignalFeed' | 'onUnsubscribe' | 'onAcceptKey'
>;

/** The key changed: nothing is taken in until the reader has decided. Or an unsigned feed is signed: it is read on. Not deciding is safe. */
function KeyQuestion({
  line,
  task,
  onAcceptKey,
}: { readonly line: SignalFeedLine; readonly task: Task } & Pick<Props, 'onAcceptKey'>) {
  const words = useWords();
  const { publisher, refused } = line;
  if (!refused) return null;
  const { key } = refused;
  const isNew = line.key === null && key !== null;
  return (
    <div class="ss-sure" role="alert">
      <p>
        {key === null
          ? words('signal_feed_key_gone', { publisher })
          : words(isNew ? 'signal_feed_key_offered' : 'signal_feed_key_question', { publisher, key: shortKey(key) })}
      </p>
      <button
        type="button"
        class="ss-button"
        disabled={task.busy}
        onClick={() =>
          task.run(async () => {
            await onAcceptKey(line.address, key);
            return words('signal_feed_key_accepted', { publisher });
          })
        }
      >
        {words(key === null ? 'signal_feed_key_without' : isNew ? 'signal_feed_key_pin' : 'signal_feed_key_accept')}
      </button>
    </div>
  );
}

function FeedRow({
  line,
  now,
  onAllowSignalFeed,
  onUnsubscribe,
  onAcceptKey,
}: { readonly line: SignalFeedLine } & Omit<Props, 'signalFeeds'>) {
  const words = useWords();
  const task = useTask(words);
  const { address, publisher, key, health, fault, faultValues, lastSuccess, stories } = line;
  const isBad = health === 'failing' || health === 'no-permission';
  const state =
    health === 'no-permission'
      ? words('feed_no_permission')
      : health === 'failing' && fault
        ? words.say(fault, faultValues)
        : lastSuccess === null
          ? words('feed_never')
          : words('feed_ok', { ago: words.ago(lastSuccess, now) });
  return (
    <li class="ss-signal-feed">
      <p>
        <bdi class="ss-strong">{publisher}</bdi> · {words.count('signal_feed_stories', stories)}
      </p>
      <p class={`ss-note ${isBad ? 'ss-fault' : ''}`}>
        {isBad && <Icon name="alert" />} {state}
      </p>
      <p class="ss-note">{key === null ? words('signal_feed_unsigned') : words('signal_feed_signed', { key: shortKey(key) })}</p>
      <p class="ss-note">
        <SafeLink to={address}>
          <bdi>{address}</bdi>
        </SafeLink>
      </p>
      <KeyQuestion line={line} task={task} onAcceptKey={onAcceptKey} />
      {health === 'no-permission' && (
        <button
          type="button"
          class="ss-button"
          aria-label={words('signal_feed_allow_named', { publisher })}
          disabled={task.busy}
          onClick={() => {
            // As above: the browser's question needs the click.
            const allowed = onAllowSignalFeed(address);
            task.run(async () => {
              await allowed;
              return '';
            });
          }}
        >
          {words('signal_feed_allow')}
        </button>
      )}
      <button
        type="button"
        class="ss-button ss-quiet"
        aria-label={words('signal_feed_remove_named', { publisher })}
        disabled={task.busy}
        onClick={() =>
          task.run(async () => {
            await onUnsubscribe(address);
            return '';
          })
        }
      >
        <Icon name="remove" /> {words('signal_feed_remove')}
      </button>
      <TaskLine said={task.said} />
    </li>
  );
}

/** Publishers that compute stories for the reader: subscribed to by address, each with its key and its health. */
export function SignalFeedOptions(props: Props) {
  const { signalFeeds, onSubscribe } = props;
  const words = useWords();
  return (
    <section id="signal-feeds" aria-labelledby="signal-feeds-title">
      <h2 id="signal-feeds-title">{words('options_signal_feeds')}</h2>
      <p>{words('signal_feeds_lead')}</p>
      <AddressForm
        label={words('signal_feed_add')}
        button={words('signal_feed_add_button')}
        onAdd={(address) =>
          onSubscribe(address).then(({ publisher, stories }) => words.count('signal_feed_added', stories, { publisher }))
        }
      />
      {signalFeeds?.length === 0 && <p class="ss-note">{words('signal_feed_none')}</p>}
      <ul class="ss-plain">
        {(signalFeeds ?? []).map((line) => (
          <FeedRow key={line.address} line={line} {...props} />
        ))}
      </ul>
    </section>
  );
}
