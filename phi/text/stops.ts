/** Tokens in rising order. */
export class Places {
  count = 0
  readonly at: Int32Array

  constructor(capacity: number) {
    this.at = new Int32Array(capacity)
  }

  add(i: number): void {
    this.at[this.count++] = i
  }
}

/** Where the rules of each kind have to look, so that they pass over all other text. */
export class Stops {
  /** What may begin a segment of HL7 or X12. */
  readonly segments: Places
  /** What links and addresses of mail and networks show by. */
  readonly network: Places
  readonly labels: Places
  /** What may stand between a label that no list holds and its value: "no.", "ID", "#", ":". */
  readonly pointers: Places
  /** Words that tell what a number after them is: of a car, of a badge. */
  readonly ahead: Places
  /** Numbers in words. */
  readonly spoken: Places
  /** What tells by its form: numbers, and what is written like them. */
  readonly numbers: Places
  /** Opening round brackets. */
  readonly brackets: Places
  readonly places: Places
  readonly names: Places
  readonly words: Places

  constructor(capacity: number) {
    this.segments = new Places(capacity)
    this.network = new Places(capacity)
    this.labels = new Places(capacity)
    this.pointers = new Places(capacity)
    this.spoken = new Places(capacity)
    this.ahead = new Places(capacity)
    this.numbers = new Places(capacity)
    this.brackets = new Places(capacity)
    this.places = new Places(capacity)
    this.names = new Places(capacity)
    this.words = new Places(capacity)
  }

  clear(): void {
    this.segments.count = 0
    this.network.count = 0
    this.labels.count = 0
    this.pointers.count = 0
    this.spoken.count = 0
    this.ahead.count = 0
    this.numbers.count = 0
    this.brackets.count = 0
    this.places.count = 0
    this.names.count = 0
    this.words.count = 0
  }
}
