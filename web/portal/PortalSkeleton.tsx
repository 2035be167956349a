import { Mark } from '../shell/Mark.tsx'
import './skeleton.css'

/** The portal's outline while its code and words are on their way, so that nothing moves when they come. As in `portal.html`. */
export function PortalSkeleton() {
  return (
    <div className="wk-portal">
      <div className="wk-portal-top">
        <Mark size={28} />
      </div>
      <div className="wk-portal-nav" />
      <main className="wk-portal-main">
        <PortalPageSkeleton />
      </main>
    </div>
  )
}

/** A page of cards that is on its way. */
export function PortalPageSkeleton() {
  return (
    <div className="wk-bones" aria-busy aria-label="Loading" role="status">
      <div className="wk-bone" />
      <div className="wk-bone" />
      <div className="wk-bone" />
      <div className="wk-bone" />
      <div className="wk-bone" />
    </div>
  )
}
