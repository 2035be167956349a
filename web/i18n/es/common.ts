import type { Translated } from '../catalogue.ts'
import type en from '../en/common.ts'

export default {
  language: 'Idioma',
  languageHint:
    'Para las páginas que existen en varios idiomas: inicio de sesión, enlaces, avisos y el portal.',
  asBrowser: 'El que pide el navegador',
  justNow: 'ahora mismo',
  tryAgain: 'Intentar de nuevo',
  problem: {
    page: 'Algo salió mal en esta página',
    pageHint: 'Lo que guardó está a salvo. Inténtelo de nuevo o vuelva a cargar la página.',
    reference: 'Para quien lo revise: solicitud {{id}}',
  },
  problems: {
    'sign-in-failed': {
      title: 'No funcionó',
      detail:
        'El correo electrónico o la contraseña no son correctos. Tras varios intentos fallidos, la cuenta se bloquea por un tiempo.',
    },
    'invalid-input': { title: 'Algunos campos no son correctos', detail: '' },
    'not-found': { title: 'No se encontró, o usted no puede verlo', detail: '' },
    forbidden: { title: 'Usted no puede hacer esto', detail: '' },
    unauthenticated: { title: 'Primero inicie sesión', detail: '' },
    'changed-meanwhile': {
      title: 'Otra persona lo cambió mientras tanto',
      detail: 'Vuelva a cargarlo y repita su cambio.',
    },
    'not-your-turn': { title: 'Antes firma otra persona', detail: 'Le avisaremos cuando sea su turno.' },
    'already-signed': { title: 'Ya firmó esto, o dijo que no firma', detail: '' },
    'request-over': { title: 'Estas firmas ya no hacen falta', detail: '' },
    'request-overdue': {
      title: 'Ya pasó el día hasta el que se podía firmar',
      detail: 'Pida más tiempo a quien se lo envió.',
    },
    'not-published': { title: 'El documento se retiró o ha caducado', detail: '' },
    'other-consent': { title: 'El texto que acepta ha cambiado', detail: 'Vuelva a cargar la página.' },
    'not-signed': { title: 'Todavía no hay copia firmada', detail: 'Se prepara cuando todos han firmado.' },
    'too-many-requests': { title: 'Demasiados intentos', detail: 'Espere un momento e inténtelo de nuevo.' },
    unreachable: {
      title: 'No se puede conectar con el servidor',
      detail: 'Revise la conexión. No se cambió nada.',
    },
    unexpected: { title: 'El servidor no pudo responder', detail: 'Inténtelo de nuevo en un momento.' },
  },
} satisfies Translated<typeof en>
