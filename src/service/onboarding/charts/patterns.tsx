import type { JSX } from "preact";

/** Fills that differ in a photocopy as much as on a screen. */
export function Patterns({ id }: { readonly id: string }): JSX.Element {
  return (
    <defs>
      <pattern id={`${id}-light`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect class="pattern-ground" width="8" height="8" />
      </pattern>
      <pattern
        id={`${id}-hatched`}
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="pattern-ground" width="8" height="8" />
        <rect class="pattern-line" width="2.5" height="8" />
      </pattern>
      <pattern
        id={`${id}-dense`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="pattern-ground" width="5" height="5" />
        <rect class="pattern-line" width="3.2" height="5" />
      </pattern>
      <pattern id={`${id}-full`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect class="pattern-line" width="8" height="8" />
      </pattern>
    </defs>
  );
}
