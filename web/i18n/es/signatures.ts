import type { Translated } from '../catalogue.ts'
import type en from '../en/signatures.ts'

export default {
  pad: {
    label: 'Su firma',
    how: 'Cómo firma',
    draw: 'Dibujar',
    type: 'Escribir',
    name: 'Su nombre',
    use: 'Firmar como {{name}}',
    area: 'Zona para dibujar su firma. Elija «Escribir» para firmar con el teclado.',
    undo: 'Deshacer',
    clear: 'Borrar',
    empty: 'Dibuje con un dedo, un lápiz o el ratón.',
    drawn: 'Dibujada.',
  },
} satisfies Translated<typeof en>
