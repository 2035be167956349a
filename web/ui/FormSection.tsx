import { Title } from '@mantine/core'
import { type ReactNode, Suspense, useId } from 'react'
import classes from './FormSection.module.css'

interface Props {
  title: string
  description?: ReactNode
  children: ReactNode
}

/** A group of fields with what they are about beside it. What a part still waits for takes no other part away. */
export function FormSection({ title, description, children }: Props) {
  const id = useId()
  return (
    <section className={classes.root} aria-labelledby={id}>
      <div>
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        {description && <div className={classes.description}>{description}</div>}
      </div>
      <div className={classes.fields}>
        <Suspense fallback={<div aria-busy="true" />}>{children}</Suspense>
      </div>
    </section>
  )
}
