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
} satisfies Translated<typeof en>
