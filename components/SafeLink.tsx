import type { ComponentChildren } from 'preact';

/** Whether an address of a feed or a page may become a link: http and https alone. */
export function isWebAddress(address: string): boolean {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}

interface Props {
  readonly to: string;
  readonly class?: string;
  /** For words of a language of their own. */
  readonly dir?: 'auto';
  readonly children: ComponentChildren;
}

/** A link to the web, or its words alone where the address is none. */
export function SafeLink({ to, class: name = '', dir, children }: Props) {
  if (!isWebAddress(to))
    return (
      <span class={name} dir={dir}>
        {children}
      </span>
    );
  return (
    <a class={`ss-link ${name}`} dir={dir} href={to} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
