import { createHash } from "node:crypto";
import type { VNode } from "preact";
import { Layout } from "./layout.tsx";

const SUBMIT = "document.forms[0].submit()";

/** Content-Security-Policy source of the only script these pages run. */
export const SUBMIT_HASH = `'sha256-${createHash("sha256").update(SUBMIT).digest("base64")}'`;

export interface AutoPostProps {
  readonly platform: string;
  readonly title: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A form that posts itself, as the real logout chain does; a button stands in where scripts do not run. */
export function AutoPostPage({ platform, title, action, fields }: AutoPostProps): VNode {
  return (
    <Layout platform={platform} title={title}>
      <h1>{title}</h1>
      <form method="post" action={action} data-testid="auto-post">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button class="button" type="submit">
          Continuer
        </button>
      </form>
      <script>{SUBMIT}</script>
    </Layout>
  );
}
