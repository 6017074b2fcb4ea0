import type { Tools } from "../tools.ts";
import { readDraftFigures, readFigures } from "./figures.ts";
import { giveOpinion, opinionTexts } from "./opinion.ts";
import type { Quality } from "./quality-type.ts";
import { quarterIndicators, quartersSoFar } from "./quarters.ts";
import { countedSince } from "./since.ts";
import { isTicketOpen, ticketFor } from "./ticket.ts";

export function createQuality(tools: Tools): Quality {
  return {
    since: () => countedSince(tools),
    figures: (request) => readFigures(tools, request),
    drafts: (request) => readDraftFigures(tools, request),
    ticketFor: (request) => ticketFor(tools, request),
    isTicketOpen: (request) => isTicketOpen(tools, request),
    giveOpinion: (request) => giveOpinion(tools, request),
    texts: (request) => opinionTexts(tools, request),
    quarters: () => quartersSoFar(tools),
    indicators: (request) => quarterIndicators(tools, request),
  };
}
