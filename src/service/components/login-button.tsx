import type { JSX } from "preact";
import { FranceConnectButton, type FranceConnectButtonProperties } from "../../federation/index.ts";
import { useLanguage } from "../language/index.ts";

/** FranceConnect's button, in the reader's language. */
export function LoginButton(properties: Omit<FranceConnectButtonProperties, "language">): JSX.Element {
  return <FranceConnectButton {...properties} language={useLanguage().language} />;
}
