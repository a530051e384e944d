// Looks things up as a person does: by role and accessible name, among what is shown. Run by WebDriver in the page,
// with an order and its arguments. (WAI-ARIA 1.2 and accname 1.2, as far as these screens need them.)
const [order, ...wanted] = arguments;

const ROLES = {
  A: 'link', BUTTON: 'button', TEXTAREA: 'textbox', SELECT: 'combobox', FIELDSET: 'group', DIALOG: 'dialog',
  H1: 'heading', H2: 'heading', H3: 'heading', H4: 'heading', NAV: 'navigation', MAIN: 'main', UL: 'list', OL: 'list',
  LI: 'listitem', SUMMARY: 'button', ARTICLE: 'article', OUTPUT: 'status', PROGRESS: 'progressbar', TABLE: 'table',
};
const INPUTS = {
  checkbox: 'checkbox', radio: 'radio', button: 'button', submit: 'button', reset: 'button', range: 'slider',
  search: 'searchbox', number: 'spinbutton', hidden: '', file: 'file',
};
const FIELDS = ['textbox', 'searchbox', 'combobox', 'spinbutton'];
const PRESSED = ['button', 'link', 'radio', 'checkbox', 'tab', 'menuitem', 'option', 'switch'];

function roleOf(element) {
  const own = element.getAttribute('role');
  if (own) return own.trim().split(/\s+/)[0];
  if (element.tagName === 'INPUT') return INPUTS[element.type] ?? 'textbox';
  if (element.tagName === 'A' && !element.hasAttribute('href')) return '';
  return ROLES[element.tagName] ?? '';
}

function isShown(element) {
  if (!element.isConnected || element.closest('[inert],[aria-hidden="true"]')) return false;
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
}

function words(text) {
  return text.replace(/\s+/g, ' ').trim();
}

function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
  if (['STYLE', 'SCRIPT', 'INPUT', 'TEXTAREA', 'SELECT'].includes(node.tagName)) return '';
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden') return '';
  const label = node.getAttribute('aria-label') ?? node.getAttribute('alt');
  if (label) return label;
  const inner = [...node.childNodes].map(textOf).join('');
  return style.display.startsWith('inline') ? inner : ` ${inner} `;
}

function nameOf(element) {
  const ids = element.getAttribute('aria-labelledby');
  if (ids) {
    const named = ids.trim().split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean);
    return words(named.map((label) => label.getAttribute('aria-label') ?? textOf(label)).join(' '));
  }
  const label = element.getAttribute('aria-label');
  if (label) return words(label);
  if (element.labels?.length) return words([...element.labels].map(textOf).join(' '));
  if (element.tagName === 'FIELDSET') return words(textOf(element.querySelector('legend') ?? document.createTextNode('')));
  if (element.tagName === 'INPUT' && INPUTS[element.type] === 'button') return words(element.value);
  return words(textOf(element)) || words(element.getAttribute('title') ?? '');
}

function shownWithRole(roles) {
  return [...document.querySelectorAll('*')].filter((element) => roles.includes(roleOf(element)) && isShown(element));
}

function find(roles, name) {
  return shownWithRole(roles).filter((element) => nameOf(element) === name);
}

function isDisabled(element) {
  return element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true';
}

// Where a finger lands for an input that is drawn by its label.
function target(element) {
  const drawnByLabel = element.tagName === 'INPUT' && ['radio', 'checkbox'].includes(element.type);
  const label = drawnByLabel ? [...element.labels].find(isShown) : undefined;
  return inSight(label ?? element);
}

// A person scrolls until nothing lies over what they want to touch.
function inSight(element) {
  element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  return element ?? null;
}

function setValue(element, value) {
  const owner = element.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(owner.prototype, 'value').set.call(element, value);
  element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
}

const orders = {
  count: (role, name) => find([role], name).length,
  names: (role) => shownWithRole([role]).map(nameOf),
  // One element to press, or null while there is none or it is disabled.
  press: (name) => {
    const found = find(PRESSED, name).filter((element) => !isDisabled(element));
    return found.length ? target(found[0]) : null;
  },
  pressRole: (role, name) => {
    const found = find([role], name).filter((element) => !isDisabled(element));
    return found.length ? target(found[0]) : null;
  },
  pressAbout: (part) => inSight(shownWithRole(PRESSED).filter((element) => nameOf(element).includes(part))[0]),
  field: (name) => inSight(find(FIELDS, name).filter((element) => !isDisabled(element))[0]),
  file: (name) => find(['file'], name)[0] ?? null,
  value: (name) => find(FIELDS, name)[0]?.value ?? null,
  put: (name, value) => {
    const field = find(FIELDS, name)[0];
    if (!field) return false;
    field.focus();
    setValue(field, value);
    return true;
  },
  checked: (role, name) => find([role], name)[0]?.matches(':checked,[aria-checked="true"]') ?? null,
  text: () => document.body?.innerText ?? '',
  focused: () => {
    const element = document.activeElement;
    return element && element !== document.body ? [roleOf(element), nameOf(element)] : null;
  },
  // For the message of a failing story.
  outline: () => {
    const roles = [...PRESSED, ...FIELDS, 'heading', 'dialog', 'group', 'status', 'alert'];
    return [...document.querySelectorAll('*')]
      .filter((element) => roles.includes(roleOf(element)) && isShown(element))
      .map((element) => `${roleOf(element)} "${nameOf(element).slice(0, 80)}"${isDisabled(element) ? ' (disabled)' : ''}`);
  },
};
return orders[order](...wanted);
