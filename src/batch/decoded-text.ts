/**
 * Bytes as text; a byte order mark is dropped, and bytes that the encoding does not have become U+FFFD. Chunks may
 * be cut anywhere, even within a character.
 */
export async function* decodedText(
  chunks: AsyncIterable<Uint8Array | string>,
  encoding = 'utf-8',
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) {
    yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
