/** Which content an ending promises. An ending that is not listed promises nothing. */
const PROMISED: Record<string, RegExp> = {
  pdf: /^application\/pdf$/,
  png: /^image\/(png|apng)$/,
  jpg: /^image\/jpeg$/,
  jpeg: /^image\/jpeg$/,
  gif: /^image\/gif$/,
  webp: /^image\/webp$/,
  tif: /^image\/tiff/,
  tiff: /^image\/tiff/,
  bmp: /^image\/bmp$/,
  heic: /^image\/hei[cf]/,
  docx: /wordprocessingml/,
  xlsx: /spreadsheetml/,
  pptx: /presentationml/,
  odt: /opendocument\.text/,
  ods: /opendocument\.spreadsheet/,
  odp: /opendocument\.presentation/,
  zip: /zip$/,
  doc: /x-cfb|msword/,
  xls: /x-cfb|ms-excel/,
  ppt: /x-cfb|ms-powerpoint/,
  msg: /x-cfb|outlook/,
  rtf: /rtf$/,
  eml: /^(message\/rfc822|text\/plain)$/,
  html: /^(text\/html|application\/xml)$/,
  htm: /^(text\/html|application\/xml)$/,
  txt: /^(text\/|application\/(json|xml)|message\/)/,
  csv: /^(text\/|application\/json)/,
  json: /^(application\/json|text\/plain)$/,
  xml: /xml$/,
  svg: /svg/,
  mp4: /^video\//,
  mp3: /^audio\//,
}

/** Whether the name's ending says another type than the content's. */
export function isMislabelled(name: string, type: string): boolean {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase()
  const promised = ending ? PROMISED[ending] : undefined
  return promised !== undefined && !promised.test(type)
}
