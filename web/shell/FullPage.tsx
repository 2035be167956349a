import { Box, Center, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Mark } from './Mark.tsx'

/** A page that has nothing but something to say. */
export function FullPage({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Center component="main" mih="100dvh" p="lg">
      <Stack align="center" ta="center" gap="sm" maw={460}>
        <Mark size={40} />
        <Title order={1} size="h2">
          {title}
        </Title>
        {children && (
          <Box c="dimmed">
            <Text component="div">{children}</Text>
          </Box>
        )}
      </Stack>
    </Center>
  )
}
