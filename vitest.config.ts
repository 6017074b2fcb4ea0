import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Files keep nothing in global state, so that a worker loads the house once rather than once per file.
    isolate: false,
    // Much of a test is waiting for a server: more workers than cores keep them busy.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
  },
});
