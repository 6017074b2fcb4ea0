import { scaleLinear } from "d3-scale";
import type { JSX } from "preact";

const WIDTH = 100;

/** A bar beside its number; `mark` is a reference drawn across it. The number says the same, so it is hidden from readers. */
export function Bar(props: {
  readonly value: number;
  readonly most: number;
  readonly mark?: number;
  readonly late?: boolean;
}): JSX.Element {
  const { value, most, mark, late } = props;
  const x = scaleLinear([0, Math.max(most, 1)], [0, WIDTH]).clamp(true);
  return (
    <svg
      class={late ? "bar bar-late" : "bar"}
      viewBox={`0 0 ${WIDTH} 8`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="bar-ground" width={WIDTH} height="8" />
      <rect class="bar-value" width={x(value)} height="8" />
      {mark !== undefined && <rect class="bar-mark" x={Math.min(x(mark), WIDTH - 1)} width="1" height="8" />}
    </svg>
  );
}
