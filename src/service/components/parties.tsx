import type { JSX } from "preact";
import { type FilledForm, partiesOf } from "../../procedures/index.ts";
import { useLanguage } from "../language/index.ts";

/** For whom a demand is and who filed it, where these are two; nothing for one's own. */
export function PartiesLine({ form }: { readonly form: FilledForm }): JSX.Element | null {
  const { t, translate } = useLanguage();
  const { beneficiary, filer } = partiesOf(form);
  if (filer === undefined) return null;
  return (
    <p class="notice" data-parties="other">
      {t("Demande pour {beneficiary}, déposée par {filer} ({capacity}).", {
        beneficiary: <strong>{beneficiary}</strong>,
        filer: <strong>{filer.name}</strong>,
        capacity: lower(translate(filer.capacity)),
      })}
    </p>
  );
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
