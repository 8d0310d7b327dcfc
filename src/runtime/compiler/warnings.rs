//! SyntaxWarnings: what CPython finds odd and compiles all the same. Those of string literals come from the tokens, the
//! others while the code is emitted, as in CPython.

use ruff_python_ast::{self as ast, CmpOp, Expr, UnaryOp};
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::bytecode::Const;

use super::Compiler;
use super::errors::{Stage, SyntaxError};
use super::source::Source;
use super::token::{Kind, Token};
use super::tokenizer::tokenize;

/// A warning as the warnings module shows it: `file:line: SyntaxWarning: message`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxWarning {
    pub line: u32,
    pub message: String,
    /// What it is where warnings are errors.
    pub error: Box<SyntaxError>,
}

impl SyntaxWarning {
    /// What the warnings module prints of it, for a program of that name: its place and words, and the line itself.
    pub fn shown(&self, file: &str) -> String {
        let line = self.error.text.as_deref().unwrap_or_default().trim();
        format!("{file}:{}: SyntaxWarning: {}\n  {line}\n", self.line, self.message)
    }
}

impl Source<'_> {
    fn warning(&self, message: String, range: TextRange) -> SyntaxWarning {
        let error = self.error(&*message, range);
        SyntaxWarning { line: error.line, message, error }
    }
}

/// Warnings about the literals of a text that is no program of its own.
#[inline(never)]
pub fn warnings_of_text(text: &str) -> Vec<SyntaxWarning> {
    let source = Source::new(text, "<unknown>", false);
    let tokens = tokenize(&source).tokens;
    of_literals(&source, &tokens, tokens.len())
}

/// Those that CPython's parser has given of literals when it comes to an error.
#[cold]
#[inline(never)]
pub(super) fn before(source: &Source, error: &SyntaxError) -> Vec<SyntaxWarning> {
    let tokens = tokenize(source).tokens;
    let place = (error.line, error.column);
    let before = |token: &&Token| {
        let start = token.range().start();
        error.read.map_or_else(|| source.line_and_character(start.to_usize()) < place, |read| start.to_u32() < read)
    };
    let read = if error.stage == Stage::Compiling { tokens.len() } else { tokens.iter().take_while(before).count() };
    let mut warnings = of_literals(source, &tokens, read);
    if error.message != "unexpected indent" {
        // Behind an error it looks for worse ones of the tokenizer's, which warns of numbers
        // (`_PyPegen_tokenize_full_source_to_check_for_errors`).
        warnings.extend((read..tokens.len()).filter_map(|at| of_number(source, &tokens[at..])));
    }
    warnings
}

/// A warning about the first token if it is a number with a keyword right behind it.
fn of_number(source: &Source, tokens: &[Token]) -> Option<SyntaxWarning> {
    let [number, next, ..] = tokens else { return None };
    // Only a keyword can follow at once; a name of other letters is a token of its own, and an error of the parser's.
    let follows = number.kind == Kind::Number
        && next.kind == Kind::Name
        && next.start == number.end
        && source.slice(next.range()).starts_with(|c: char| c.is_ascii());
    let message = || format!("invalid {} literal", number_kind(source.slice(number.range())));
    follows.then(|| source.warning(message(), number.range()))
}

/// An f-string of whose end nothing has been seen.
#[derive(Default)]
struct OpenFString {
    raw: bool,
    /// What is odd about its own text, which CPython decodes at its end.
    waiting: Vec<String>,
}

/// Warnings about the first invalid escape of each literal, and of numbers with a keyword right behind them, among the first
/// `read` tokens.
#[inline(never)]
pub(super) fn of_literals(source: &Source, tokens: &[Token], read: usize) -> Vec<SyntaxWarning> {
    let mut warnings = Vec::new();
    let mut open: Vec<OpenFString> = Vec::new();
    for (n, token) in tokens[..read].iter().enumerate() {
        let text = source.slice(token.range());
        warnings.extend(of_number(source, &tokens[n..]));
        let prefix = text.split(['"', '\'']).next().unwrap_or("");
        let raw = prefix.contains(['r', 'R']);
        let body = match token.kind {
            Kind::FStringStart => {
                open.push(OpenFString { raw, ..OpenFString::default() });
                continue;
            }
            Kind::FStringEnd => {
                let waiting = open.pop().map(|fstring| fstring.waiting).unwrap_or_default();
                warnings.extend(waiting.into_iter().map(|message| source.warning(message, token.range())));
                continue;
            }
            // A backslash at its end may stand before the brace that ends it.
            Kind::FStringMiddle | Kind::FStringSpecifier => with_brace(source, token, text),
            Kind::String if !raw => &text[prefix.len()..],
            _ => continue,
        };
        let bytes = token.kind == Kind::String && prefix.contains(['b', 'B']);
        if let Some(fstring) = open.last_mut().filter(|_| token.kind == Kind::FStringMiddle) {
            if !fstring.raw {
                let (told, pieces) = in_pieces(body);
                let place =
                    |at: usize| TextRange::empty(token.range().start() + TextSize::try_from(at).unwrap_or_default());
                warnings.extend(told.iter().map(|&at| {
                    let message = format!("invalid escape sequence '{}'", &body[at - 1..=at]);
                    source.warning(message, place(at))
                }));
                fstring.waiting.extend(pieces.into_iter().filter_map(|piece| invalid_escape(piece, bytes)));
            }
        } else if let Some(message) = invalid_escape(body, bytes) {
            // Decoded at once, a specifier raw or not.
            warnings.push(source.warning(message, token.range()));
        }
    }
    warnings
}

/// What CPython reads of an f-string's text: where braces behind backslashes stand, of which the tokenizer tells at once,
/// and the pieces that doubled braces part, which are decoded each by itself.
fn in_pieces(body: &str) -> (Vec<usize>, Vec<&str>) {
    let bytes = body.as_bytes();
    let (mut told, mut pieces, mut begin, mut at) = (Vec::new(), Vec::new(), 0, 0);
    let is_brace = |at: usize| matches!(bytes.get(at), Some(b'{' | b'}'));
    while at < bytes.len() {
        let escaped = bytes[at] == b'\\';
        let brace = at + usize::from(escaped);
        if is_brace(brace) {
            if escaped {
                told.push(brace);
            }
            pieces.push(&body[begin..at]);
            at = brace + if bytes.get(brace + 1) == bytes.get(brace) { 2 } else { 1 };
            begin = at;
        } else if escaped && body[at..].starts_with("\\N{") {
            at += body[at..].find('}').map_or(3, |end| end + 1);
        } else {
            at = brace + 1;
        }
    }
    pieces.push(body.get(begin..).unwrap_or_default());
    (told, pieces)
}

/// An f-string's text with the brace behind it, if there is one.
fn with_brace<'a>(source: &Source<'a>, token: &Token, text: &'a str) -> &'a str {
    let range = token.range();
    let longer = TextRange::new(range.start(), range.end() + TextSize::from(1));
    match source.text.as_bytes().get(range.end().to_usize()) {
        Some(b'{' | b'}') if text.ends_with('\\') => source.slice(longer),
        _ => text,
    }
}

/// CPython's word for a number's notation.
fn number_kind(text: &str) -> &'static str {
    match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => "hexadecimal",
        [b'0', b'o' | b'O', ..] => "octal",
        [b'0', b'b' | b'B', ..] => "binary",
        [.., b'j' | b'J'] => "imaginary",
        _ => "decimal",
    }
}

fn invalid_escape(body: &str, bytes: bool) -> Option<String> {
    let mut chars = body.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            continue;
        }
        let escape = chars.next()?;
        match escape {
            '\n' | '\r' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x' => {}
            'u' | 'U' | 'N' if !bytes => {}
            '0'..='7' => {
                let mut digits = String::from(escape);
                while digits.len() < 3
                    && let Some(digit) = chars.next_if(|d| d.is_digit(8))
                {
                    digits.push(digit);
                }
                if u32::from_str_radix(&digits, 8).is_ok_and(|value| value > 0o377) {
                    return Some(format!("invalid octal escape sequence '\\{digits}'"));
                }
            }
            // In an f-string's text a brace ends it.
            '{' | '}' if !bytes => return Some(format!("invalid escape sequence '\\{escape}'")),
            // A backslash before other letters is given to the codec as itself (`decode_unicode_with_escapes`).
            other if !other.is_ascii() && !bytes => {}
            other => return Some(format!("invalid escape sequence '\\{other}'")),
        }
    }
    None
}

impl Compiler<'_, '_> {
    fn warn(&mut self, node: &impl Ranged, message: String) {
        let mut warning = self.source.warning(message, node.range());
        warning.error.stage = Stage::Compiling;
        self.warnings.push(warning);
    }

    /// A `not` is come to: CPython makes `x is not 5` of `not x is 5` before it looks for what is odd.
    pub fn note_not(&mut self, operand: &Expr) {
        let (mut inside, mut inverts) = (operand, true);
        while let Expr::UnaryOp(unary) = inside
            && unary.op == UnaryOp::Not
        {
            (inside, inverts) = (&unary.operand, !inverts);
        }
        if let Expr::Compare(compare) = inside
            && compare.ops.len() == 1
            && self.inverted.is_none_or(|(range, _)| range != compare.range)
        {
            self.inverted = Some((compare.range, inverts));
        }
    }

    /// `x is 5`
    pub fn warn_compare(&mut self, compare: &ast::ExprCompare) {
        let mut left = &*compare.left;
        let inverted = self.inverted == Some((compare.range, true));
        for (op, right) in compare.ops.iter().zip(&compare.comparators) {
            if matches!(op, CmpOp::Is | CmpOp::IsNot) {
                let literal = [left, right].into_iter().find(|e| self.is_value_literal(e));
                if let Some(name) = literal.and_then(|e| self.type_name(e)) {
                    let (is, instead) = if (*op == CmpOp::Is) != inverted { ("is", "==") } else { ("is not", "!=") };
                    let message = format!("\"{is}\" with '{name}' literal. Did you mean \"{instead}\"?");
                    // One for a chain.
                    return self.warn(compare, message);
                }
            }
            left = right;
        }
    }

    fn is_value_literal(&self, expr: &Expr) -> bool {
        !matches!(self.fold(expr), None | Some(Const::None | Const::Bool(_) | Const::Ellipsis))
    }

    /// `assert (x, "message")`
    pub fn warn_assert(&mut self, stmt: &ast::StmtAssert) {
        if stmt.test.as_tuple_expr().is_some_and(|tuple| !tuple.elts.is_empty()) {
            self.warn(stmt, "assertion is always true, perhaps remove parentheses?".into());
        }
    }

    /// `"a" ("b")`
    pub fn warn_call(&mut self, call: &ast::ExprCall) {
        if matches!(&*call.func, Expr::Lambda(_)) {
            return;
        }
        if let Some(name) = self.type_name(&call.func) {
            let message = format!("'{name}' object is not callable; perhaps you missed a comma?");
            self.warn(call, message);
        }
    }

    /// `1 [2]`, `[1, 2] ["a"]`
    pub fn warn_subscript(&mut self, subscript: &ast::ExprSubscript) {
        let Some(name) = self.type_name(&subscript.value) else { return };
        match name {
            "str" | "bytes" | "tuple" | "list" => {
                let Some(index) = self.type_name(&subscript.slice) else { return };
                if matches!(index, "int" | "bool") {
                    return;
                }
                let message =
                    format!("{name} indices must be integers or slices, not {index}; perhaps you missed a comma?");
                self.warn(subscript, message);
            }
            "dict" => {}
            _ => {
                let message = format!("'{name}' object is not subscriptable; perhaps you missed a comma?");
                self.warn(subscript, message);
            }
        }
    }

    /// The type of a literal or display (CPython's `infer_type`).
    fn type_name(&self, expr: &Expr) -> Option<&'static str> {
        Some(match expr {
            Expr::Tuple(_) => "tuple",
            Expr::List(_) | Expr::ListComp(_) => "list",
            Expr::Dict(_) | Expr::DictComp(_) => "dict",
            Expr::Set(_) | Expr::SetComp(_) => "set",
            Expr::Generator(_) => "generator",
            Expr::Lambda(_) => "function",
            Expr::FString(_) => "str",
            _ => match self.fold(expr)? {
                Const::None => "NoneType",
                Const::Ellipsis => "ellipsis",
                Const::Bool(_) => "bool",
                Const::Int(_) | Const::BigInt(_) => "int",
                Const::Float(_) => "float",
                Const::Imaginary(_) => "complex",
                Const::Str(_) | Const::Surrogates(_) => "str",
                Const::Bytes(_) => "bytes",
                Const::Tuple(_) => "tuple",
                Const::FrozenSet(_) => "frozenset",
                Const::Code(_) => return None,
            },
        })
    }
}
