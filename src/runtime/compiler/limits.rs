//! Bounds on nesting that are no brackets or indentation (those the tokenizer counts): chains of operators, calls,
//! unary operators, lambdas, conditional expressions. The parser and the compiler recurse along them, and wasm's stack
//! is small, so what is deeper ends as in CPython, in its words, though sooner than in CPython. And the digits of ints.

use super::errors::{ErrorKind, Result, SyntaxError};
use super::source::Source;
use super::token::{Kind, Token};
use crate::objects::int::parse_str;
use crate::objects::str::PyStr;

/// What the parser recurses along: `not not …`, `- - …`, `a ** b ** …`, `x if y else …`, `lambda: lambda: …`; counted
/// over all open brackets.
const MAX_NESTED: usize = 400;
/// What leans to the left: `a + b + …` (walked without recursion, but dropped with it).
const MAX_OPERATORS: usize = 3000;
/// `a.b().c[0] …`
const MAX_TRAILERS: usize = 400;

/// Counts within one pair of brackets, since the last comma or the statement's beginning.
#[derive(Default, Clone, Copy)]
struct Counts {
    /// `lambda` and `if`, whose last operand goes on to the end.
    nested: usize,
    /// `not`, up to the next `and` or `or`.
    negations: usize,
    /// `**`, signs and `await`, up to the next operator that binds less.
    tight: usize,
    operators: usize,
    trailers: usize,
}

impl Counts {
    fn depth(&self) -> usize {
        self.nested + self.negations + self.tight
    }

    /// Before a comparison, `and` and `or`, whose operands stand beside each other, however many.
    fn end_operand(&mut self) {
        (self.tight, self.operators, self.trailers) = (0, 0, 0);
    }
}

/// Fails for an expression that is nested too deeply.
#[inline(never)]
pub(super) fn check(source: &Source, tokens: &[Token]) -> Result<()> {
    let mut stack = vec![Counts::default()];
    let mut total = 0;
    for (n, token) in tokens.iter().enumerate() {
        let text = source.slice(token.range());
        let after_operand = n > 0 && ends_operand(source, tokens[n - 1]);
        let counts = stack.last_mut().expect("the outermost level");
        let before = counts.depth();
        match (token.kind, text) {
            (Kind::Newline, _) | (Kind::Op, "," | ";" | "=") => *counts = Counts::default(),
            (Kind::Op, "(" | "[" | "{") => {
                counts.trailers += after_operand as usize;
                check_trailers(source, counts.trailers, *token)?;
                stack.push(Counts::default());
                continue;
            }
            (Kind::Op, ")" | "]" | "}") => {
                total -= before.min(total);
                stack.pop();
                if stack.is_empty() {
                    stack.push(Counts::default());
                }
                continue;
            }
            (Kind::Op, ".") => counts.trailers += 1,
            (Kind::Op, "**") => counts.tight += 1,
            (Kind::Op, "+" | "-" | "~") if !after_operand => counts.tight += 1,
            (Kind::Op, "+" | "-" | "*" | "/" | "//" | "%" | "@" | "|" | "&" | "^" | "<<" | ">>") => {
                counts.operators += 1;
                counts.trailers = 0;
                counts.tight = 0;
            }
            (Kind::Op, "==" | "!=" | "<" | ">" | "<=" | ">=") | (Kind::Name, "in" | "is") => counts.end_operand(),
            (Kind::Name, "and" | "or") => {
                counts.end_operand();
                counts.negations = 0;
            }
            (Kind::Name, "await") => counts.tight += 1,
            (Kind::Name, "not") => counts.negations += 1,
            (Kind::Name, "lambda" | "if") => counts.nested += 1,
            _ => {}
        }
        let counts = *counts;
        total = total + counts.depth() - before.min(total + counts.depth());
        if total > MAX_NESTED {
            let message = "Parser stack overflowed - Python source too complex to parse";
            return Err(source.error_of(ErrorKind::MemoryError, message, token.range()));
        }
        check_trailers(source, counts.trailers, *token)?;
        if counts.operators > MAX_OPERATORS {
            return Err(source.error_of(ErrorKind::RecursionError, TOO_DEEP, token.range()));
        }
    }
    Ok(())
}

/// The first decimal int with more digits than a run allows (`_PyPegen_number_token`), unless the parser ends before
/// it with `other`. The error has a line and no column.
#[inline(never)]
pub(super) fn refused_number(
    source: &Source,
    tokens: &[Token],
    other: Option<&SyntaxError>,
) -> Option<Box<SyntaxError>> {
    let limit = source.max_digits.0;
    let long = |token: &&Token| token.kind == Kind::Number && limit > 0 && (token.end - token.start) as usize > limit;
    tokens.iter().filter(long).find_map(|token| {
        let digits: String = source.slice(token.range()).chars().filter(|c| *c != '_').collect();
        if !digits.starts_with(|c| ('1'..='9').contains(&c)) || !digits.bytes().all(|c| c.is_ascii_digit()) {
            return None;
        }
        let refused = parse_str(&PyStr::from(digits), 10, limit).err()?;
        let hint = "Consider hexadecimal for huge integer literals to avoid decimal conversion limits.";
        let mut error = source.error(format!("{} - {hint}", refused.text), token.range());
        let is_first = other.is_none_or(|other| (other.line, other.column) > (error.line, error.column));
        (error.column, error.end_column) = (0, 0);
        is_first.then_some(error)
    })
}

const TOO_DEEP: &str = "maximum recursion depth exceeded during compilation";

fn check_trailers(source: &Source, trailers: usize, token: Token) -> Result<()> {
    if trailers > MAX_TRAILERS {
        return Err(source.error_of(ErrorKind::RecursionError, TOO_DEEP, token.range()));
    }
    Ok(())
}

fn ends_operand(source: &Source, token: Token) -> bool {
    match token.kind {
        Kind::Number | Kind::String | Kind::FStringEnd => true,
        Kind::Name => !super::diagnose::is_keyword(source.slice(token.range())),
        Kind::Op => matches!(source.slice(token.range()), ")" | "]" | "}"),
        _ => false,
    }
}
