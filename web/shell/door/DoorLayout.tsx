import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx'
import { useWords } from '../../i18n/language.ts'
import { TranslatedPages } from '../../i18n/Translated.tsx'
import { Mark } from '../Mark.tsx'
import classes from './DoorLayout.module.css'

/** The pages before the sign-in: one card, one thing to do. */
export function DoorLayout() {
  return (
    <TranslatedPages>
      <Suspense>
        <Door />
      </Suspense>
    </TranslatedPages>
  )
}

function Door() {
  const { t } = useWords('door')
  return (
    <div className={classes.root}>
      <header className={classes.brand}>
        <Mark size={32} />
        Wellkeep
      </header>
      <main className={classes.card}>
        <Outlet />
      </main>
      <footer className={`${classes.foot} wk-no-print`}>
        {t('foot')}
        <LanguageSwitch />
      </footer>
    </div>
  )
}
