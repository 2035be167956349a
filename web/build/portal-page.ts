import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core'
import type { Plugin } from 'vite'
import { LANGUAGES } from '../i18n/languages.ts'
import { cssVariables } from '../theme/css-variables.ts'
import { theme } from '../theme/theme.ts'

const PAGE = 'portal.html'
type Bundle = Parameters<Extract<Plugin['generateBundle'], (...a: never[]) => unknown>>[1]

/**
 * Makes of the portal's start page one document for each language, which needs no other file to be seen: its styles are in
 * it, with those variables of the theme that they use, and its words are asked for with its code.
 */
export function portalPage(): Plugin {
  return {
    name: 'wellkeep-portal-page',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle[PAGE]
        if (page?.type !== 'asset') throw new Error(`no ${PAGE} was built`)
        delete bundle[PAGE]
        const [html, code] = withoutCode(withStyles(String(page.source), bundle))
        for (const language of Object.keys(LANGUAGES))
          this.emitFile({
            type: 'asset',
            fileName: `portal.${language}.html`,
            source: html
              .replace('<html lang="en"', `<html lang="${language}"`)
              .replace(
                '</head>',
                `<script type="module" fetchpriority="low" src="/${chunk('early', bundle)}"></script>\n  </head>`,
              )
              .replace(
                '<template id="code">',
                `<template id="code"><link rel="modulepreload" href="/${chunk(`words-${language}`, bundle)}">` +
                  `<script type="module" async src="/${chunk('first', bundle)}"></script>${code}`,
              ),
          })
      },
    },
  }
}

function chunk(name: string, bundle: Bundle): string {
  const found = Object.values(bundle).find((f) => f.type === 'chunk' && f.name === name)
  if (!found) throw new Error(`there is no chunk ${name}`)
  return found.fileName
}

/** Takes out what loads and runs the page's code: it waits in the page until its time comes (`early.ts`). */
function withoutCode(html: string): [string, string] {
  let code = ''
  const rest = html.replace(
    /\s*(<link rel="modulepreload"[^>]*>|<script type="module"[^>]*><\/script>)/g,
    (_, element: string) => {
      code += element
      return ''
    },
  )
  return [rest, code]
}

function withStyles(html: string, bundle: Bundle): string {
  let styles = ''
  const rest = html.replace(/\s*<link rel="stylesheet"[^>]* href="\/([^"]+)">/g, (_, fileName: string) => {
    const file = bundle[fileName]
    if (file?.type === 'asset') styles += String(file.source)
    return ''
  })
  // A font that comes later than the text would move it: the next visit has it.
  const still = styles.replace(/font-display:\s*swap/g, 'font-display:optional')
  return rest.replace('</head>', `<style>${themeFor(still)}${still.trim()}</style>\n  </head>`)
}

/** The theme's variables that these styles use, and those that they are made of. */
function themeFor(styles: string): string {
  const full = mergeMantineTheme(DEFAULT_THEME, theme)
  const ours = cssVariables(full)
  const base = defaultCssVariablesResolver(full)
  const all = {
    variables: { ...base.variables, ...ours.variables },
    light: { ...base.light, ...ours.light },
    dark: { ...base.dark, ...ours.dark },
  }
  const used = new Set<string>()
  const use = (text: string) => {
    for (const [, name] of text.matchAll(/var\((--[\w-]+)/g)) {
      if (used.has(name!)) continue
      used.add(name!)
      for (const part of Object.values(all)) use(part[name as keyof typeof part] ?? '')
    }
  }
  use(styles)
  const pick = (part: Record<string, string>) =>
    Object.fromEntries(Object.entries(part).filter(([name]) => used.has(name)))
  return convertCssVariables({
    variables: pick(all.variables),
    light: pick(all.light),
    dark: pick(all.dark),
  }).replace(/\s*\n\s*/g, '')
}
