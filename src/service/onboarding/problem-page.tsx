import type { JSX } from "preact";
import { Layout, PageHead } from "../components/layout.tsx";
import type { Frame } from "../frame.ts";

/** There is nothing here, and where to go instead. */
export function ProblemPage(props: {
  readonly frame: Frame;
  readonly title: string;
  readonly message: string;
}): JSX.Element {
  const { frame, title, message } = props;
  return (
    <Layout frame={frame} title={title}>
      <PageHead title={title} lead={message} />
      <p>
        <a href="/deploiement">Le déploiement</a>
      </p>
    </Layout>
  );
}
