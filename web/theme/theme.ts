import { createTheme, type MantineThemeOverride } from '@mantine/core'
import { amber, blue, dark, gray, green, red, spruce, violet } from './colors.ts'
import { components } from './components.ts'

/** Letters that can't be mistaken for one another (O0, Il1) matter where people read identifiers aloud. */
const SANS =
  "'Atkinson Hyperlegible Next Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"

export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'spruce',
  primaryShade: { light: 7, dark: 6 },
  colors: { spruce, gray, dark, red, orange: amber, yellow: amber, amber, green, teal: spruce, blue, violet },
  black: '#1c211f',
  fontFamily: SANS,
  fontFamilyMonospace:
    "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Roboto Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '640',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h5: { fontSize: '0.875rem', lineHeight: '1.4' },
      h6: { fontSize: '0.8125rem', lineHeight: '1.4' },
    },
  },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '11px', xl: '16px' },
  defaultRadius: 'md',
  shadows: {
    xs: '0 1px 2px rgb(28 33 31 / 6%)',
    sm: '0 1px 2px rgb(28 33 31 / 6%), 0 2px 6px rgb(28 33 31 / 5%)',
    md: '0 2px 4px rgb(28 33 31 / 5%), 0 6px 18px rgb(28 33 31 / 9%)',
    lg: '0 4px 10px rgb(28 33 31 / 6%), 0 16px 40px rgb(28 33 31 / 14%)',
    xl: '0 8px 20px rgb(28 33 31 / 8%), 0 28px 64px rgb(28 33 31 / 20%)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components,
})
