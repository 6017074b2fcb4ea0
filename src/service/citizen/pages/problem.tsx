import type { JSX } from "preact";
import { Layout, PageHead } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { useLanguage, Words } from "../../language/index.ts";

export interface ProblemProps {
  readonly frame: Frame;
  readonly title: string;
  /** What happened and what to do, in French. */
  readonly message: string;
  /** Ways on; the first is the main one. */
  readonly ways: readonly { readonly href: string; readonly label: string }[];
  /** A FranceConnect button, where logging in is the way on. */
  readonly button?: JSX.Element;
}

/** Anything that did not work, with a way on. */
export function ProblemPage({ frame, title, message, ways, button }: ProblemProps): JSX.Element {
  const { translate } = useLanguage();
  return (
    <Layout frame={frame} title={translate(title)}>
      <PageHead title={<Words text={title} />} lead={<Words text={message} />} />
      {button}
      <p class="actions">
        {ways.map(({ href, label }, index) => (
          <a key={href} class={index === 0 && !button ? "button" : undefined} href={href}>
            <Words text={label} />
          </a>
        ))}
      </p>
    </Layout>
  );
}
