/** Transparent enough to look through to what lies behind. */
const SEE_THROUGH = 0.5;

/** Relative luminance (WCAG 2) of a colour as getComputedStyle writes it, or null where it is see-through or unknown. */
export function luminance(color: string): number | null {
  const parts = /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+))?\)$/.exec(color.slice(0, 60));
  if (!parts || Number(parts[4] ?? 1) < SEE_THROUGH) return null;
  const [red = 0, green = 0, blue = 0] = parts.slice(1, 4).map((part) => {
    const channel = Number(part) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Whether the page around an element is light or dark: a badge that follows the system's preference alone would stand
 * black on the many pages that are white whatever the system says. Read once; null where no background can be told.
 */
export function themeBeside(element: Element): 'light' | 'dark' | null {
  const view = element.ownerDocument.defaultView;
  for (let here: Element | null = element; here && view; here = here.parentElement) {
    const light = luminance(view.getComputedStyle(here).backgroundColor);
    // At this luminance black and white text have the same contrast.
    if (light !== null) return light > 0.179 ? 'light' : 'dark';
  }
  return null;
}
