import { Anchor, Button, Collapse, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { pieces, splitQuote } from './links.ts'
import classes from './Thread.module.css'

/** The words of a message: line breaks as written, addresses as links, quoted history folded away. */
export function MessageText({ text }: { text: string }) {
  const { said, quoted } = splitQuote(text)
  const [open, { toggle }] = useDisclosure(false)
  return (
    <>
      <Text component="div" className={classes.body}>
        <Linked text={said} />
      </Text>
      {quoted && (
        <>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={toggle}
            aria-expanded={open}
            mt={4}
          >
            {open ? 'Hide what it answers' : 'Show what it answers'}
          </Button>
          <Collapse expanded={open}>
            <Text component="div" className={classes.quote} c="dimmed">
              {quoted}
            </Text>
          </Collapse>
        </>
      )}
    </>
  )
}

const Linked = ({ text }: { text: string }) =>
  pieces(text).map(({ text: words, href }, i) =>
    href ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text that never move
      <Anchor key={i} href={href} target="_blank" rel="noreferrer noopener" inherit>
        {words}
      </Anchor>
    ) : (
      words
    ),
  )
