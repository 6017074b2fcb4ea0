import type { JSX } from "preact";
import type { FieldError, Procedure } from "../../../procedures/index.ts";
import { ErrorSummary, FieldMessage } from "../../components/error-summary.tsx";
import { PageHead } from "../../components/layout.tsx";
import type { Desk } from "../desk.ts";
import { AgentLayout } from "../layout.tsx";
import { counterPaths } from "./counter-visit.ts";
import { DOCUMENTS, type IdentityForm, NONE } from "./identity.ts";

export interface IdentityPageProps {
  readonly desk: Desk;
  readonly procedure: Pick<Procedure, "slug" | "title">;
  /** Of a draft that is not begun yet: pressed twice, the form begins one draft. */
  readonly entry?: string;
  /** Of one that is. */
  readonly id?: string;
  readonly form: IdentityForm;
  readonly errors: readonly FieldError[];
}

/** Who is there, and how the agent knows: before anything else is asked. */
export function IdentityPage({ desk, procedure, entry, id, form, errors }: IdentityPageProps): JSX.Element {
  const to = counterPaths(desk.base, id);
  return (
    <AgentLayout desk={desk} title={`Qui est présent ? — ${procedure.title}`} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        back={{ href: to.list, label: "Guichet" }}
        kicker={`Saisie au guichet · ${procedure.title}`}
        title="Qui est présent ?"
        lead="L’identité se lit sur une pièce. Sans pièce, elle est seulement déclarée : la demande se saisit quand même, sans données de l’État."
      />
      <form method="post" action={id ? to.identity : to.begin(procedure.slug)} class="form" novalidate>
        <input type="hidden" name="_csrf" value={desk.frame.csrfToken} />
        {entry && <input type="hidden" name="entree" value={entry} />}
        <Choices
          name="piece"
          legend="Pièce d’identité vue"
          hint="Son numéro n’est pas demandé, et aucune copie n’est gardée."
          options={[...DOCUMENTS, { value: NONE, label: "Aucune : l’identité est seulement déclarée" }]}
          form={form}
          errors={errors}
        />
        <Text name="nom" label="Nom de naissance" form={form} errors={errors} />
        <Text
          name="prenoms"
          label="Prénoms"
          hint="Tous, dans l’ordre de la pièce, séparés par des espaces"
          form={form}
          errors={errors}
        />
        <Text name="usage" label="Nom d’usage (optionnel)" form={form} errors={errors} />
        <Birthdate form={form} errors={errors} />
        <fieldset class="notice stack">
          <legend class="field-label">Pour demander des données à l’État (optionnel)</legend>
          <p class="soft">
            Le sexe et le lieu de naissance servent à retrouver la bonne personne. Sans eux, tout se saisit à
            la main.
          </p>
          <Choices
            name="sexe"
            legend="Sexe"
            options={[
              { value: "F", label: "Féminin" },
              { value: "M", label: "Masculin" },
            ]}
            form={form}
            errors={errors}
          />
          <Text
            name="commune"
            label="Commune de naissance, en France"
            hint="Par exemple : Avignon (84)"
            form={form}
            errors={errors}
          />
          <Text
            name="pays"
            label="Ou code Insee du pays de naissance, à l’étranger"
            hint="Cinq chiffres, par exemple 99109 pour l’Allemagne"
            form={form}
            errors={errors}
          />
        </fieldset>
        <div class="actions">
          <button class="button" type="submit">
            {id ? "Enregistrer l’identité" : "Commencer la demande"}
          </button>
          <a href={to.list}>Revenir au guichet</a>
        </div>
      </form>
    </AgentLayout>
  );
}

interface PartProps {
  readonly form: IdentityForm;
  readonly errors: readonly FieldError[];
}

/** What describes an input: its hint, its error. */
function describe(name: string, { errors }: PartProps, hint?: string) {
  const message = errors.find((error) => error.field === name)?.message;
  const ids = [...(hint ? [`${name}-aide`] : []), ...(message ? [`${name}-erreur`] : [])];
  return { message, describedBy: ids.join(" ") || undefined };
}

function Text(
  props: PartProps & { readonly name: keyof IdentityForm; readonly label: string; readonly hint?: string },
): JSX.Element {
  const { name, label, hint, form } = props;
  const { message, describedBy } = describe(name, props, hint);
  return (
    <div class={message ? "field in-error" : "field"}>
      <label for={name}>{label}</label>
      {hint && (
        <span class="hint" id={`${name}-aide`}>
          {hint}
        </span>
      )}
      {message && <FieldMessage id={`${name}-erreur`} message={message} />}
      <input
        type="text"
        id={name}
        name={name}
        value={form[name]}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={message ? "true" : undefined}
        aria-describedby={describedBy}
      />
    </div>
  );
}

function Choices(
  props: PartProps & {
    readonly name: keyof IdentityForm;
    readonly legend: string;
    readonly hint?: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  },
): JSX.Element {
  const { name, legend, hint, options, form } = props;
  const { message, describedBy } = describe(name, props, hint);
  return (
    <div class={message ? "field in-error" : "field"}>
      <fieldset aria-describedby={describedBy}>
        <legend>{legend}</legend>
        {hint && (
          <span class="hint" id={`${name}-aide`}>
            {hint}
          </span>
        )}
        {message && <FieldMessage id={`${name}-erreur`} message={message} />}
        <div class="choices">
          {options.map(({ value, label }, index) => {
            const id = index === 0 ? name : `${name}-${value}`;
            return (
              <div class="choice" key={value}>
                <input type="radio" id={id} name={name} value={value} checked={form[name] === value} />
                <label for={id}>{label}</label>
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}

const PARTS = [
  { name: "naissance.day", label: "Jour", width: 2 },
  { name: "naissance.month", label: "Mois", width: 2 },
  { name: "naissance.year", label: "Année", width: 4 },
] as const;

function Birthdate(props: PartProps): JSX.Element {
  const hint = "Par exemple : 27 3 1985";
  const { message, describedBy } = describe("naissance", props, hint);
  return (
    <div class={message ? "field in-error" : "field"}>
      <fieldset aria-describedby={describedBy}>
        <legend>Date de naissance</legend>
        <span class="hint" id="naissance-aide">
          {hint}
        </span>
        {message && <FieldMessage id="naissance-erreur" message={message} />}
        <div class="date-parts">
          {PARTS.map(({ name, label, width }) => (
            <div class="part" key={name}>
              <label for={name}>{label}</label>
              <input
                type="text"
                id={name}
                name={name}
                value={props.form[name]}
                class={`width-${width}`}
                inputMode="numeric"
                maxLength={width}
                autocomplete="off"
                aria-invalid={message ? "true" : undefined}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
