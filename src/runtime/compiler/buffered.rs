//! The text that an error in a compiled string shows: what CPython's tokenizer has in its buffer.

use super::errors::SyntaxError;
use super::source::Source;
use super::token::{Kind, Token};

/// How far the source has been read once a token is known.
fn read_by(token: &Token) -> usize {
    let reads_on = !matches!(token.kind, Kind::Newline | Kind::Indent | Kind::Dedent | Kind::End);
    (if reads_on { token.end } else { token.start }) as usize
}

/// Of an error that the parser found when it had asked for tokens up to one (`_PyPegen_raise_error_known_location`).
pub(super) fn show_buffer(source: &Source, tokens: &[Token], seen: usize, error: &mut SyntaxError) {
    let read = tokens.get(seen).map_or(source.text.len(), read_by);
    show_buffer_at(source, tokens, read, error);
}

/// Of an error that was found when the source had been read up to an offset: lines that have been left are told without
/// their ends, and the one being read with what the buffer has before it.
pub(super) fn show_buffer_at(source: &Source, tokens: &[Token], read: usize, error: &mut SyntaxError) {
    if source.is_file {
        return;
    }
    let before_end = source.text.strip_suffix('\n').unwrap_or(source.text).len();
    let line = source.line(read.min(before_end));
    if line > error.line {
        error.without_line_end();
    } else if let start = buffer_start(source, tokens, line)
        && start < source.line_start(line)
        && line == error.line
        && let Some(text) = &mut error.text
    {
        let whole = source.line_text(line);
        let column = |column: u32, text: &str| {
            let bytes: usize = whole.chars().take(column as usize - 1).map(char::len_utf8).sum();
            text.char_indices().filter(|(at, c)| at + c.len_utf8() <= bytes).count() as u32 + 1
        };
        text.insert_str(0, &source.text[start..source.line_start(line)]);
        if error.end_line == error.line && error.end_column > 0 {
            error.end_column = column(error.end_column, text);
        }
        if error.column > 0 {
            error.column = column(error.column, text);
        }
    }
}

/// Of what cannot follow a backslash: its column is counted from where the buffer begins (`tokenizer_error` of
/// Parser/pegen_errors.c), and a file's error shows the line alone, at whose end it is then.
pub(super) fn count_from_buffer(source: &Source, tokens: &[Token], at: usize, error: &mut SyntaxError) {
    let (line, start) = (error.line, buffer_start(source, tokens, error.line));
    if start == source.line_start(line) {
        return;
    }
    let mut text = source.line_text(line);
    if !source.is_file {
        text.insert_str(0, &source.text[start..source.line_start(line)]);
    }
    let bytes = (at - start).min(text.len() + 1);
    let before = text.char_indices().filter(|(at, c)| at + c.len_utf8() <= bytes).count();
    error.column = (before + (bytes > text.len()) as usize) as u32 + 1;
    error.text = Some(text);
}

/// Where the buffer begins while a line is read: a token that goes over lines, and a line that goes on behind a
/// backslash, keep what they began with.
fn buffer_start(source: &Source, tokens: &[Token], line: u32) -> usize {
    let mut start = source.line_start(line);
    loop {
        let before = tokens.partition_point(|token| (token.start as usize) < start);
        let last = before.checked_sub(1).map(|index| tokens[index]);
        let of_text = |kind: Kind| kind == Kind::String || kind.is_fstring_text();
        let kept = match last {
            Some(token) if of_text(token.kind) && token.end as usize >= start => token.start as usize,
            _ => {
                let behind = last.map_or(0, |token| token.end as usize);
                let Some(blank) = source.text.get(behind..start).and_then(|part| part.strip_suffix("\\\n")) else {
                    return start;
                };
                if !blank.rsplit('\n').next().unwrap_or(blank).trim().is_empty() {
                    return start;
                }
                start - 2
            }
        };
        start = source.line_start(source.line(kept));
    }
}
