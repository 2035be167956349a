import type { Translated } from '../catalogue.ts'
import type en from '../en/push.ts'

export default {
  mail: {
    label: 'Avisarme por correo cuando haya algo nuevo',
    hint: 'El correo dice que hay algo nuevo, y nada de lo que es. Los correos sobre la seguridad de su cuenta llegan de todos modos.',
  },
  label: 'Avisarme en este dispositivo cuando haya algo nuevo',
  hint: 'Un aviso dice que hay algo nuevo, y nada de lo que es. Termina cuando usted cierra la sesión.',
  unsupported:
    'Este navegador no puede mostrar avisos. Pruebe con una versión actual de Chrome, Edge, Firefox o Safari. Los avisos por correo siguen como antes.',
  apple: {
    why: 'En un iPhone o iPad, los avisos llegan a la aplicación de la pantalla de inicio. Para ponerla ahí:',
    share: 'Abra esta página en Safari y toque Compartir.',
    add: 'Elija «Añadir a pantalla de inicio».',
    open: 'Abra la aplicación desde la pantalla de inicio, inicie sesión y active los avisos aquí.',
  },
  asking: 'Su navegador pregunta si puede haber avisos: elija «Permitir».',
  dismissed: 'La pregunta se cerró sin respuesta. Actívelo otra vez para que se le pregunte de nuevo.',
  done: 'Este dispositivo recibe avisos desde ahora.',
  denied: {
    title: 'El navegador bloquea los avisos de este sitio.',
    open: 'Abra la configuración de este sitio: el símbolo a la izquierda de la dirección, o los ajustes de su teléfono para esta aplicación.',
    allow: 'En «Notificaciones», elija «Permitir».',
    back: 'Vuelva aquí y actívelo.',
  },
  failed:
    'No se pudo preparar este dispositivo para avisos: su servicio de avisos no responde. Inténtelo de nuevo en un momento, o en otra red.',
  others: 'Otros dispositivos que reciben avisos: {{n}}',
  forget: 'No avisarles más',
} satisfies Translated<typeof en>
