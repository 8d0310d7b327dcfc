//! What compiling can end in besides code: a SyntaxError in CPython's words, with its place.

use ruff_text_size::TextRange;

use super::source::Source;
use super::warnings::SyntaxWarning;

/// Which exception the message belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    SyntaxError,
    IndentationError,
    TabError,
    /// Nested too deeply for the compiler («maximum recursion depth exceeded during compilation»).
    RecursionError,
    /// Nested too deeply for the parser («Parser stack overflowed - Python source too complex to parse»).
    MemoryError,
    /// A wrong escape in a format specifier.
    UnicodeDecodeError,
    /// Valid Python that this compiler does not translate yet. Never a Python exception.
    NotSupported,
}

impl ErrorKind {
    /// The Python exception's name.
    pub fn name(self) -> &'static str {
        match self {
            ErrorKind::SyntaxError => "SyntaxError",
            ErrorKind::IndentationError => "IndentationError",
            ErrorKind::TabError => "TabError",
            ErrorKind::RecursionError => "RecursionError",
            ErrorKind::MemoryError => "MemoryError",
            ErrorKind::UnicodeDecodeError => "UnicodeDecodeError",
            ErrorKind::NotSupported => "NotSupported",
        }
    }
}

/// What was being done with the source when the error was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// It was read.
    Reading,
    /// It was read, and is nested deeper than the tokenizer can count: no parser may see it.
    Bound,
    /// It was read, and fields of an f-string are nested deeper than the tokenizer can count.
    Fields,
    /// A literal was decoded, as CPython does while it parses.
    Decoding,
    /// It could be parsed.
    Compiling,
}

/// What a codec cannot decode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecoded {
    /// What it was given, which is ASCII.
    pub object: String,
    pub start: usize,
    pub end: usize,
    pub reason: String,
}

impl Undecoded {
    /// What the UnicodeDecodeError says.
    pub(super) fn message(&self) -> String {
        let (start, last) = (self.start, self.end - 1);
        format!("'unicodeescape' codec can't decode bytes in position {start}-{last}: {}", self.reason)
    }
}

/// Why a source has no code. Lines from 1; columns in characters from 1, as `SyntaxError.offset` counts them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pub kind: ErrorKind,
    pub message: String,
    pub filename: String,
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
    /// The line, with its line end.
    pub text: Option<String>,
    pub(crate) stage: Stage,
    /// The symbol table's: the exception's place is no argument of it.
    pub(crate) of_symbols: bool,
    /// How far the source had been read, in bytes, where that is further than to the error.
    pub(crate) read: Option<u32>,
    /// Of a UnicodeDecodeError.
    pub undecoded: Option<Undecoded>,
    /// What was found odd before it.
    pub warnings: Vec<SyntaxWarning>,
}

pub(super) type Result<T> = std::result::Result<T, Box<SyntaxError>>;

impl SyntaxError {
    /// Whether the source could be parsed.
    pub(crate) fn is_of_compiler(&self) -> bool {
        self.stage == Stage::Compiling
    }

    /// Nothing that a rule of the grammar for errors says: what the parser says where no rule applies.
    pub(super) fn is_generic(&self) -> bool {
        matches!(self.message.as_str(), "invalid syntax" | "unexpected indent" | "unexpected unindent")
    }

    /// At a dedent, which has no column: that of the blanks before it.
    pub(super) fn before_dedent(&mut self) {
        self.column -= 1;
        self.end_column = self.column;
    }

    pub(super) fn at_stage(mut self: Box<Self>, stage: Stage) -> Box<SyntaxError> {
        self.stage = stage;
        self
    }

    /// CPython counts the characters up to an end on a later line in the line of the beginning.
    pub(super) fn end_within_text(&mut self) {
        if let Some(text) = self.text.as_deref().filter(|_| self.end_line > self.line) {
            self.end_column = self.end_column.min(text.chars().count() as u32 + 1);
        }
    }

    pub(super) fn without_line_end(&mut self) {
        if let Some(text) = &mut self.text {
            text.truncate(text.trim_end_matches('\n').len());
        }
    }
}

/// What stands between tokens.
const BLANKS: [char; 3] = [' ', '\t', '\u{c}'];

impl Source<'_> {
    /// A SyntaxError at a range of the source.
    pub(super) fn error(&self, message: impl Into<String>, range: TextRange) -> Box<SyntaxError> {
        self.error_of(ErrorKind::SyntaxError, message, range)
    }

    pub(super) fn error_of(&self, kind: ErrorKind, message: impl Into<String>, range: TextRange) -> Box<SyntaxError> {
        let (line, column) = self.line_and_character(range.start().to_usize());
        let (end_line, end_column) = self.line_and_character(range.end().to_usize());
        Box::new(SyntaxError {
            kind,
            message: message.into(),
            filename: self.filename.to_string(),
            line,
            column,
            end_line,
            end_column,
            text: Some(with_line_end(self.line_text(line))),
            stage: Stage::Reading,
            of_symbols: false,
            read: None,
            undecoded: None,
            warnings: Vec::new(),
        })
    }

    /// An error that is none of the tokenizer's: CPython reads its line from the file once more, in pieces, and shows
    /// the last of them (`err_programtext` of Python/errors.c).
    pub(super) fn read_in_pieces(&self, mut error: Box<SyntaxError>) -> Box<SyntaxError> {
        const PIECE: usize = 999;
        let text = error.text.as_deref().filter(|text| self.is_file && text.len() > PIECE);
        if let Some(piece) = text.and_then(|text| text.get((text.len() - 1) / PIECE * PIECE..)) {
            let last = piece.chars().count() as u32 + 1;
            error.column = error.column.min(last);
            if error.end_line == error.line {
                error.end_column = error.end_column.min(last);
            }
            error.text = Some(piece.to_string());
        }
        error
    }

    /// What is found in the tree has its place in bytes, as nodes have, which CPython takes for characters.
    pub(super) fn count_bytes(&self, error: &mut SyntaxError) {
        let bytes = |line: u32, column: u32| {
            let text = self.line_text(line.max(1));
            let before = text.chars().take((column as usize).saturating_sub(1));
            column + before.map(|c| c.len_utf8() as u32 - 1).sum::<u32>()
        };
        error.column = bytes(error.line, error.column);
        error.end_column = bytes(error.end_line, error.end_column);
    }

    /// The error of a source to whose last line the tokenizer adds no line end.
    pub(super) fn as_given(&self, mut error: SyntaxError) -> SyntaxError {
        if let Some(text) = &mut error.text
            && !self.line_text(error.line).ends_with(['\n', '\r'])
        {
            text.truncate(text.trim_end_matches('\n').len());
        }
        // Where the source ends there is no token that has a place.
        let ends = self.text.chars().count() + 1 == error.column as usize && !self.text.contains(['\n', '\r']);
        if ends && error.message == "invalid syntax" {
            (error.column, error.end_column) = (0, 0);
        }
        if !self.says_something() && error.kind != ErrorKind::NotSupported {
            self.nothing(&mut error);
        }
        error
    }

    /// Whether a source is more than blanks and comments.
    fn says_something(&self) -> bool {
        self.text.lines().any(|line| !matches!(line.trim_start_matches(BLANKS).as_bytes(), [] | [b'#', ..]))
    }

    /// What is wrong with an expression or a statement that is none: blanks at the end are an indentation.
    fn nothing(&self, error: &mut SyntaxError) {
        let last = self.text.rsplit('\n').next().unwrap_or_default();
        let blanks = if last.trim_matches(BLANKS).is_empty() { last.len() as u32 } else { 0 };
        let line = if blanks > 0 { self.text.matches('\n').count() as u32 + 1 } else { !self.text.is_empty() as u32 };
        (error.line, error.column, error.end_line, error.end_column) = (line, blanks, line, blanks);
        if blanks > 0 {
            (error.kind, error.message) = (ErrorKind::IndentationError, "unexpected indent".into());
            error.text = Some(last.into());
        }
    }

    /// What the symbol table finds.
    pub(super) fn error_of_symbols(&self, message: impl Into<String>, range: TextRange) -> Box<SyntaxError> {
        let mut error = self.error(message, range);
        error.of_symbols = true;
        error
    }

    /// What is valid Python but not translated yet.
    pub(super) fn not_supported(&self, what: impl Into<String>, range: TextRange) -> Box<SyntaxError> {
        self.error_of(ErrorKind::NotSupported, what, range)
    }
}

/// CPython's tokenizer ends the last line of every source.
fn with_line_end(mut text: String) -> String {
    if !text.ends_with(['\n', '\r']) {
        text.push('\n');
    }
    text
}
