import type { Translated } from '../catalogue.ts'
import type en from '../en/rating.ts'

export default {
  title: '¿Cómo le fue?',
  ticket: 'Solicitud {{n}}',
  hint: 'Lo que diga llega al servicio de asistencia.',
  label: '¿Cómo le fue?',
  good: 'Bien',
  neither: 'Ni bien ni mal',
  bad: 'Mal',
  comment: 'Cuéntenos más (opcional)',
  send: 'Enviar',
  change: 'Cambiarlo',
  choose: 'Elija una de las tres.',
  thanks: 'Gracias',
  thanksHint: 'Su respuesta llegó al servicio de asistencia. Puede cerrar esta página.',
  more: 'Decir más',
  said: 'Usted dijo: {{score}}',
  over: 'Este enlace no se abre',
  overHint: 'Funciona una sola vez y por un tiempo, y no mientras la solicitud está abierta de nuevo.',
} satisfies Translated<typeof en>
