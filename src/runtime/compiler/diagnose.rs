//! What CPython says of a source that is no Python: the first error that its parser and tokenizer would raise, found
//! by recognizing the token stream again as its grammar does (`Grammar/python.gram`, the `invalid_…` rules).
//!
//! Runs only when the parser's library has found an error. Expressions are in diagnose_expr.rs, calls and displays in
//! diagnose_atom.rs, compound statements in diagnose_block.rs.

use ruff_text_size::{TextRange, TextSize};

use super::buffered::{show_buffer, show_buffer_at};
use super::errors::{ErrorKind, SyntaxError};
use super::source::Source;
use super::token::{Kind, Token};
use super::tokenizer::{Paren, Tokenized};
use crate::objects::hasher::FastMap;

pub(super) type Parse<T> = Result<T, Box<SyntaxError>>;

/// What an expression is, as far as messages name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Name,
    Attribute,
    Subscript,
    Starred,
    List,
    Tuple,
    /// Operators: «expression».
    Operator,
    /// A comparison; with `in`, its left side counts as a loop's target.
    Comparison {
        is_in: bool,
    },
    /// A logical operator, which is no `bitwise_or` of the grammar but has the same name.
    Logical,
    /// What the text says: a call, a literal, …
    Other(&'static str),
}

/// A recognized expression: first and last token.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub shape: Shape,
    pub first: usize,
    pub last: usize,
    /// Items of lists and tuples, the value of a starred one, the left side of a comparison.
    pub parts: Vec<Node>,
    /// In parentheses of its own, so no part of an operator's chain.
    pub closed: bool,
}

pub(super) struct Diagnoser<'a, 's> {
    pub source: &'a Source<'s>,
    pub tokens: &'a [Token],
    pub at: usize,
    /// The furthest token looked at.
    pub seen: usize,
    /// Nested speculation, in which the rules for errors do not apply.
    pub quiet: u32,
    /// Logical operations by their first token that were recognized, or not, while a neighbour was looked for: what
    /// they are and where they end.
    pub known: FastMap<usize, Option<(Node, usize)>>,
    pub remembering: bool,
    /// What follows a name as it may follow `print` is read.
    pub behind_name: bool,
    /// Names and brackets behind which the rules for errors have found nothing: they are not asked twice, since each
    /// nested one would ask twice again.
    pub fruitless: FastMap<usize, ()>,
    /// The first error of a rule that applies in both of CPython's passes, wherever it stands in the grammar.
    pub at_once: Option<Box<SyntaxError>>,
}

/// The error of a source that the parser rejected; None if this recognizer finds nothing wrong with it.
#[inline(never)]
pub(super) fn diagnose(source: &Source, tokenized: &Tokenized, expression: bool) -> Option<Box<SyntaxError>> {
    if let Some(error) = &tokenized.error {
        return Some(before_tokenizer_error(source, tokenized, expression).unwrap_or_else(|| error.clone()));
    }
    let mut diagnoser = Diagnoser::new(source, &tokenized.tokens);
    let mut error = diagnoser.passes(expression)?;
    let line = source.line(diagnoser.tokens[diagnoser.seen].start as usize);
    let at_end = diagnoser.kind_at(diagnoser.seen) == Kind::End;
    match tokenized.open.last() {
        // What is open within an f-string is found by the parser alone, once it has come to the end.
        Some(open) if at_end || !tokenized.in_fstring && line > source.line(open.at as usize) => {
            let mut unclosed = never_closed(source, tokenized, *open);
            unclosed.read = error.read;
            Some(unclosed)
        }
        _ => {
            show_buffer(source, &tokenized.tokens, diagnoser.seen, &mut error);
            error.end_within_text();
            Some(error)
        }
    }
}

/// The parser's error that CPython reports although the tokenizer finds one further on: an unexpected indent always,
/// others only before an error of indentation, a stray backslash or within an f-string
/// (`_PyPegen_tokenize_full_source_to_check_for_errors`).
fn before_tokenizer_error(source: &Source, tokenized: &Tokenized, expression: bool) -> Option<Box<SyntaxError>> {
    let found = tokenized.error.as_ref();
    let of_backslash = found.is_some_and(|e| {
        let starts = ["unexpected character after line continuation", "unexpected EOF while parsing"];
        starts.iter().any(|start| e.message.starts_with(start))
    });
    let gives_way = of_backslash || found.is_some_and(|e| e.kind != ErrorKind::SyntaxError);
    let mut tokens = tokenized.tokens.clone();
    let end = tokens.last().map_or(0, |t| t.end);
    let last = tokens.len();
    tokens.push(Token { kind: Kind::End, start: end, end, level: 0 });
    let mut diagnoser = Diagnoser::new(source, &tokens);
    let earlier = diagnoser.passes(expression).filter(|_| diagnoser.seen < last);
    let Some(error) = earlier else {
        let at_end = found.is_some_and(|e| e.message.starts_with("unexpected EOF"));
        return tokenized.open.last().filter(|_| at_end).map(|open| never_closed(source, tokenized, *open));
    };
    if of_backslash
        && let Some(open) = tokenized.open.last()
        && source.line(tokens[diagnoser.seen].start as usize) > source.line(open.at as usize)
    {
        return Some(never_closed(source, tokenized, *open));
    }
    (gives_way || tokenized.in_fstring || error.message.starts_with("unexpected indent")).then_some(error)
}

fn never_closed(source: &Source, tokenized: &Tokenized, open: Paren) -> Box<SyntaxError> {
    let range = TextRange::empty(TextSize::new(open.at));
    let mut error = source.error(format!("'{}' was never closed", open.byte as char), range);
    error.end_column = 0;
    show_buffer_at(source, &tokenized.tokens, source.text.len(), &mut error);
    error
}

impl<'a, 's> Diagnoser<'a, 's> {
    pub fn new(source: &'a Source<'s>, tokens: &'a [Token]) -> Self {
        Diagnoser {
            source,
            tokens,
            at: 0,
            seen: 0,
            quiet: 0,
            known: FastMap::default(),
            remembering: false,
            behind_name: false,
            fruitless: FastMap::default(),
            at_once: None,
        }
    }

    /// CPython reads a source twice (`_PyPegen_run_parser`): without the rules for errors, which tells where «invalid
    /// syntax» stands, and with them.
    fn passes(&mut self, expression: bool) -> Option<Box<SyntaxError>> {
        self.quiet = 1;
        _ = self.pass(expression);
        let place = self.seen;
        let read = self.tokens[place].start;
        let first = self.at_once.take();
        let found = first.or_else(|| {
            (self.at, self.quiet) = (0, 0);
            let error = self.pass(expression).err()?;
            let error = self.at_once.take().unwrap_or(error);
            Some(if error.is_generic() { self.invalid_at(place) } else { error })
        });
        found.map(|mut error| {
            error.read = Some(read);
            error
        })
    }

    fn pass(&mut self, expression: bool) -> Parse<()> {
        if expression { self.eval_input() } else { self.file_input() }
    }

    /// What may not be there: None, and back at a place, unless a rule for errors applies, which they do in the second
    /// pass.
    pub fn maybe<T>(&mut self, back: usize, parse: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<Option<T>> {
        match parse(self) {
            Ok(found) => Ok(Some(found)),
            Err(error) if self.quiet > 0 || error.is_generic() => {
                self.at = back;
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    fn eval_input(&mut self) -> Parse<()> {
        self.star_expressions()?;
        while self.kind() == Kind::Newline {
            self.at += 1;
        }
        if self.kind() != Kind::End { self.invalid() } else { Ok(()) }
    }

    fn file_input(&mut self) -> Parse<()> {
        while self.kind() != Kind::End {
            self.statement()?;
        }
        Ok(())
    }

    // ---- tokens

    pub fn kind_at(&self, index: usize) -> Kind {
        self.tokens.get(index).map_or(Kind::End, |t| t.kind)
    }

    pub fn kind(&mut self) -> Kind {
        self.seen = self.seen.max(self.at.min(self.tokens.len().saturating_sub(1)));
        self.kind_at(self.at)
    }

    pub fn text_at(&self, index: usize) -> &'s str {
        self.tokens.get(index).map_or("", |t| &self.source.text[t.start as usize..t.end as usize])
    }

    /// The text of a name or operator.
    pub fn text(&mut self) -> &'s str {
        match self.kind() {
            Kind::Name | Kind::Op => self.text_at(self.at),
            _ => "",
        }
    }

    /// The kind of the token behind the next one, which the grammar looks at.
    pub fn kind_ahead(&mut self) -> Kind {
        self.at += 1;
        let kind = self.kind();
        self.at -= 1;
        kind
    }

    /// The text of the token behind the next one, which the grammar looks at.
    pub fn text_ahead(&mut self) -> &'s str {
        self.at += 1;
        let text = self.text();
        self.at -= 1;
        text
    }

    pub fn is(&mut self, text: &str) -> bool {
        self.text() == text
    }

    pub fn accept(&mut self, text: &str) -> bool {
        let found = self.is(text);
        self.at += found as usize;
        found
    }

    pub fn expect(&mut self, text: &str) -> Parse<()> {
        if self.accept(text) { Ok(()) } else { self.invalid() }
    }

    /// A name that is no keyword.
    pub fn is_name(&mut self) -> bool {
        self.kind() == Kind::Name && !is_keyword(self.text_at(self.at))
    }

    pub fn expect_name(&mut self) -> Parse<()> {
        if !self.is_name() {
            return self.invalid();
        }
        self.at += 1;
        Ok(())
    }

    // ---- errors

    pub fn range(&self, first: usize, last: usize) -> TextRange {
        let start = self.tokens[first.min(self.tokens.len() - 1)].start;
        let end = self.tokens[last.min(self.tokens.len() - 1)].end;
        TextRange::new(TextSize::new(start), TextSize::new(end.max(start)))
    }

    /// An error over a range of tokens.
    pub fn error<T>(&self, message: impl Into<String>, first: usize, last: usize) -> Parse<T> {
        Err(self.source.error(message, self.range(first, last)))
    }

    /// An error from a token to where the tokenizer stands (`RAISE_SYNTAX_ERROR_STARTING_FROM`).
    pub fn error_from<T>(&self, message: impl Into<String>, first: usize) -> Parse<T> {
        let last = self.tokens[self.seen];
        // A line's end has a column, also where the source ends without one.
        let end = if last.start == last.end { last.end } else { last.end - 1 };
        let mut error = self.source.error(message, self.range(first, first));
        (error.end_line, error.end_column) = self.source.line_and_character(end as usize);
        Err(error)
    }

    /// An error of a rule of which CPython's generator does not see that it is one for errors: a token stands before it.
    pub fn error_at_once<T>(&mut self, error: Parse<T>) -> Parse<T> {
        error.inspect_err(|error| _ = self.at_once.get_or_insert_with(|| error.clone()))
    }

    /// An error at an expression.
    pub fn error_at<T>(&self, message: impl Into<String>, node: &Node) -> Parse<T> {
        self.error(message, node.first, node.last)
    }

    /// An error where the furthest token looked at stands (`RAISE_SYNTAX_ERROR`).
    pub fn error_here<T>(&self, message: impl Into<String>) -> Parse<T> {
        let token = self.tokens[self.seen.min(self.tokens.len() - 1)];
        let mut error = self.error_at_token(message, token);
        // Where blocks begin and end there is no token's column, but that of the blanks.
        match token.kind {
            Kind::Indent => {
                error.column = error.end_column - 1;
                error.end_column = error.column;
            }
            Kind::Dedent if (token.start as usize) < self.source.text.len() => error.before_dedent(),
            _ => {}
        }
        Err(error)
    }

    pub fn error_at_token(&self, message: impl Into<String>, token: Token) -> Box<SyntaxError> {
        let mut range = self.token_range(token);
        let is_newline = token.kind == Kind::Newline;
        if is_newline {
            // Up to the line's end, which counts as one column.
            let text = self.source.text[range.start().to_usize()..].split(['\r', '\n']).next().unwrap_or_default();
            range = TextRange::at(range.start(), TextSize::of(text));
        }
        let mut error = self.source.error(message, range);
        error.end_column += is_newline as u32;
        self.at_end_of_file(token, &mut error);
        error
    }

    /// A file that has been read to its end has no line left whose columns could be counted.
    fn at_end_of_file(&self, token: Token, error: &mut SyntaxError) {
        let ends = matches!(token.kind, Kind::Dedent | Kind::End) && token.start as usize >= self.source.text.len();
        if self.source.is_file && ends {
            (error.column, error.end_column) = (0, 0);
        }
    }

    /// CPython's range of a token: those behind the last line stand at its end.
    fn token_range(&self, token: Token) -> TextRange {
        let text = self.source.text;
        let behind = matches!(token.kind, Kind::End | Kind::Dedent) && token.start as usize == text.len();
        if behind && text.ends_with('\n') {
            return TextRange::empty(TextSize::new(token.start - 1));
        }
        token.range()
    }

    /// «invalid syntax» at the current token, or what its place in the indentation makes of it.
    pub fn invalid<T>(&mut self) -> Parse<T> {
        self.kind();
        Err(self.invalid_at(self.seen))
    }

    fn invalid_at(&self, place: usize) -> Box<SyntaxError> {
        let token = self.tokens[place];
        match token.kind {
            Kind::Indent => self.indentation_error("unexpected indent", token),
            Kind::Dedent => {
                let mut error = self.indentation_error("unexpected unindent", token);
                if (token.start as usize) < self.source.text.len() {
                    error.before_dedent();
                }
                error
            }
            _ => {
                let mut error = self.error_at_token("invalid syntax", token);
                if token.kind == Kind::End {
                    // The end of a source has no column.
                    (error.column, error.end_column) = (0, 0);
                }
                error
            }
        }
    }

    pub fn indentation_error(&self, message: impl Into<String>, token: Token) -> Box<SyntaxError> {
        let mut range = self.token_range(token);
        if token.kind == Kind::Indent && !range.is_empty() {
            // The last of the blanks.
            range = TextRange::empty(range.end() - TextSize::new(1));
        }
        let mut error = self.source.error_of(ErrorKind::IndentationError, message, range);
        self.at_end_of_file(token, &mut error);
        error
    }

    /// Tries what may not be there: gives None, and the old place, when it is not.
    pub fn attempt<T>(&mut self, parse: impl FnOnce(&mut Self) -> Parse<T>) -> Option<T> {
        let (at, seen) = (self.at, self.seen);
        self.quiet += 1;
        let result = parse(self);
        self.quiet -= 1;
        if result.is_err() {
            self.at = at;
            // Whoever looked at the end of the source in open brackets says so.
            if self.kind_at(self.seen) != Kind::End && self.quiet == 0 {
                self.seen = seen;
            }
        }
        result.ok()
    }

    /// CPython's `_PyPegen_get_invalid_target`: the first part that no value can be assigned to.
    pub fn invalid_target(&self, node: &Node, kind: Targets) -> Option<Node> {
        match node.shape {
            Shape::Name | Shape::Attribute | Shape::Subscript => None,
            Shape::List | Shape::Tuple => node.parts.iter().find_map(|part| self.invalid_target(part, kind)),
            Shape::Starred if kind == Targets::Delete => Some(node.clone()),
            Shape::Starred => self.invalid_target(&node.parts[0], kind),
            Shape::Comparison { is_in } if kind == Targets::For => {
                if is_in {
                    self.invalid_target(&node.parts[0], kind)
                } else {
                    None
                }
            }
            _ => Some(node.clone()),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Targets {
    Star,
    For,
    Delete,
}

impl Node {
    /// CPython's `_PyPegen_get_expr_name`.
    pub fn name(&self) -> &'static str {
        match self.shape {
            Shape::Name => "name",
            Shape::Attribute => "attribute",
            Shape::Subscript => "subscript",
            Shape::Starred => "starred",
            Shape::List => "list",
            Shape::Tuple => "tuple",
            Shape::Operator | Shape::Logical => "expression",
            Shape::Comparison { .. } => "comparison",
            Shape::Other(name) => name,
        }
    }

    /// No comparison, logical operator, lambda, conditional or named expression outside parentheses.
    pub fn is_bitwise_or(&self) -> bool {
        let loose = matches!(self.shape, Shape::Comparison { .. } | Shape::Logical | Shape::Starred)
            || matches!(self.shape, Shape::Other("lambda" | "conditional expression" | "named expression"))
            || self.shape == Shape::Tuple;
        self.closed || !loose
    }
}

pub(super) const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

pub(super) fn is_keyword(text: &str) -> bool {
    KEYWORDS.contains(&text)
}
