import type { Translated } from '../catalogue.ts'
import type en from '../en/push.ts'

export default {
  label: 'Avisarme en este dispositivo cuando haya algo nuevo',
  hint: 'Un aviso dice que hay algo nuevo, y nada de lo que es. Termina cuando usted cierra la sesión.',
  unsupported:
    'Este navegador no puede hacerlo. En un iPhone, añada antes la aplicación a la pantalla de inicio y ábrala desde ahí.',
  denied: 'El navegador bloquea los avisos de este sitio. Permítalos en su configuración y vuelva.',
  failed: 'No se pudo preparar este dispositivo para avisos. Inténtelo de nuevo en un momento.',
  others: 'Otros dispositivos que reciben avisos: {{n}}',
  forget: 'No avisarles más',
} satisfies Translated<typeof en>
