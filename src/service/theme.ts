import { contrast, formatColour, mix, parseColour, type Rgb, readable } from "./contrast.ts";

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const TEXT = 4.5;
/** Body text aims higher than the minimum; borders of controls need 3:1 (RGAA 3.3). */
const BODY = 7;
const GRAPHIC = 3;

/** The two colours that a collectivité chooses; everything else follows, so that no choice can be unreadable. */
export interface ThemeColours {
  /** `#rrggbb` */
  readonly primary: string;
  /** `#rrggbb` */
  readonly accent: string;
}

export type Mode = "light" | "dark";
export type Palette = Readonly<Record<string, string>>;

/** Colours of meaning are the same everywhere: an error is red in every commune. */
const MEANINGS = {
  error: parseColour("#b3202a"),
  success: parseColour("#1d6b3c"),
  warning: parseColour("#a35a00"),
} as const;

/**
 * Derives every colour of the stylesheet from two, each one contrast-checked against what it stands on.
 *
 * @example
 * paletteOf({ primary: "#0b5a53", accent: "#f2b134" }, "light")["--primary"]; // "#0b5a53"
 */
export function paletteOf(theme: ThemeColours, mode: Mode): Palette {
  const primary = parseColour(theme.primary);
  const accent = parseColour(theme.accent);
  const [paper, pole] = mode === "light" ? [WHITE, BLACK] : [BLACK, WHITE];
  const page = mode === "light" ? mix(paper, primary, 0.045) : mix(mix(paper, primary, 0.22), WHITE, 0.035);
  const surface = mode === "light" ? paper : mix(page, WHITE, 0.055);
  const sunken = mode === "light" ? mix(paper, primary, 0.105) : mix(page, WHITE, 0.1);
  const grounds = [page, surface, sunken];
  const deep = readable(mix(primary, BLACK, mode === "light" ? 0.38 : 0.62), BLACK, [WHITE], BODY);
  const primaryText = readable(primary, pole, grounds, TEXT);
  const onAccent = contrast(accent, BLACK) >= contrast(accent, WHITE) ? mix(BLACK, accent, 0.08) : WHITE;
  const meanings = Object.entries(MEANINGS).flatMap(([name, colour]) => {
    const soft = mix(surface, colour, mode === "light" ? 0.1 : 0.24);
    return [
      [`--${name}`, readable(colour, pole, grounds, TEXT)],
      [`--${name}-soft`, soft],
      [`--${name}-ink`, readable(colour, pole, [soft, ...grounds], TEXT)],
    ] as const;
  });
  const colours: ReadonlyArray<readonly [string, Rgb]> = [
    ["--page", page],
    ["--surface", surface],
    ["--sunken", sunken],
    ["--ink", readable(mix(pole, primary, 0.16), pole, grounds, BODY)],
    ["--ink-soft", readable(mix(pole, primary, 0.42), pole, grounds, 5.5)],
    ["--line", mix(page, pole, mode === "light" ? 0.14 : 0.2)],
    ["--line-strong", readable(mix(pole, primary, 0.45), pole, grounds, GRAPHIC + 1)],
    ["--primary", primaryText],
    ["--primary-strong", mix(primaryText, pole, 0.28)],
    ["--on-primary", readable(mode === "light" ? WHITE : page, paper, [primaryText], TEXT)],
    ["--accent", accent],
    ["--accent-line", readable(accent, pole, grounds, GRAPHIC)],
    ["--on-accent", readable(onAccent, onAccent === WHITE ? WHITE : BLACK, [accent], TEXT)],
    ["--deep", deep],
    ["--deep-2", mix(deep, primary, 0.45)],
    ["--deep-3", mix(deep, primary, mode === "light" ? 0.9 : 0.75)],
    ["--deep-line", mix(deep, WHITE, 0.3)],
    ["--on-deep", mix(WHITE, primary, 0.03)],
    ["--on-deep-soft", readable(mix(WHITE, primary, 0.22), WHITE, [deep], TEXT)],
    ["--focus", readable(pole, pole, grounds, TEXT)],
    ["--focus-halo", accent],
    ...meanings,
  ];
  return Object.fromEntries(colours.map(([name, colour]) => [name, formatColour(colour)]));
}

/** The collectivité's own stylesheet: custom properties for light and dark. */
export function themeCss(theme: ThemeColours): string {
  const block = (palette: Palette): string =>
    Object.entries(palette)
      .map(([name, value]) => `  ${name}: ${value};`)
      .join("\n");
  return [
    `:root {\n${block(paletteOf(theme, "light"))}\n}`,
    `@media screen and (prefers-color-scheme: dark) {\n:root {\n${block(paletteOf(theme, "dark"))}\n}\n}`,
    "",
  ].join("\n");
}
