import { router } from '@forge/bridge';
import { useState } from 'react';
import { Button } from '../../../kit/controls/button';
import { useViewer } from '../../../kit/texts/texts';
import { type Piece, piecesOf } from './links';
import { usePicture, useSite } from './pictures';

/** As much of long words as a line shows. */
const LETTERS = 320;
const LINES = 4;

/** Somebody's words as they wrote them; addresses are links, pictures of this issue are shown small. */
export function Words({ words }: { words: string }) {
  const { t } = useViewer();
  const site = useSite();
  const [isOpen, setOpen] = useState(false);
  const isLong = words.length > LETTERS || words.split('\n').length > LINES;
  return (
    <>
      <span className={isLong && !isOpen ? 'entry-words entry-folded' : 'entry-words'}>
        {piecesOf(words, site).map((piece, n) => (
          <PieceOfWords key={n} piece={piece} />
        ))}
      </span>
      {isLong && (
        <Button
          appearance="link"
          className="entry-more"
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {t(isOpen ? 'timeline.list.less' : 'timeline.list.more')}
        </Button>
      )}
    </>
  );
}

function PieceOfWords({ piece }: { piece: Piece }) {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'picture') return <Picture {...piece} />;
  return <Address address={piece.text}>{piece.text}</Address>;
}

function Picture({ text, attachment }: { text: string; attachment: string }) {
  const { t } = useViewer();
  const address = usePicture(attachment);
  return (
    <Address address={text}>
      {address === undefined ? (
        text
      ) : (
        <img className="entry-picture" src={address} alt={t('timeline.list.picture')} />
      )}
    </Address>
  );
}

function Address({ address, children }: { address: string; children: React.ReactNode }) {
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        // Whoever does not want to leave says so to Jira: nothing else follows.
        router.open(address).catch(() => undefined);
      }}
    >
      {children}
    </a>
  );
}
