import express from "express";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { type Dependency, health } from "../../src/service/health.ts";

const app = (...dependencies: Dependency[]) => express().use(health(dependencies));
const up: Dependency = { name: "database", vital: true, check: () => ({ state: "up" }) };

describe("health", () => {
  it("is alive whatever its dependencies do", async () => {
    const broken: Dependency = {
      name: "database",
      vital: true,
      check: () => Promise.reject(new Error("gone")),
    };
    await request(app(broken)).get("/health/live").expect(200, { status: "up" });
  });

  it("is ready when everything is up, and names each dependency", async () => {
    await request(app(up))
      .get("/health/ready")
      .expect(200, { status: "up", dependencies: { database: { state: "up", vital: true } } });
  });

  it("stays ready without FranceConnect, and says so: forms can still be filled by hand", async () => {
    const franceConnect: Dependency = {
      name: "franceconnect",
      vital: false,
      check: () => ({ state: "down", hint: "discovery: connection refused" }),
    };
    const response = await request(app(up, franceConnect)).get("/health/ready").expect(200);
    expect(response.body).toMatchObject({
      status: "degraded",
      dependencies: { franceconnect: { state: "down", hint: "discovery: connection refused" } },
    });
  });

  it("is not ready without its database", async () => {
    const lost = Object.assign(new Error("secret connection string"), { code: "ECONNREFUSED" });
    const database: Dependency = { name: "database", vital: true, check: () => Promise.reject(lost) };
    const response = await request(app(database)).get("/health/ready").expect(503);
    expect(response.body.dependencies.database).toEqual({ state: "down", vital: true, hint: "ECONNREFUSED" });
    expect(response.text).not.toContain("secret");
  });

  it("does not wait for ever for a dependency that hangs", async () => {
    const hanging: Dependency = { name: "redis", vital: true, check: () => new Promise(() => undefined) };
    const response = await request(app(hanging)).get("/health/ready").expect(503);
    expect(response.body.dependencies.redis.state).toBe("down");
  });
});
