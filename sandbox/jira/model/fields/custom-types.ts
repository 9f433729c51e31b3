/** The custom field types that the sandbox knows: what each is in the API's words and to us. */

const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes:';

type CustomType = {
  readonly type: string;
  readonly items?: string;
  readonly kind: string;
  readonly searcher: string;
  readonly display: string;
};

const CUSTOM_TYPES: Readonly<Record<string, CustomType>> = {
  select: {
    type: 'option',
    kind: 'option',
    searcher: 'multiselectsearcher',
    display: 'Select List (single choice)',
  },
  radiobuttons: {
    type: 'option',
    kind: 'option',
    searcher: 'multiselectsearcher',
    display: 'Radio Buttons',
  },
  multiselect: {
    type: 'array',
    items: 'option',
    kind: 'options',
    searcher: 'multiselectsearcher',
    display: 'Select List (multiple choices)',
  },
  multicheckboxes: {
    type: 'array',
    items: 'option',
    kind: 'options',
    searcher: 'multiselectsearcher',
    display: 'Checkboxes',
  },
  datetime: {
    type: 'datetime',
    kind: 'datetime',
    searcher: 'datetimerange',
    display: 'Date Time Picker',
  },
  datepicker: { type: 'date', kind: 'date', searcher: 'daterange', display: 'Date Picker' },
  url: { type: 'string', kind: 'url', searcher: 'exacttextsearcher', display: 'URL Field' },
  textfield: {
    type: 'string',
    kind: 'text',
    searcher: 'textsearcher',
    display: 'Text Field (single line)',
  },
  textarea: {
    type: 'string',
    kind: 'document',
    searcher: 'textsearcher',
    display: 'Text Field (multi-line)',
  },
  float: { type: 'number', kind: 'number', searcher: 'exactnumber', display: 'Number Field' },
  userpicker: {
    type: 'user',
    kind: 'user',
    searcher: 'userpickergroupsearcher',
    display: 'User Picker (single user)',
  },
  multiuserpicker: {
    type: 'array',
    items: 'user',
    kind: 'users',
    searcher: 'userpickergroupsearcher',
    display: 'User Picker (multiple users)',
  },
  labels: {
    type: 'array',
    items: 'string',
    kind: 'labels',
    searcher: 'labelsearcher',
    display: 'Labels',
  },
};

/** By its full name, `com.atlassian.jira.plugin.system.customfieldtypes:select`. */
export function customType(name: string): CustomType | undefined {
  return name.startsWith(TYPES) ? CUSTOM_TYPES[name.slice(TYPES.length)] : undefined;
}

export const searcherOf = ({ searcher }: CustomType): string => TYPES + searcher;

/** Whether a field of this type has options. */
export const hasOptions = (kind: string): boolean => kind === 'option' || kind === 'options';
