/** A prepared statement: planned once a connection, sent by name. */
export interface Statement {
  name: string
  text: string
}
