/** The body is larger than allowed: counted after decompression, so that a gzip bomb counts too. */
export class BodyTooLarge extends Error {}

/** The body as text, read no further than the limit. */
export async function readBody(response: Response, maximumBytes: number): Promise<string> {
  const { headers } = response;
  const announced = headers.get("content-length");
  if (announced !== null && !headers.has("content-encoding")) {
    if (Number(announced) <= maximumBytes) return response.text();
    await response.body?.cancel();
    throw new BodyTooLarge();
  }
  return response.body === null ? "" : readStream(response.body, maximumBytes);
}

async function readStream(stream: ReadableStream<Uint8Array>, maximumBytes: number): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maximumBytes) {
      await reader.cancel();
      throw new BodyTooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}
