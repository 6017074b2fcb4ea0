import type { RequestHandler } from "express";

/** Discovery and keys are served with the cache time of the real platforms. */
export const cacheable: RequestHandler = (_req, res, next) => {
  res.set("Cache-Control", "public, max-age=600");
  next();
};
