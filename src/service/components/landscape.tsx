import type { JSX } from "preact";

/** The commune by the water: hills, a village, a footbridge, a mill wheel. Drawn in the collectivité's own colours. */
export function Landscape(): JSX.Element {
  return (
    <svg
      class="landscape"
      viewBox="0 0 1440 260"
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <circle class="sun" cx="1130" cy="86" r="46" />
      <path class="far" d="M0 150c150-60 260-30 380-10s210-70 350-52 190 70 300 50 200-84 410-34v156H0z" />
      <path class="near" d="M0 206c180-46 330-30 470-14s230 8 350-22 220-40 330-14 190 26 290 8v96H0z" />
      <g>
        <path
          class="house"
          d="M906 142h26v34h-26zM936 130h24v46h-24zM1010 138h30v38h-30zM1046 146h22v30h-22z"
        />
        <path class="house" d="M970 106h20v70h-20z" />
        <path
          class="roof"
          d="M902 143l17-15 17 15zM932 131l16-14 16 14zM1006 139l19-16 19 16zM1042 147l15-12 15 12zM967 107l13-24 13 24z"
        />
      </g>
      <path class="water" d="M0 232c120-14 240-14 360 0s240 14 360 0 240-14 360 0 240 14 360 0v28H0z" />
      <g class="wheel">
        <circle cx="812" cy="206" r="31" />
        <path d="M812 168v76M774 206h76M785 179l54 54M839 179l-54 54" />
      </g>
      <path class="ripple" d="M150 246h60M260 252h34M560 250h70M1000 248h54M1090 254h30M1270 249h64" />
    </svg>
  );
}
