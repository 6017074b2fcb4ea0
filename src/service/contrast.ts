/** Red, green, blue, each 0 to 255. */
export type Rgb = readonly [number, number, number];

/**
 * Reads `#rrggbb`.
 *
 * @throws RangeError for anything else
 */
export function parseColour(hex: string): Rgb {
  if (!/^#[\da-f]{6}$/i.test(hex)) throw new RangeError(`Not a colour of the form #rrggbb: ${hex}`);
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/** Writes `#rrggbb`. */
export function formatColour(colour: Rgb): string {
  return `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}

/** `share` of `other` in `colour`, from 0 to 1. */
export function mix(colour: Rgb, other: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2): number => colour[index] * (1 - share) + other[index] * share;
  return [channel(0), channel(1), channel(2)];
}

/**
 * The contrast ratio of two colours, 1 to 21.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Moves `colour` towards `target` until it stands out from every background; `target` itself where nothing less does. */
export function readable(colour: Rgb, target: Rgb, backgrounds: readonly Rgb[], ratio: number): Rgb {
  for (let share = 0; share <= 1; share += 0.04) {
    const candidate = roundColour(mix(colour, target, share));
    if (backgrounds.every((background) => contrast(candidate, roundColour(background)) >= ratio))
      return candidate;
  }
  return target;
}

function roundColour(colour: Rgb): Rgb {
  return [Math.round(colour[0]), Math.round(colour[1]), Math.round(colour[2])];
}
