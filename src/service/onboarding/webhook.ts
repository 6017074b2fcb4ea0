import express, { Router } from "express";
import { rateLimit } from "express-rate-limit";
import type { OnboardingHouse } from "./house.ts";

/** A request of DataPass with all its fields is a few dozen kB. */
const LARGEST = "1mb";

/** DataPass tries again later; a flood of forged calls must not keep the processor busy. */
const LIMIT = { windowMs: 60_000, limit: 600 } as const;

/**
 * Receives DataPass at `POST /webhooks/datapass`: mount it before any body parser, for the signature is over the raw bytes.
 * Without a secret configured there is no such address.
 *
 * @example
 * app.use(onboardingWebhook(house));
 */
export function onboardingWebhook(
  house: Pick<OnboardingHouse, "onboarding" | "settings" | "logger">,
): Router {
  const router = Router();
  const secret = house.settings.datapassWebhookSecret;
  if (!secret) return router;
  router.post(
    "/webhooks/datapass",
    rateLimit({ ...LIMIT, standardHeaders: "draft-8", legacyHeaders: false }),
    express.raw({ type: () => true, limit: LARGEST }),
    async (req, res) => {
      const { status, outcome } = await house.onboarding.receiveWebhook({
        rawBody: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
        signature: req.get("x-hub-signature-256"),
        secret,
      });
      const log = status === 200 ? house.logger.info : house.logger.warn;
      log.call(house.logger, { code: `datapass_${outcome}` }, "DataPass called");
      res.status(status).json({ outcome });
    },
  );
  return router;
}
