/** The double prime, the sign of the second: one source, and one more behind it. The toolbar's icon is the same drawing. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg class="ss-logo" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" stroke-linecap="round">
        <line x1="3.2" y1="13" x2="6.4" y2="3" stroke-width="2.6" />
        <line x1="8.4" y1="13" x2="11.6" y2="3" stroke-width="2.6" />
        <line x1="11.9" y1="11.9" x2="14.3" y2="4.4" stroke-width="1.1" opacity="0.7" />
      </g>
    </svg>
  );
}
