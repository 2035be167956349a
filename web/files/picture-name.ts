/** A picture straight from a camera has the same name each time on some phones: the moment tells them apart. */
export function pictureNamed(file: File, label: string, at = new Date(file.lastModified)): File {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const time = `${two(at.getHours())}.${two(at.getMinutes())}.${two(at.getSeconds())}`
  const ending = /\.[a-z0-9]{2,5}$/i.exec(file.name)?.[0] ?? ''
  return new File([file], `${label} ${day} ${time}${ending}`, {
    type: file.type,
    lastModified: file.lastModified,
  })
}
