/** An answer that is JSON already: sent as it stands. Its handler sees to it that it is what the schema says. */
export class JsonText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** An object that is not empty, with one more member, whose value is JSON text already. */
  static with(object: object, name: string, json: string): JsonText {
    return new JsonText(`${JSON.stringify(object).slice(0, -1)},${JSON.stringify(name)}:${json}}`)
  }
}
