import { type ListDocument, type ListDocuments } from '../../ports/incident/list-documents';

/** Atlassian's document format, which an export takes instead of a macro. */
export function confluenceListDocuments(): ListDocuments {
  return {
    of: ({ title, note, live, table }) => ({
      type: 'doc',
      version: 1,
      content: [
        paragraph([{ type: 'text', text: title, marks: [{ type: 'strong' }] }]),
        ...(table && table.rows.length > 0 ? [tableOf(table)] : []),
        ...(table && table.rows.length === 0 ? [paragraph([plain(table.none)])] : []),
        paragraph([plain(live ? `${note} ` : note), ...(live ? [linkTo(live)] : [])]),
      ],
    }),
  };
}

function paragraph(content: readonly unknown[]): unknown {
  return { type: 'paragraph', content };
}

function plain(text: string): unknown {
  return { type: 'text', text };
}

function linkTo({ text, address }: NonNullable<ListDocument['live']>): unknown {
  return { type: 'text', text, marks: [{ type: 'link', attrs: { href: address } }] };
}

function tableOf({ heads, rows }: NonNullable<ListDocument['table']>): unknown {
  const row = (type: 'tableHeader' | 'tableCell', cells: readonly string[]) => ({
    type: 'tableRow',
    content: cells.map((text) => ({
      type,
      content: [paragraph(text === '' ? [] : [plain(text)])],
    })),
  });
  return {
    type: 'table',
    content: [row('tableHeader', heads), ...rows.map((cells) => row('tableCell', cells))],
  };
}
