import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "../answer.ts";
import type { Call } from "../call.ts";
import { isSamePerson } from "../matching/person.ts";
import type { ParticulierPersona } from "../options.ts";
import type { ParticulierFault } from "./fault.ts";
import { PARTICULIER_FAULTS } from "./index.ts";

interface DialOptions {
  readonly fault: () => string | null;
  readonly personas: readonly ParticulierPersona[];
  readonly now: () => Date;
}

/** Plays the fault that the dial stands on, or else the one that the person of the call brings along. */
export class FaultDial {
  readonly #options: DialOptions;
  readonly #plays = new Map<string, number>();

  constructor(options: DialOptions) {
    this.#options = options;
  }

  /** Only the dial's fault: nobody is known yet. */
  atGate(call: Call): Answer | undefined {
    const fault = this.#dialled();
    return fault?.stage === "gate" && this.#mayPlay(fault, call) ? fault.play(call) : undefined;
  }

  async atProvider(call: Call): Promise<Answer | undefined> {
    const { delayMs, fault: personal } = this.#persona(call)?.particulier ?? {};
    if (delayMs) await late(delayMs);
    const dialled = this.#dialled();
    const fault = dialled ?? faultNamed(personal);
    if (fault?.stage === "delay") await late(fault.delayMs);
    // A person's own fault of the gate is played here: at the gate nobody knew who they were.
    const isHere = fault?.stage === "provider" || (fault?.stage === "gate" && !dialled);
    return isHere && this.#mayPlay(fault, call) ? fault.play(call, this.#options.now()) : undefined;
  }

  onAnswer(call: Call, answer: Answer): Answer {
    const fault = this.#dialled() ?? faultNamed(this.#persona(call)?.particulier?.fault);
    if (fault?.stage !== "answer" || !this.#mayPlay(fault, call)) return answer;
    return fault.play(answer, this.#options.now());
  }

  onPing(): Answer | undefined {
    const fault = this.#dialled();
    return fault?.stage === "ping" ? fault.play(this.#options.now()) : undefined;
  }

  #dialled(): ParticulierFault | undefined {
    return faultNamed(this.#options.fault());
  }

  #persona({ parameters }: Call): ParticulierPersona | undefined {
    return this.#options.personas.find(({ claims, particulier }) => {
      if (!particulier) return false;
      const [year, month, day] = String(claims.birthdate ?? "").split("-");
      const person = {
        nomNaissance: claims.family_name,
        prenoms: claims.given_name,
        anneeDateNaissance: year,
        moisDateNaissance: month,
        jourDateNaissance: day,
      };
      return isSamePerson(person, parameters);
    });
  }

  /** After its plays, a counted fault lets one call through and starts again. */
  #mayPlay({ name, times }: ParticulierFault, { path, query }: Call): boolean {
    if (times === undefined) return true;
    const key = JSON.stringify([name, path, query]);
    const played = this.#plays.get(key) ?? 0;
    if (played < times) this.#plays.set(key, played + 1);
    else this.#plays.delete(key);
    return played < times;
  }
}

/** Does not keep the process alive: a simulator that is closed leaves nothing behind. */
function late(milliseconds: number): Promise<void> {
  return wait(milliseconds, undefined, { ref: false });
}

function faultNamed(name: string | null | undefined): ParticulierFault | undefined {
  return PARTICULIER_FAULTS.find((fault) => fault.name === name);
}
