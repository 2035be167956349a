import { Skeleton, Stack } from '@mantine/core'

/** While a page's code or first data is on its way. */
export function PageSkeleton() {
  return (
    <Stack aria-busy aria-label="Loading" role="status">
      <Skeleton h={28} w={220} />
      <Skeleton h={16} w={360} maw="80%" />
      <Skeleton h={260} mt="md" radius="lg" />
    </Stack>
  )
}
