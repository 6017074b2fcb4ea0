import type { JSX } from "preact";

/** A footbridge over water. It stands for no State and no party. */
export function Mark(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 52 52" aria-hidden="true" focusable="false">
      <circle class="mark-ground" cx="26" cy="26" r="26" />
      <path class="mark-bridge" d="M6 28c6-11 13-15 20-15s14 4 20 15" />
      <path class="mark-rail" d="M12.500 21v7M19 16v9M26 14v9.500M33 16v9M39.500 21v7" />
      <path class="mark-water" d="M7.500 34.500c4.600-3 8.700-3 12.300 0s8.200 3 12.400 0 8.200-3 12.300 0" />
      <path
        class="mark-water"
        d="M12 41c3.500-2.300 6.300-2.300 9.300 0s6.300 2.300 9.400 0 6.200-2.300 9.300 0"
      />
    </svg>
  );
}

/** The same mark alone in a file, for the browser's tab: it has no stylesheet, so it carries its colours. */
export function favicon(primary: string, accent: string): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 52 52" fill="none" stroke-linecap="round">',
    `<circle cx="26" cy="26" r="26" fill="${primary}"/>`,
    `<path d="M6 28c6-11 13-15 20-15s14 4 20 15" stroke="${accent}" stroke-width="4.500"/>`,
    '<path d="M7.500 36c4.600-3 8.700-3 12.300 0s8.200 3 12.400 0 8.200-3 12.300 0" stroke="#fff" stroke-width="4"/>',
    "</svg>",
  ].join("");
}
