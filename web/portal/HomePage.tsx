import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { Home } from './Home.tsx'

/** The start page within the app, which can say what went wrong. */
export const HomePage = () => (
  <Home problem={(error, again) => <ErrorAlert error={error} onRetry={() => void again()} />} />
)
