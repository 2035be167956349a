import { Box, type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core'

const CHOICES: { value: MantineColorScheme; label: string }[] = [
  { value: 'auto', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

export function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Box px={6} pb={6}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="Appearance"
        data={CHOICES}
        value={colorScheme}
        onChange={(value) => setColorScheme(value as MantineColorScheme)}
      />
    </Box>
  )
}
