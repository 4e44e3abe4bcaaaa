import type { Brief } from '../../lib/messages/brief';
import type { StoryLine } from '../../lib/messages/protocol';
import { isToActOn, wholeImpact } from '../ImpactBar';
import { standingLabel } from '../story-words';
import { useWords } from '../WordsContext';
import { hashOf, type Openable } from './route';

function BriefLine({ line, changed }: { readonly line: StoryLine; readonly changed: boolean }) {
  const words = useWords();
  const at = (open: Openable | null) => hashOf({ is: 'story', id: line.id, open });
  return (
    <li>
      <a class="ss-brief-title" href={at(null)}>
        <bdi>{line.title}</bdi>
      </a>
      <span class="ss-note">
        <a class={`ss-is-${line.standing} ss-standing-value ss-row-reports`} href={at('sources')}>
          {standingLabel(words, line.standing, line.n)}
        </a>
        {' · '}
        <a class={isToActOn(line.impact) ? 'ss-row-reports ss-act-words' : 'ss-row-reports'} href={at('impact')}>
          {words('impact')} {words('impact_of_ten', { score: wholeImpact(line.impact) })}
        </a>
      </span>
      {changed && line.news.length > 0 && (
        <span class="ss-news">{line.news.map(({ key, values }) => words.say(key, values)).join(' · ')}</span>
      )}
    </li>
  );
}

/** The daily brief: what mattered since yesterday, and what changed in what the reader follows. */
export function BriefSection({ brief }: { readonly brief: Brief }) {
  const words = useWords();
  return (
    <section class="ss-brief" aria-labelledby="brief">
      <div>
        <h2 id="brief">{words('brief')}</h2>
        {brief.top.length > 0 ? (
          <ol class="ss-plain">
            {brief.top.map((line) => (
              <BriefLine key={line.id} line={line} changed={false} />
            ))}
          </ol>
        ) : (
          <p class="ss-note">{words('brief_nothing')}</p>
        )}
      </div>
      {brief.changed.length > 0 && (
        <div>
          <h2>{words('brief_changed')}</h2>
          <ul class="ss-plain">
            {brief.changed.slice(0, 8).map((line) => (
              <BriefLine key={line.id} line={line} changed />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
