import type { Tools } from "../tools.ts";
import type { Documents } from "./document.ts";
import { keepDocument } from "./keep.ts";
import { moveDocuments } from "./move.ts";
import { listDocuments, readDocument, readDocumentForAgent } from "./read.ts";
import { removeDocuments } from "./remove.ts";

export function createDocuments(tools: Tools): Documents {
  return {
    keep: (request) => keepDocument(tools, request),
    list: (key) => listDocuments(tools, key),
    read: (request) => readDocument(tools, request),
    readForAgent: (request) => readDocumentForAgent(tools, request),
    move: (request) => moveDocuments(tools, request),
    remove: (request) => removeDocuments(tools, request),
  };
}
