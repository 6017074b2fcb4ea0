export type { Answer, AnswerContext, Found, NoData } from "./answer.ts";
