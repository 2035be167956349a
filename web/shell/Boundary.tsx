import { Component, type ReactNode } from 'react'
import { FullPage } from './FullPage.tsx'

/** The last resort, for an error outside of all pages. */
export class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <FullPage title="Something went wrong">
        This page stopped working. What was saved is safe. <a href="/">Load Wellkeep again</a>
      </FullPage>
    )
  }
}
