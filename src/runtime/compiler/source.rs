//! The source's text with its lines: byte offsets to lines and columns.

use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::bytecode::Position;
use crate::objects::int::MaxStrDigits;

/// A source text. Offsets are bytes from its start; lines end with `\n`, `\r\n` or `\r`.
pub(super) struct Source<'s> {
    pub text: &'s str,
    pub filename: &'s str,
    /// A file, not a string that is compiled: its end has no place in a line.
    pub is_file: bool,
    /// Of its decimal ints.
    pub max_digits: MaxStrDigits,
    /// The end of an interactive source ends its open blocks only behind a line end.
    pub typed: bool,
    /// An expression or an interactive source, whose last line gets no end that is not there.
    pub is_given: bool,
    /// So many lines of its file stand above it.
    above: u32,
    /// Offset of each line's first byte.
    starts: Vec<u32>,
}

impl<'s> Source<'s> {
    pub fn new(text: &'s str, filename: &'s str, is_file: bool) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (i, byte) in bytes.iter().enumerate() {
            let ends_line = *byte == b'\n' || *byte == b'\r' && bytes.get(i + 1) != Some(&b'\n');
            if ends_line {
                starts.push(i as u32 + 1);
            }
        }
        Source {
            text,
            filename,
            is_file,
            max_digits: MaxStrDigits::default(),
            typed: false,
            is_given: false,
            above: 0,
            starts,
        }
    }

    pub fn with_digits(self, max_digits: MaxStrDigits) -> Self {
        Source { max_digits, ..self }
    }

    /// Of what somebody may go on typing.
    pub fn typed(self, typed: bool) -> Self {
        Source { typed, ..self }
    }

    pub fn given(self, is_given: bool) -> Self {
        Source { is_given, ..self }
    }

    /// Of a part of a file.
    pub fn below(self, above: u32) -> Self {
        Source { above, ..self }
    }

    /// Line of the text (from 0) of an offset.
    fn line_index(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= offset) - 1
    }

    /// Line (from 1) of an offset.
    pub fn line(&self, offset: usize) -> u32 {
        self.line_index(offset) as u32 + 1 + self.above
    }

    /// Offset of the first byte of a line (from 1).
    pub fn line_start(&self, line: u32) -> usize {
        self.starts.get((line - self.above) as usize - 1).map_or(self.text.len(), |start| *start as usize)
    }

    /// Line from 1 and column in characters from 1.
    pub fn line_and_character(&self, offset: usize) -> (u32, u32) {
        let offset = offset.min(self.text.len());
        let line = self.line_index(offset);
        let start = self.starts[line] as usize;
        let column = self.text.get(start..offset).map_or(offset - start, |part| part.chars().count());
        (line as u32 + 1 + self.above, column as u32 + 1)
    }

    /// The text of a line (from 1), with its line end.
    pub fn line_text(&self, line: u32) -> String {
        let start = self.line_start(line);
        let end = self.line_start(line + 1);
        self.text.get(start..end).unwrap_or("").to_string()
    }

    /// The range as an instruction's position.
    pub fn position(&self, range: TextRange) -> Position {
        let (start, end) = (range.start().to_usize(), range.end().to_usize());
        let line = self.line_index(start);
        let end_line =
            if self.starts.get(line + 1).is_none_or(|next| end < *next as usize) { line } else { self.line_index(end) };
        let column = |line: usize, offset: usize| (offset - self.starts[line] as usize).min(u16::MAX as usize) as u16;
        Position {
            line: line as u32 + 1 + self.above,
            end_line: end_line as u32 + 1 + self.above,
            column: column(line, start),
            end_column: column(end_line, end),
        }
    }

    pub fn position_of(&self, node: impl Ranged) -> Position {
        self.position(node.range())
    }

    /// The source between two offsets.
    pub fn slice(&self, range: TextRange) -> &'s str {
        &self.text[range.start().to_usize()..range.end().to_usize()]
    }

    /// A statement that holds others ends with the semicolon of their last line, if there is one.
    pub fn with_semicolon(&self, range: TextRange) -> TextRange {
        let rest = &self.text[range.end().to_usize()..];
        match rest.find(|c| c != ' ' && c != '\t') {
            Some(at) if rest[at..].starts_with(';') => {
                TextRange::new(range.start(), range.end() + TextSize::of(&rest[..=at]))
            }
            _ => range,
        }
    }
}
