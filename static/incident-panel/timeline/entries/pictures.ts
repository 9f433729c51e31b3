import { requestJira, view } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { holdable } from '../../../../src/contract';

/** Why a picture was not added. */
export type NotAdded = 'uploadForbidden' | 'uploadFailed';

/** Adds a picture to the issue, as the viewer. @returns its address; why not where Jira does not take it */
export async function addPicture(
  issue: string,
  file: File,
): Promise<{ readonly address: string } | NotAdded> {
  const form = new FormData();
  form.append('file', file, holdable(file.name) || 'picture.png'); // Jira knows it by this name alone
  const answer = await requestJira(`/rest/api/3/issue/${encodeURIComponent(issue)}/attachments`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-Atlassian-Token': 'no-check' },
    body: form,
  }).catch(() => undefined);
  if (answer?.status === 403 || answer?.status === 401) return 'uploadForbidden';
  if (!answer?.ok) return 'uploadFailed';
  const [added] = (await answer.json()) as readonly { readonly content?: string }[];
  return added?.content ? { address: added.content } : 'uploadFailed';
}

/** The picture of an attachment, read as the viewer; undefined until it is there, or where they may not. */
export function usePicture(attachment: string): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    let made: string | undefined;
    const read = async () => {
      const blob = await pictureOf(attachment);
      if (!blob || !isCurrent) return;
      made = URL.createObjectURL(blob);
      setAddress(made);
    };
    void read();
    return () => {
      isCurrent = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [attachment]);
  return address;
}

async function pictureOf(attachment: string): Promise<Blob | undefined> {
  const path = `/rest/api/3/attachment/content/${attachment}?redirect=false`;
  const answer = await requestJira(path).catch(() => undefined);
  if (!answer?.ok || !answer.headers.get('content-type')?.startsWith('image/')) return undefined;
  return answer.blob();
}

let site: Promise<string | undefined> | undefined;

/** The address of this Jira site; undefined until it is known. */
export function useSite(): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    site ??= view
      .getContext()
      .then(({ siteUrl }) => siteUrl)
      .catch(() => undefined);
    void site.then(setAddress);
  }, []);
  return address;
}
