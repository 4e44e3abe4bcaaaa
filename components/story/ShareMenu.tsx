import { Fold } from '../Fold';
import { Icon, type IconName } from '../Icon';
import { TaskLine } from '../TaskLine';
import type { Task } from '../use-task';
import { useWords } from '../WordsContext';

/** The forms in which a story leaves the extension; each only by the reader's own click. */
export type ShareAs = 'markdown' | 'markdown-file' | 'links' | 'feed' | 'citation';

export interface ShareMenuProps {
  readonly share: Task;
  readonly onShare: (as: ShareAs) => void;
}

const WAYS = [
  ['citation', 'out', 'share_citation'],
  ['markdown', 'out', 'share_markdown'],
  ['links', 'out', 'share_links'],
  ['markdown-file', 'in', 'share_markdown_save'],
  ['feed', 'in', 'share_feed'],
] as const satisfies readonly (readonly [ShareAs, IconName, string])[];

/** Export and share, folded away under one line. */
export function ShareMenu({ share, onShare }: ShareMenuProps) {
  const words = useWords();
  return (
    <section class="ss-section">
      <Fold line={<span class="ss-soft">{words('share')}</span>}>
        <div class="ss-row">
          {WAYS.map(([as, icon, key]) => (
            <button key={as} type="button" class="ss-button" disabled={share.busy} onClick={() => onShare(as)}>
              <Icon name={icon} />
              {words(key)}
            </button>
          ))}
        </div>
        <TaskLine said={share.said} />
      </Fold>
    </section>
  );
}
