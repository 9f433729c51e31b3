/**
 * Published calls that are not emulated and whose address an emulated one with a parameter would take for its own:
 * `GET /issue/picker` is no issue called "picker". A test derives the list from the published description.
 */
export const SWALLOWED: readonly string[] = [
  'DELETE /rest/api/3/field/association',
  'PUT /rest/api/3/field/association',
  'GET /rest/api/3/filter/defaultShareScope',
  'PUT /rest/api/3/filter/defaultShareScope',
  'GET /rest/api/3/issue/createmeta',
  'GET /rest/api/3/issue/picker',
  'GET /rest/api/3/issuetype/project',
  'GET /rest/api/3/project/recent',
];
