import { scaleLinear } from "d3-scale";
import type { JSX } from "preact";
import type { QualityIndicator } from "../../../onboarding/index.ts";
import type { Paper, PatternName } from "./chart.tsx";

type Scale = NonNullable<QualityIndicator["scales"]>;

const LAYOUTS = {
  wide: { block: 152, left: 200, right: 40 },
  narrow: { block: 212, left: 0, right: 20 },
} as const;
/** A band that is a single value still has to be seen. */
const POINT = 8;
const BAND: readonly PatternName[] = ["light", "hatched", "full"];

/** Two rulers for one thing: the one of 2021 with where it stood and what was aimed at, and today's with its bands. */
export function drawScales(
  paper: Paper,
  indicators: readonly (QualityIndicator & { readonly scales: Scale })[],
): { readonly height: number; readonly drawing: JSX.Element } {
  const layout = LAYOUTS[paper.name];
  return {
    height: indicators.length * layout.block,
    drawing: (
      <>
        {indicators.map(({ title, scales }, index) => {
          const top = index * layout.block;
          const ruler = (most: number) => scaleLinear([0, most], [layout.left, paper.width - layout.right]);
          const first = paper.name === "wide" ? 0 : 24;
          return (
            <g key={title}>
              <text class="strong" x={0} y={top + 16}>
                {title}
              </text>
              <Earlier paper={paper} scale={scales.earlier} x={ruler(100)} top={top + first + 30} />
              <Now paper={paper} scale={scales.now} x={ruler(scales.now.most)} top={top + first + 94} />
            </g>
          );
        })}
      </>
    ),
  };
}

type X = (value: number) => number;

/** From where it stood to where it should go. */
function Earlier({
  paper,
  scale,
  x,
  top,
}: {
  paper: Paper;
  scale: Scale["earlier"];
  x: X;
  top: number;
}): JSX.Element {
  const { at, aim } = scale;
  return (
    <g>
      <Name paper={paper} text="Octobre 2021, en %" top={top} />
      <path class="ruler" d={`M${x(0)} ${top + 12}H${x(100)}`} />
      <path class="stem" d={`M${x(at)} ${top + 12}H${x(aim)}`} />
      <circle class="ring" cx={x(at)} cy={top + 12} r="7" />
      <circle class="dot" cx={x(aim)} cy={top + 12} r="7" />
      <text class="end" x={Math.max(x(at) + 6, 30)} y={top - 2}>
        {at} %
      </text>
      <text x={x(aim) - 6} y={top - 2}>
        {aim} %
      </text>
    </g>
  );
}

/** The bands that « Vos démarches essentielles » gives a name to. */
function Now({
  paper,
  scale,
  x,
  top,
}: {
  paper: Paper;
  scale: Scale["now"];
  x: X;
  top: number;
}): JSX.Element {
  const edges = [...scale.bands.map(({ from }) => from), scale.most];
  return (
    <g>
      <Name paper={paper} text={`Aujourd’hui, ${scale.unit}`} top={top} />
      {scale.bands.map(({ name, from }, index) => {
        const left = x(from);
        const width = Math.max(x(edges[index + 1] ?? scale.most) - left, POINT);
        return (
          <g key={name}>
            <rect
              class="box"
              x={left}
              y={top}
              width={width}
              height="18"
              fill={paper.fill(BAND[index] ?? "full")}
            />
            <text class="tick middle" x={left + width / 2} y={top + 36}>
              {name}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Name({ paper, text, top }: { paper: Paper; text: string; top: number }): JSX.Element {
  return (
    <text class="tick" x={0} y={paper.name === "wide" ? top + 16 : top - 18}>
      {text}
    </text>
  );
}
