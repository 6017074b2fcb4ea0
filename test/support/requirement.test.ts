import { afterEach, expect, it, vi } from "vitest";
import { redisAvailable, startRedis } from "./redis.ts";
import { requirement } from "./requirement.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it("what is missing is left out, with the one line that installs it", () => {
  vi.stubEnv("REQUIRE_ALL", "");
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(requirement("Nothing", undefined, "apt-get install nothing")).toBe(false);
  expect(written).toHaveBeenCalledWith(expect.stringMatching(/Nothing .* apt-get install nothing\n$/));
});

it("nothing may be missing where everything is required", () => {
  vi.stubEnv("REQUIRE_ALL", "1");
  expect(() => requirement("Nothing", undefined, "apt-get install nothing")).toThrow(
    "apt-get install nothing",
  );
  expect(requirement("Something", "/usr/bin/something", "")).toBe(true);
});

it.skipIf(!redisAvailable())("a Redis of our own comes, goes and comes back on the same port", async () => {
  const redis = await startRedis();
  await redis.crash();
  await redis.restart();
  expect(redis.url).toMatch(/^redis:\/\/127\.0\.0\.1:\d+$/);
  await redis.stop();
});
