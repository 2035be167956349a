import type { Translated } from '../catalogue.ts'
import type en from '../en/door.ts'

export default {
  foot: 'Solo para personas autorizadas. Lo que se hace aquí queda registrado.',
  loading: 'Cargando',
  goOn: 'Continuar',
  copy: 'Copiar',
  signIn: {
    passkey: 'Iniciar sesión con una llave de acceso',
    title: 'Iniciar sesión',
    email: 'Correo electrónico',
    password: 'Contraseña',
    asAnother: 'Iniciar sesión con otra cuenta',
    notSetUp: 'Wellkeep todavía no está configurado',
    notSetUpHint:
      'Abra el enlace de un solo uso que el servidor mostró al arrancar. Lleva a la página que crea la primera cuenta.',
  },
  ended: {
    idle: 'Se cerró su sesión porque no hubo actividad durante un rato.',
    absolute: 'Su sesión llegó a su duración máxima. Inicie sesión de nuevo para continuar.',
    ended: 'Su sesión ha terminado. Inicie sesión de nuevo para continuar.',
    'signed-out': 'Ha cerrado la sesión.',
  },
  newPassword: {
    title: 'Elija una contraseña nueva',
    hint: 'Su organización pide una contraseña nueva antes de continuar.',
    save: 'Guardar y continuar',
    label: 'Contraseña nueva',
    done: ': cumplido',
    notYet: ': todavía no',
    length: '{{count}} caracteres o más',
    upper: 'Una letra mayúscula',
    lower: 'Una letra minúscula',
    digit: 'Un número',
    symbol: 'Un símbolo, como ! o -',
    refused:
      'No se aceptan contraseñas que usa mucha gente, ni las que contienen su nombre, su correo electrónico o el nombre de su organización. Unas pocas palabras sin relación entre sí forman una buena.',
    refusedHistory:
      'No se aceptan contraseñas que usa mucha gente, ni sus últimas {{count}} contraseñas, ni las que contienen su nombre, su correo electrónico o el nombre de su organización. Unas pocas palabras sin relación entre sí forman una buena.',
  },
  factor: {
    usePasskey: 'Usar su llave de acceso',
    or: 'o',
    back: 'Volver',
    noApp: 'No tengo a mano mi aplicación de autenticación',
    noPasskey: 'No puedo usar mi llave de acceso',
    remember: 'No volver a preguntar en este dispositivo durante {{days}} días',
    rememberHint: 'Solo en un dispositivo que usa únicamente usted.',
    title: 'Su segundo factor',
    recoveryTitle: 'Use un código de recuperación',
    code: 'Código de su aplicación de autenticación',
    recoveryCode: 'Código de recuperación',
    recoveryHint: 'Uno de los diez que guardó al configurar la aplicación. Sirve una sola vez.',
    wrong: 'Ese código no funcionó',
    wrongCode:
      'Los códigos cambian cada 30 segundos. Tras varios intentos fallidos, la cuenta se bloquea por un tiempo.',
    wrongRecovery:
      'Cada código de recuperación sirve una sola vez. Tras varios intentos fallidos, la cuenta se bloquea por un tiempo.',
  },
  enrol: {
    passkey: 'Usar una llave de acceso',
    orPasskey: 'o con su dedo, su cara o su PIN',
    title: 'Configure su aplicación de autenticación',
    hint: 'Con un segundo factor, una contraseña robada por sí sola no abre nada. Sirve cualquier aplicación de autenticación.',
    code: 'El código que muestra la aplicación',
    confirm: 'Confirmar',
    qr: 'Código QR para su aplicación de autenticación',
    cannotScan: 'No puedo escanearlo',
    hideKey: 'Ocultar la clave',
    copyKey: 'Copiar la clave',
    openHere: 'Abrir en una aplicación aquí',
  },
  codes: {
    title: 'Guarde sus códigos de recuperación',
    hint: 'Cada uno le permite entrar una vez sin su aplicación de autenticación. Solo se muestran ahora: guárdelos donde guarda lo importante.',
    list: 'Códigos de recuperación',
    download: 'Descargar',
    print: 'Imprimir',
    saved: 'He guardado estos códigos',
    file: 'Códigos de recuperación de Wellkeep. Cada uno sirve una vez.',
  },
  invitation: {
    broken: 'Esta invitación no funciona',
    brokenHint:
      'Las invitaciones sirven una vez y durante unos días. Pida una nueva a quien le invitó y abra el enlace completo.',
    title: 'Le damos la bienvenida a {{organization}}',
    hint: 'Elija la contraseña con la que iniciará sesión. Después configurará una aplicación de autenticación.',
    signInAs: 'Usted inicia sesión como',
    name: 'Su nombre',
    password: 'Su contraseña',
    accept: 'Aceptar la invitación',
  },
} satisfies Translated<typeof en>
