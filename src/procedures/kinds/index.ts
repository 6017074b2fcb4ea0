import type { FieldKind } from "../declaration.ts";
import { address } from "./address.ts";
import { children } from "./children.ts";
import { agreement, choice, choices, yesNo } from "./choice.ts";
import { date } from "./date.ts";
import { document } from "./document.ts";
import type { Kind } from "./kind.ts";
import { number } from "./number.ts";
import { email, longText, plate, telephone, text } from "./text.ts";

export const KINDS: Readonly<Record<FieldKind, Kind>> = {
  text,
  "long-text": longText,
  tel: telephone,
  email,
  number,
  date,
  choice,
  choices,
  "yes-no": yesNo,
  agreement,
  address,
  children,
  plate,
  document,
};
