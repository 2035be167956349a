/** An answer that is JSON already: sent as it stands. Its handler sees to it that it is what the schema says. */
export class JsonText {
  readonly text: string | Buffer

  constructor(text: string | Buffer) {
    this.text = text
  }

  /**
   * An object that is not empty, with one more member, whose value is JSON already: as text, or as bytes of UTF-8, which
   * are sent without being read.
   */
  static with(object: object, name: string, json: string | Buffer): JsonText {
    const head = `${JSON.stringify(object).slice(0, -1)},${JSON.stringify(name)}:`
    return new JsonText(
      typeof json === 'string'
        ? `${head}${json}}`
        : Buffer.concat([Buffer.from(head), json, Buffer.from('}')]),
    )
  }
}
