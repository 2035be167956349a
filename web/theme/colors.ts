import type { MantineColorsTuple } from '@mantine/core'

/**
 * The palette. `spruce` is Wellkeep's own: a quiet green-blue that keeps its distance from the alarm
 * colours. The neutrals are slightly warm in light and slightly green in dark, so that long lists rest the eye.
 * Contrast (WCAG 2.2 AA) of every pair in use is held by `contrast.test.ts`.
 */
export const spruce: MantineColorsTuple = [
  '#edf6f4',
  '#d9ece8',
  '#b3d9d2',
  '#86c2b8',
  '#5bab9f',
  '#3a9387',
  '#227c71',
  '#14655c',
  '#0f524b',
  '#0b3f3a',
]

/** Paper to ink, for light. */
export const gray: MantineColorsTuple = [
  '#fafaf8',
  '#f4f4f1',
  '#ebebe6',
  '#dededa',
  '#c9c9c3',
  '#9c9c95',
  '#686963',
  '#50524d',
  '#363834',
  '#222421',
]

/** Text (0) to the deepest ground (9), for dark. */
export const dark: MantineColorsTuple = [
  '#e4e8e6',
  '#c4cac7',
  '#9fa8a4',
  '#7c8582',
  '#3d4543',
  '#2c3331',
  '#222827',
  '#191e1d',
  '#131716',
  '#0d1010',
]

export const red: MantineColorsTuple = [
  '#fdf0ee',
  '#fadeda',
  '#f3bbb4',
  '#ea9488',
  '#e07062',
  '#d65444',
  '#c43f30',
  '#a83226',
  '#86281f',
  '#671f18',
]

export const amber: MantineColorsTuple = [
  '#fdf5e6',
  '#f9e8c8',
  '#f1d295',
  '#e8ba60',
  '#dfa435',
  '#cc8e1d',
  '#97640f',
  '#7d520c',
  '#62410a',
  '#4d3308',
]

export const green: MantineColorsTuple = [
  '#eff6ea',
  '#ddecd2',
  '#bedaa9',
  '#9bc57d',
  '#7bb056',
  '#629a3d',
  '#4c7f2d',
  '#3d6724',
  '#31531d',
  '#263f17',
]

export const blue: MantineColorsTuple = [
  '#eef4fb',
  '#dbe7f6',
  '#b7cfec',
  '#8eb2df',
  '#6795d1',
  '#477bc2',
  '#3264aa',
  '#28518b',
  '#20416f',
  '#183154',
]

export const violet: MantineColorsTuple = [
  '#f5f1fa',
  '#e8dff4',
  '#d1c0e8',
  '#b69bd9',
  '#9b79c9',
  '#845db8',
  '#6e489f',
  '#593a82',
  '#472e68',
  '#35234e',
]

/** What is neither ink nor paper, per scheme. */
export const surfaces = {
  light: {
    page: '#ffffff',
    side: '#f7f7f4',
    line: '#e4e4df',
    text: '#1c211f',
    dimmed: '#5f635e',
    placeholder: '#71746e',
  },
  dark: {
    page: '#191e1d',
    side: '#141817',
    line: '#2c3331',
    text: '#e4e8e6',
    dimmed: '#a3aca8',
    placeholder: '#8a938f',
  },
} as const
