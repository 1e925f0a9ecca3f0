/** Reads and decodes response bodies, bounded in size. */

export type Decoded =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'empty' }
  | { readonly kind: 'other'; readonly text: string };

/** Far above any page of these APIs; keeps a broken or hostile server from filling the memory. */
export const maxBodyBytes = 64 * 1024 * 1024;

/** The body's bytes after decompression; undefined, and the transfer stopped, where they are more than `limit`. */
export async function readBytes(response: Response, limit: number): Promise<Uint8Array | undefined> {
  if (response.body === null) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, size);
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(value);
  }
}

/** JSON whatever the content type says; nothing but white space is empty; all else is text for an error message. */
export function decodeBody(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes);
  if (text.trim() === '') return { kind: 'empty' };
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'other', text };
  }
}
