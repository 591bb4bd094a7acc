import { Fragment, type ReactNode } from 'react';
import styles from './RichText.module.css';

interface RichTextProps {
  readonly text: string;
}

const MARKS = /[*_#[<\\\n]/;
const INLINE =
  /\\([\\*_#[\]<>-])|(\*\*|__)(?=\S)(.+?)(?<=\S)\2|(\*|(?<![\p{L}\p{N}])_)(?=\S)(.+?)(?<=\S)\4(?![\p{L}\p{N}])|\[([^\]]+)\]\([^)\s]*\)|<\/?(?:span|br)\b[^>]*>/gu;
const HEADING = /^#{1,6}\s+(.*)$/;
const ITEM = /^\s*[-*]\s+(.*)$/;

/**
 * Text with the emphasis that ODK tools know: **strong**, *emphasis*, # headings, lists, line breaks. Everything becomes elements of
 * ours, so nothing in a text is ever markup; addresses of links and colours are left out, their words stay.
 */
export function RichText({ text }: RichTextProps): ReactNode {
  if (!MARKS.test(text)) return text;
  const lines = text
    .split(/\r?\n/)
    .filter((line, index, all) => line.trim() !== '' || all.length === index + 1);
  if (lines.length === 1) return oneLine(lines[0] ?? '');
  return lines.map((line, index) => (
    <span key={`${String(index)} ${line}`} className={styles.line}>
      {oneLine(line)}
    </span>
  ));
}

function oneLine(line: string): ReactNode {
  const heading = HEADING.exec(line)?.[1];
  if (heading !== undefined) return <strong className={styles.heading}>{inline(heading)}</strong>;
  const item = ITEM.exec(line)?.[1];
  if (item !== undefined) return <span className={styles.item}>{inline(item)}</span>;
  return inline(line);
}

function inline(text: string): ReactNode {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const found of text.matchAll(INLINE)) {
    parts.push(text.slice(from, found.index), marked(found));
    from = found.index + found[0].length;
  }
  parts.push(text.slice(from));
  return parts.map((part, index) => <Fragment key={index}>{part}</Fragment>);
}

function marked([, escaped, , strong, , emphasis, link]: RegExpExecArray): ReactNode {
  if (escaped !== undefined) return escaped;
  if (strong !== undefined) return <strong>{inline(strong)}</strong>;
  if (emphasis !== undefined) return <em>{inline(emphasis)}</em>;
  return link === undefined ? '' : inline(link);
}
