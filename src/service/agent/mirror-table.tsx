import type { JSX } from "preact";
import { FileLinks } from "../components/files.tsx";
import { longDate } from "../dates.ts";
import type { MirrorRow, MirrorSection, RowState } from "./mirror.ts";
import type { Origin } from "./origin.ts";

/** What the mark beside a value says; what needs no look has none. */
const ROW_MARKS: Readonly<Partial<Record<RowState, string>>> = {
  corrected: "Corrigé par l’usager",
  contested: "Contesté par l’usager",
  replacing: "À la place d’une donnée manquante",
};

/** Why a row waits for the agent's eyes; undefined where it does not. */
export function checkWords({ state, again }: MirrorRow): string | undefined {
  return ROW_MARKS[state] ?? (again?.same === false ? "Différent quand la source est relue" : undefined);
}

const ORIGIN_CLASSES: Readonly<Record<RowState, string>> = {
  certified: "origin origin-received",
  received: "origin origin-received",
  checked: "origin origin-received",
  contested: "origin origin-received",
  corrected: "origin origin-corrected",
  declared: "origin",
  replacing: "origin",
  empty: "origin",
};

/** One step of the citizen's form, as they saw it, with the origin of every value. */
export function MirrorTable({
  section,
  documents,
}: {
  readonly section: MirrorSection;
  /** Where the files that were joined are downloaded. */
  readonly documents: string;
}): JSX.Element {
  return (
    <table class="mirror answers-table">
      <caption>{section.title}</caption>
      <thead>
        <tr>
          <th scope="col">Information</th>
          <th scope="col">Valeur</th>
          <th scope="col">Origine</th>
        </tr>
      </thead>
      <tbody>
        {section.rows.map((row) => (
          <tr key={row.name} id={row.anchor} class={checkWords(row) ? "to-check" : undefined}>
            <th scope="row">{row.label}</th>
            <td>
              <Value row={row} documents={documents} />
            </td>
            <td>
              {row.state !== "empty" && (
                <OriginMark origin={row.origin} className={ORIGIN_CLASSES[row.state]} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ row, documents }: { readonly row: MirrorRow; readonly documents: string }): JSX.Element {
  const mark = checkWords(row);
  return (
    <>
      {mark && <p class="mark-check">{mark}</p>}
      {row.files.length > 0 ? (
        <FileLinks files={row.files} hrefOf={(id) => `${documents}/${id}`} />
      ) : row.received ? (
        <Both row={row} received={row.received} />
      ) : (
        <Lines lines={row.value} />
      )}
      {row.again && <Again again={row.again} />}
      {row.reason && (
        <p class="quoted">
          {row.reason}
          {row.at && <span class="soft small"> ({longDate(row.at)})</span>}
        </p>
      )}
    </>
  );
}

/** « Reçu : … · Déclaré par l’usager : … »: the two hands that held the pen. */
function Both(props: {
  readonly row: MirrorRow;
  readonly received: NonNullable<MirrorRow["received"]>;
}): JSX.Element {
  const { row, received } = props;
  return (
    <dl class="both">
      <div>
        <dt>Reçu : {received.origin.from}</dt>
        <dd>
          <Lines lines={received.value} />
        </dd>
      </div>
      <div>
        <dt>Déclaré par l’usager</dt>
        <dd>
          <Lines lines={row.value} />
        </dd>
      </div>
    </dl>
  );
}

/** « Relu le … : 812 € (−233) », under what was received first. */
function Again({ again }: { readonly again: NonNullable<MirrorRow["again"]> }): JSX.Element {
  const { at, same, value, difference } = again;
  if (same) return <p class="small soft">Inchangé le {longDate(at)}</p>;
  return (
    <dl class="both">
      <div>
        <dt>Relu le {longDate(at)}</dt>
        <dd>
          <Lines lines={value} />
          {difference && <span class="nowrap"> ({difference})</span>}
        </dd>
      </div>
    </dl>
  );
}

/** A value, one line under the other. */
export function Lines({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  if (lines.length === 0) return <span class="soft">Non renseigné</span>;
  return (
    <>
      {lines.map((line, index) => (
        <span class="line" key={`${index}-${line}`} dir="auto">
          {line}
        </span>
      ))}
    </>
  );
}

function OriginMark(props: { readonly origin: Origin; readonly className: string }): JSX.Element {
  const { origin, className } = props;
  return (
    <span class={className}>
      <strong>{origin.from}</strong>
      {origin.details.map((detail) => (
        <span key={detail}>{detail}</span>
      ))}
    </span>
  );
}
