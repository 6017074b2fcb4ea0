import type { ComponentChildren, JSX } from "preact";
import type { Procedure } from "../../../procedures/index.ts";
import { Layout, PageHead } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { useLanguage } from "../../language/index.ts";

export interface TextProps {
  readonly frame: Frame;
  readonly procedures: readonly Procedure[];
}

/** A page to be read. */
export function TextPage({
  frame,
  title,
  lead,
  inFrench = false,
  children,
}: {
  frame: Frame;
  title: string;
  lead?: string;
  /** A text of law: in French in every language, which it says. */
  inFrench?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  const { t, language } = useLanguage();
  const foreign = inFrench && language !== "fr";
  return (
    <Layout frame={frame} title={title}>
      <PageHead title={title} {...(lead && { lead })} />
      {foreign ? (
        <div class="stack-large measure">
          <p class="notice">{t("Ce texte a une valeur légale : seule sa version française fait foi.")}</p>
          <div class="stack-large" lang="fr">
            {children}
          </div>
        </div>
      ) : (
        <div class="stack-large measure">{children}</div>
      )}
    </Layout>
  );
}

/** A titled part of it. */
export function Part({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
