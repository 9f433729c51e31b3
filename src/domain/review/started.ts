/** Why there is no page: the person takes the review along as text, or chooses another space. */
export type WhyNoPage =
  'no-confluence' | 'no-space' | 'space-unknown' | 'no-right' | 'refused' | 'down';

/** A review as far as it was started. */
export type StartedReview = {
  /** null: there is no page. */
  readonly address: string | null;
  readonly why: WhyNoPage | null;
  /** Confluence's reason, where it gave one. */
  readonly reason: string | null;
  /** Whether this call made the page. */
  readonly isNew: boolean;
  /** Whether the log says where it is. */
  readonly isLogged: boolean;
  readonly title: string;
  readonly markdown: string;
};
