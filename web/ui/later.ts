import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** A component whose code comes when it is first shown. It stands in a `Suspense`. */
export const later = <Name extends string, Props extends object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> => lazy(async () => ({ default: (await load())[name] }))
