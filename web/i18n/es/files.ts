import type { Translated } from '../catalogue.ts'
import type en from '../en/files.ts'

export default {
  choose: 'Elegir un archivo',
  camera: 'Tomar una foto',
  list: 'Archivos',
  progress: '{{sent}} de {{total}}',
  away: 'No hay conexión. Continuará por sí solo.',
  stop: 'Detener',
  remove: 'Quitar {{name}}',
  unread: 'En revisión',
  onItsWay: 'En camino',
  held: 'Recibido. El servicio de asistencia lo revisa.',
  infected: 'Contiene un programa dañino: no se puede abrir',
  gone: 'Fue destruido',
  unnamed: 'Un archivo',
  open: 'Guardar {{name}}',
  full: 'No caben más archivos.',
  label: 'Añadir archivos',
  drop: 'o suéltelos aquí',
  goOn: 'Continuar',
  turn: '{{n}} de {{of}}',
  bar: 'Envío',
  notSent: 'Estos archivos no se enviaron:',
  stopped: 'Se detuvo antes de completarse',
  again: 'Intentar de nuevo',
  without: 'Continuar sin ellos',
} satisfies Translated<typeof en>
