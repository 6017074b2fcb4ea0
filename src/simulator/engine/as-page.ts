import type { RequestHandler } from "express";

/** The library answers JSON to a client that does not insist on HTML; the real logout shows pages to everybody. */
export const asPage: RequestHandler = (req, _res, next) => {
  req.headers.accept = "text/html";
  next();
};
