import type { Translated } from '../catalogue.ts'
import type en from '../en/reader.ts'

export default {
  links: {
    title: 'Enlaces',
    hint: 'Sitios de internet que su organización reúne para usted.',
    all: 'Todos',
    facility: 'Centro',
    find: 'Buscar un enlace',
    opens: 'se abre en otra pestaña',
    empty: 'Todavía no hay enlaces',
    emptyHint: 'Aquí aparecen los enlaces destinados a usted.',
    none: 'Ningún enlace coincide',
    noneHint: 'Pruebe otra palabra, o todos los centros.',
  },
  announcements: {
    title: 'Avisos',
    hint: 'Lo que su organización le comunica.',
    new: 'Avisos nuevos',
    earlier: 'Ya leídos',
    important: 'Importante',
    urgent: 'Urgente',
    read: 'Lo he leído',
    readAt: 'Lo leyó el {{at}}',
    since: 'Desde el {{at}}',
    until: 'Hasta el {{at}}',
    all: 'Todos los avisos',
    empty: 'No hay avisos',
    emptyHint: 'Aquí aparecen las novedades destinadas a usted.',
    failed: 'No se pudo marcar como leído',
  },
} satisfies Translated<typeof en>
