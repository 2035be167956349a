export default {
  pad: {
    label: 'Your signature',
    how: 'How you sign',
    draw: 'Draw',
    type: 'Type',
    name: 'Your name',
    use: 'Sign as {{name}}',
    area: 'Area to draw your signature in. Choose “Type” to sign with the keyboard.',
    undo: 'Undo',
    clear: 'Clear',
    empty: 'Draw with a finger, a pen or the mouse.',
    drawn: 'Drawn.',
  },
} as const
