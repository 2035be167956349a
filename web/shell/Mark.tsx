/** Wellkeep's mark: a keep, and the way in. */
export function Mark({ size = 26 }: { size?: number }) {
  return <img src="/icon.svg" width={size} height={size} alt="" style={{ display: 'block', flex: 'none' }} />
}
