/** A document as this store wrote it. */
export function parse<Document>(body: string): Document {
  return JSON.parse(body) as Document;
}
