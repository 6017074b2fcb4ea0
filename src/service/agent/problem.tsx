import type { JSX } from "preact";
import { PageHead } from "../components/layout.tsx";
import type { Desk } from "./desk.ts";
import { AgentLayout } from "./layout.tsx";

export interface ProblemPageProps {
  readonly desk: Desk;
  readonly title: string;
  /** What happened and what to do. */
  readonly message: string;
  readonly back?: { readonly href: string; readonly label: string };
}

/** Anything that did not work, with a way on. */
export function ProblemPage({ desk, title, message, back }: ProblemPageProps): JSX.Element {
  const way = back ?? { href: desk.base, label: "Revenir aux dossiers" };
  return (
    <AgentLayout desk={desk} title={title}>
      <PageHead title={title} lead={message} />
      <p class="actions">
        <a class="button" href={way.href}>
          {way.label}
        </a>
      </p>
    </AgentLayout>
  );
}
