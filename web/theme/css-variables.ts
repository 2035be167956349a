import type { CSSVariablesResolver } from '@mantine/core'
import { surfaces } from './colors.ts'

/** Ground, lines and text per scheme; `--wk-*` is what Wellkeep's own styles use. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: scheme('light'),
  dark: scheme('dark'),
})

function scheme(name: 'light' | 'dark'): Record<string, string> {
  const s = surfaces[name]
  const light = name === 'light'
  return {
    '--mantine-color-body': s.page,
    '--mantine-color-text': s.text,
    '--mantine-color-bright': light ? '#111513' : '#ffffff',
    '--mantine-color-dimmed': s.dimmed,
    '--mantine-color-placeholder': s.placeholder,
    '--mantine-color-error': light ? 'var(--mantine-color-red-7)' : 'var(--mantine-color-red-3)',
    '--mantine-color-success': light ? 'var(--mantine-color-green-7)' : 'var(--mantine-color-green-3)',
    '--mantine-color-anchor': light ? 'var(--mantine-color-spruce-7)' : 'var(--mantine-color-spruce-3)',
    '--mantine-color-default-border': light ? '#d4d4ce' : 'var(--mantine-color-dark-4)',
    '--mantine-color-disabled-color': light ? '#767872' : '#7c8582',
    ...Object.fromEntries(
      ['spruce', 'red', 'amber', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'gray'].flatMap(
        (c) => [
          [`--mantine-color-${c}-light-color`, `var(--mantine-color-${c}-${light ? 8 : 2})`],
          [`--mantine-color-${c}-text`, `var(--mantine-color-${c}-${light ? 7 : 3})`],
        ],
      ),
    ),
    ...(light
      ? {}
      : { '--mantine-color-gray-light': '#2a302f', '--mantine-color-gray-light-hover': '#333a38' }),
    '--wk-side': s.side,
    '--wk-line': s.line,
    '--wk-raised': light ? '#ffffff' : '#1f2524',
    '--wk-hover': light ? 'rgb(28 33 31 / 4.5%)' : 'rgb(255 255 255 / 5%)',
    '--wk-active': light ? 'rgb(28 33 31 / 8%)' : 'rgb(255 255 255 / 9%)',
    '--wk-focus': light ? 'var(--mantine-color-spruce-6)' : 'var(--mantine-color-spruce-3)',
  }
}
