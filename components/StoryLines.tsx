import { useRef, useState } from 'preact/hooks';
import type { StoryLine } from '../lib/messages/protocol';
import type { StoryView } from '../lib/messages/verdict';
import { ImpactBar, isToActOn, wholeImpact } from './ImpactBar';
import { Mark } from './Mark';
import { StorySections } from './StorySections';
import { standingLabel } from './story-words';
import { TaskLine } from './TaskLine';
import { useTask } from './use-task';
import { useWords } from './WordsContext';

interface LineProps {
  readonly line: StoryLine;
  /** Epoch ms. */
  readonly now: number;
  readonly load: (id: string) => Promise<StoryView | null>;
}

/** A story in one line that opens in place to all its evidence. */
function OneStory({ line, now, load }: LineProps) {
  const words = useWords();
  const [view, setView] = useState<StoryView | null>(null);
  const task = useTask(words);
  const asked = useRef(false);
  const onToggle = (event: Event) => {
    if (!(event.currentTarget as HTMLDetailsElement).open || asked.current) return;
    asked.current = true;
    task.run(async () => {
      const found = await load(line.id);
      setView(found);
      return found ? '' : words('story_gone');
    });
  };
  return (
    <details class="ss-fold ss-story-line" onToggle={onToggle}>
      <summary>
        <span class="ss-fold-line">
          <span class={`ss-eyebrow ss-is-${line.standing}`}>
            <Mark standing={line.standing} echoes={Array.from({ length: Math.max(1, line.n) }, () => 0)} />
            {standingLabel(words, line.standing, line.n)}
            <span class="ss-line-impact">
              <span class="ss-hidden">{words('impact')} </span>
              <ImpactBar score={line.impact} />
              <b class={isToActOn(line.impact) ? 'ss-act-words' : ''}>{words.number(wholeImpact(line.impact))}</b>
            </span>
          </span>
          <span class="ss-line-title" dir="auto">
            {line.title}
          </span>
          <span class="ss-note">
            {words.ago(line.updated, now)} · {words.count('reports', line.articles)}
            {line.publishedBy !== undefined && <> · {words('published_by', { publisher: line.publishedBy })}</>}
          </span>
          {line.news.map(({ key, values }) => (
            <span key={key} class="ss-news">
              {words.say(key, values)}
            </span>
          ))}
        </span>
      </summary>
      {view && (
        <div class="ss-line-story">
          <StorySections view={view} page={null} />
        </div>
      )}
      <TaskLine said={task.said} />
    </details>
  );
}

interface Props {
  readonly lines: readonly StoryLine[];
  readonly now: number;
  readonly load: (id: string) => Promise<StoryView | null>;
}

/** Stories as a list; each opens in place. */
export function StoryLines({ lines, now, load }: Props) {
  return (
    <ul class="ss-plain ss-story-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <OneStory line={line} now={now} load={load} />
        </li>
      ))}
    </ul>
  );
}
