import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createVault } from "../../src/storage/index.ts";
import { newKey } from "../support/databases.ts";

const key = newKey();
const vault = createVault({ key });

describe("what is sealed", () => {
  it("opens as it was", () =>
    fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.string(), async (value, context) => {
        const expected: unknown = JSON.parse(JSON.stringify(value));
        expect(await vault.open(await vault.seal(value, context), context)).toEqual(expected);
      }),
      { numRuns: 60 },
    ));

  it("cannot be altered in any character", () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), async (position) => {
        const sealed = await vault.seal({ nom: "DUBOIS" }, "drafts.sealed:1");
        const index = position % sealed.length;
        const other = sealed[index] === "A" ? "B" : "A";
        const altered = sealed.slice(0, index) + other + sealed.slice(index + 1);
        // The last character of a base64url part carries spare bits: the same bytes are no alteration.
        const bytes = (text: string) =>
          text
            .split(".")
            .map((part) => Buffer.from(part, "base64url").toString("hex"))
            .join(".");
        fc.pre(bytes(altered) !== bytes(sealed));
        await expect(vault.open(altered, "drafts.sealed:1")).rejects.toMatchObject({ name: "StorageError" });
      }),
      { numRuns: 100 },
    ));

  it("does not open in another row, column or collectivité", async () => {
    const sealed = await vault.seal("DUBOIS", "commune-a/drafts.sealed/1");
    for (const context of [
      "commune-b/drafts.sealed/1",
      "commune-a/dossiers.sealed/1",
      "commune-a/drafts.sealed/2",
    ]) {
      await expect(vault.open(sealed, context)).rejects.toMatchObject({ code: "seal_broken", status: 500 });
    }
  });

  it("never looks the same twice, and shows nothing", async () => {
    const [one, two] = await Promise.all([vault.seal("DUBOIS", "c"), vault.seal("DUBOIS", "c")]);
    expect(one).not.toBe(two);
    expect(
      one
        .split(".")
        .map((part) => Buffer.from(part, "base64url").toString("latin1"))
        .join(),
    ).not.toContain("DUBOIS");
  });

  it("says that a key is missing, and which", async () => {
    const sealed = await vault.seal("x", "c");
    await expect(createVault({ key: newKey() }).open(sealed, "c")).rejects.toMatchObject({
      code: "key_unknown",
      operatorHint: expect.stringContaining("ENCRYPTION_KEY"),
    });
  });

  it.each(["", "a.b.c", "not a seal", "..", "eyJhbGciOiJub25lIn0...."])("is not « %s »", async (sealed) => {
    await expect(vault.open(sealed, "c")).rejects.toMatchObject({ code: "seal_broken" });
  });

  it("cannot be asked to open itself with another algorithm", async () => {
    const sealed = await vault.seal("x", "c");
    const header = JSON.parse(Buffer.from(sealed.split(".")[0] ?? "", "base64url").toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...header, alg: "A256KW" })).toString("base64url");
    await expect(vault.open([forged, ...sealed.split(".").slice(1)].join("."), "c")).rejects.toMatchObject({
      code: "seal_broken",
    });
  });
});

describe("a rotated key", () => {
  const next = createVault({ key: newKey(), previousKeys: [key] });

  it("still opens what the previous one sealed", async () => {
    expect(await next.open(await vault.seal([1, 2], "c"), "c")).toEqual([1, 2]);
  });

  it("seals what the previous one cannot open", async () => {
    await expect(vault.open(await next.seal(1, "c"), "c")).rejects.toMatchObject({ code: "key_unknown" });
  });

  it("still finds people and recognises signatures", () => {
    expect(next.pseudonyms(["sub"])).toContain(vault.pseudonym(["sub"]));
    expect(next.pseudonyms(["sub"])[0]).toBe(next.pseudonym(["sub"]));
    expect(next.verify("text", vault.sign("text"))).toBe(true);
    expect(vault.verify("text", next.sign("text"))).toBe(false);
  });
});

describe("a pseudonym", () => {
  it("tells parts apart however they are cut", () =>
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, two) => {
        expect(vault.pseudonym(one) === vault.pseudonym(two)).toBe(
          JSON.stringify(one) === JSON.stringify(two),
        );
      }),
    ));

  it("cannot be guessed without the key", () => {
    expect(createVault({ key: newKey() }).pseudonym(["sub"])).not.toBe(vault.pseudonym(["sub"]));
  });
});

describe("a signature", () => {
  it("holds for its text only", () => {
    const signature = vault.sign("sequence 12");
    expect(vault.verify("sequence 12", signature)).toBe(true);
    expect(vault.verify("sequence 13", signature)).toBe(false);
    expect(vault.verify("sequence 12", `${signature.slice(0, -2)}`)).toBe(false);
    expect(vault.verify("sequence 12", "")).toBe(false);
  });
});

describe("a key", () => {
  it.each([
    "",
    "short",
    "é".repeat(32),
    Buffer.alloc(31).toString("base64url"),
    `${Buffer.alloc(32).toString("base64url")}AAAA`,
  ])("« %s » is refused, with how to make one", (wrong) => {
    expect(() => createVault({ key: wrong })).toThrow(
      expect.objectContaining({ code: "key_invalid", operatorHint: expect.stringContaining("openssl") }),
    );
  });

  it("is accepted with or without padding", () => {
    const bytes = Buffer.alloc(32, 7);
    const padded = createVault({ key: bytes.toString("base64").replaceAll("+", "-").replaceAll("/", "_") });
    expect(padded.pseudonym(["a"])).toBe(createVault({ key: bytes.toString("base64url") }).pseudonym(["a"]));
  });
});
