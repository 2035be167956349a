import type {
  ActionIconProps,
  AlertProps,
  AnchorProps,
  BadgeProps,
  ButtonProps,
  CheckboxProps,
  InputWrapperProps,
  LoaderProps,
  MantineThemeComponents,
  MenuProps,
  ModalProps,
  NumberInputProps,
  PasswordInputProps,
  SelectProps,
  TableProps,
  TextareaProps,
  TextInputProps,
  TooltipProps,
} from '@mantine/core'

const close = { closeButtonProps: { 'aria-label': 'Close' } }
const dropdown = { comboboxProps: { shadow: 'md' } }

/**
 * Defaults for all pages; what a component looks like is decided here and in `global.css`, not on pages. Types
 * alone are imported, so that a page loads only the components it has.
 */
export const components: MantineThemeComponents = {
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } satisfies ActionIconProps },
  Alert: { defaultProps: { variant: 'light', radius: 'md' } satisfies AlertProps },
  Anchor: { defaultProps: { underline: 'hover' } satisfies AnchorProps },
  Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 560 } satisfies BadgeProps },
  Button: { defaultProps: { size: 'sm', fw: 580 } satisfies ButtonProps },
  // The line that says that nothing matches stands in a list, which may hold nothing but options (ARIA).
  ComboboxEmpty: { defaultProps: { role: 'option', 'aria-disabled': true } as object },
  Checkbox: { defaultProps: { radius: 'xs' } satisfies CheckboxProps },
  Drawer: { defaultProps: close },
  InputWrapper: {
    defaultProps: {
      inputWrapperOrder: ['label', 'description', 'input', 'error'],
      // Most fields are required: those that are not say so in their label.
      withAsterisk: false,
    } satisfies InputWrapperProps,
  },
  Loader: { defaultProps: { type: 'oval', size: 'sm' } satisfies LoaderProps },
  Menu: {
    defaultProps: {
      shadow: 'md',
      position: 'bottom-end',
      // The first item takes the focus; a placeholder is no child that a menu may have (ARIA).
      withInitialFocusPlaceholder: false,
      transitionProps: { duration: 100 },
    } satisfies MenuProps,
  },
  Modal: {
    defaultProps: {
      centered: true,
      radius: 'lg',
      shadow: 'xl',
      padding: 'lg',
      overlayProps: { backgroundOpacity: 0.45 },
      transitionProps: { transition: 'pop', duration: 120 },
      ...close,
    } satisfies Partial<ModalProps>,
  },
  MultiSelect: { defaultProps: dropdown },
  Notification: { defaultProps: close },
  // Browsers write what is typed to their disk, for suggestions and to restore a page, unless a field says not to: what
  // may be kept (a name to sign in with) says so itself.
  TextInput: { defaultProps: { autoComplete: 'off' } satisfies TextInputProps },
  NumberInput: {
    defaultProps: {
      clampBehavior: 'blur',
      allowDecimal: false,
      autoComplete: 'off',
    } satisfies NumberInputProps,
  },
  PasswordInput: {
    defaultProps: {
      visibilityToggleButtonProps: { 'aria-label': 'Show or hide the password', tabIndex: 0 } as object,
    } satisfies PasswordInputProps,
  },
  Select: { defaultProps: { ...dropdown, checkIconPosition: 'right' } satisfies SelectProps },
  Table: { defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'md' } satisfies TableProps },
  TagsInput: { defaultProps: dropdown },
  Textarea: { defaultProps: { autoComplete: 'off', autosize: true, minRows: 3 } satisfies TextareaProps },
  Tooltip: {
    defaultProps: {
      openDelay: 350,
      offset: 6,
      transitionProps: { duration: 80 },
      events: { hover: true, focus: true, touch: false },
    } satisfies Partial<TooltipProps>,
  },
}
