import { type Confluence } from '../confluence';

type Wiki = {
  readonly authorId: string;
  /** Names of the groups of people. */
  readonly groups: {
    readonly responder: string;
    readonly reader: string;
    readonly admin: string;
    readonly agent: string;
  };
};

/** The spaces of Larkfield: responders write in both, support agents in theirs, which everybody may read. */
export function addSpaces(confluence: Confluence, { authorId, groups }: Wiki): void {
  const { responder, reader, admin, agent } = groups;
  confluence.addSpace({
    key: 'OPS',
    name: 'Operations',
    authorId,
    readers: [reader],
    writers: [responder, admin],
  });
  confluence.addSpace({
    key: 'SUPPORT',
    name: 'Customer support',
    authorId,
    type: 'knowledge_base',
    readers: 'everyone',
    writers: [responder, admin, agent],
  });
}
