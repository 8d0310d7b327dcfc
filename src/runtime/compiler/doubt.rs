//! What the parser's library accepts and CPython's grammar does not, as far as it is known, and the other way round.
//! Tokens tell where it may be; diagnose.rs says whether it is.

use ruff_python_ast::{self as ast, Expr, ExprContext};
use ruff_text_size::TextRange;

use super::diagnose::{Diagnoser, is_keyword};
use super::source::Source;
use super::token::{Kind, Token};

/// May CPython refuse a source that was parsed?
#[inline(never)]
pub(super) fn doubtful(source: &Source, tokens: &[Token]) -> bool {
    let text = |n: usize| tokens.get(n).map_or("", |token| source.slice(token.range()));
    (0..tokens.len()).any(|n| match (tokens[n].kind, text(n)) {
        // Only a name, without parentheses, may stand before it.
        (Kind::Op, ":=") => n > 0 && text(n - 1) == ")",
        (Kind::Name, "yield") => tokens.get(n + 1).is_some_and(|next| !may_follow_yield(next.kind, text(n + 1))),
        (Kind::Name, "case") => {
            let begins = n == 0 || matches!(tokens[n - 1].kind, Kind::Newline | Kind::Indent | Kind::Dedent);
            begins && !Diagnoser::new(source, tokens).is_case(n)
        }
        (Kind::Name, "try") => text(after_block(tokens, n + 2)) == "else",
        _ => false,
    })
}

/// The token behind the block or the line that begins at a token.
fn after_block(tokens: &[Token], begin: usize) -> usize {
    let mut depth = 0;
    let mut ends = |token: &Token| {
        match token.kind {
            Kind::Indent => depth += 1,
            Kind::Dedent => depth -= 1,
            _ => {}
        }
        depth == 0 && matches!(token.kind, Kind::Newline | Kind::Dedent)
    };
    // A block's first token is a newline.
    let begin = begin + usize::from(tokens.get(begin).is_some_and(|token| token.kind == Kind::Newline));
    begin + 1 + tokens.iter().skip(begin).take_while(|token| !ends(token)).count()
}

/// The beginning of a value, or what ends the expression: no operator that has `yield` for its left operand.
fn may_follow_yield(kind: Kind, text: &str) -> bool {
    match kind {
        Kind::Name => !is_keyword(text) || ["from", "lambda", "not", "await", "None", "True", "False"].contains(&text),
        Kind::Op => ["(", "[", "{", "*", "+", "-", "~", "...", ")", "}", ";", "=", ":", "!"].contains(&text),
        _ => true,
    }
}

/// Is the error that a `raise` with a semicolon behind it has no exception?
pub(super) fn is_bare_raise(source: &Source, tokens: &[Token], error: TextRange) -> bool {
    let at = tokens.partition_point(|token| token.range().start() < error.start());
    let text = |n: usize| tokens.get(n).map_or("", |token| source.slice(token.range()));
    at > 0 && text(at) == ";" && text(at - 1) == "raise"
}

/// What a statement raises, if it says so: the parser's library puts a name without letters before a semicolon.
pub(super) fn raised(stmt: &ast::StmtRaise) -> Option<&Expr> {
    let given = |exc: &&Expr| exc.as_name_expr().is_none_or(|name| name.ctx != ExprContext::Invalid);
    stmt.exc.as_deref().filter(given)
}
