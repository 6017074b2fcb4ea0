type Write = (object: object, message?: string) => void;

/** What pino offers and this room uses: a structured object, then a message. */
export interface Logger {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

const ignore: Write = () => undefined;

/** Used where no logger is given. */
export const SILENT: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
