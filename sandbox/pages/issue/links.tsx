import { Link } from '../shell/link';
import type { Issue, IssueLink } from '../site/types';
import { useText } from '../text/text';
import { Lozenge } from './status-menu';

/** The issues that this one is linked with, each with the word for it. */
export function Links({ issue }: { readonly issue: Issue }) {
  const text = useText();
  const links = issue.fields.issuelinks ?? [];
  if (links.length === 0) return null;
  return (
    <section className="issue-section" aria-labelledby="links-title">
      <header className="section-head">
        <h2 id="links-title">{text('issue.links')}</h2>
      </header>
      <ul className="links">
        {links.map((link) => (
          <LinkRow key={link.id} link={link} />
        ))}
      </ul>
    </section>
  );
}

function LinkRow({ link: { type, inwardIssue, outwardIssue } }: { readonly link: IssueLink }) {
  const other = outwardIssue ?? inwardIssue;
  if (!other) return null;
  return (
    <li>
      <span className="subtle">{outwardIssue ? type.outward : type.inward}</span>
      <Link href={`/browse/${other.key}`}>{other.key}</Link>
      <span className="links-summary">{other.fields?.summary}</span>
      {other.fields?.status && <Lozenge status={other.fields.status} />}
    </li>
  );
}
