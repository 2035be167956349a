// Its own script, so that the largest part is run by itself as soon as it is there, and the browser is never busy for long.
import 'react-dom/client'
