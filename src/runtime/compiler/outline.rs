//! Texts of the library, of whose functions a program calls few: the bodies of functions and methods are compiled when
//! they are first wanted. Before that they stand as blank lines, so that neither parser nor compiler sees them.
//!
//! Their texts are ours, so that what they have no use of is not looked for: functions that begin on an indented line of
//! anything but a class, several statements on a line, strings of the same quotes within fields of an f-string.

use std::borrow::Cow;
use std::rc::Rc;

use ruff_python_ast::Stmt;

use super::scope::Name;
use super::source::Source;
use super::{Compiled, Mode, Options, SyntaxError, compile_tree, parsed};
use crate::bytecode::{Code, CodeFlags, Const, Later};

/// A body shorter than that, in bytes, is compiled with the rest.
const SHORT: usize = 48;

/// What stands in the place of a body in the outline, as no body of the library does, …
const TO_COME: &str = "0";
/// … and in that of one that takes the cell of its class.
const TO_COME_OF_CLASS: &str = "super";

/// A function with its body.
#[derive(Clone)]
struct Part {
    /// From the line of its `def` to the end of its last line.
    text: &'static str,
    name: &'static str,
    class: Option<&'static str>,
    /// The line of its `def`, from 1.
    line: u32,
    /// That of its first decorator, if it has any.
    first_line: u32,
}

/// What the functions of a module have in common.
struct Whole {
    filename: Box<str>,
    future_annotations: bool,
    imported: Vec<Name>,
}

/// Translates a module's text to code whose functions are compiled later ([`Code::later`]).
pub fn compile_outline(text: &'static str, filename: &str) -> Result<Code, SyntaxError> {
    let (outline, parts) = outline(text);
    let compiled =
        compile_correct(&Source::new(&outline, filename, true), Options { outline: true, ..Options::default() }, &[])?;
    let future_annotations = compiled.code.flags.has(CodeFlags::FUTURE_ANNOTATIONS);
    let whole = Whole { filename: filename.into(), future_annotations, imported: compiled.scopes.imported() };
    Ok(completed_later(compiled.code, &parts, &Rc::new(whole)))
}

/// What a text comes to in which nobody looks for errors.
fn compile_correct(source: &Source, options: Options, imported: &[Name]) -> Result<Compiled, SyntaxError> {
    let tree = parsed(source, Mode::Module).into_syntax();
    compile_tree(source, Mode::Module, options, &[], tree, imported).map_err(|error| *error)
}

/// The code with what compiles each of the functions in it.
fn completed_later(mut code: Code, parts: &[Part], whole: &Rc<Whole>) -> Code {
    let found = parts.binary_search_by_key(&code.first_line, |part| part.first_line);
    match found {
        Ok(found) if *code.name == *parts[found].name => {
            let (part, whole) = (parts[found].clone(), whole.clone());
            code.later = Some(Later::new(move || compile_part(&part, &whole)));
            code
        }
        _ => code.with_inner(|inner| completed_later(inner, parts, whole)),
    }
}

/// The function's code, as if its whole module had been compiled.
fn compile_part(part: &Part, whole: &Whole) -> Code {
    let text = match part.class {
        Some(class) => Cow::from(format!("class {class}:\n{}", part.text)),
        None => part.text.into(),
    };
    let above = part.line - 1 - u32::from(part.class.is_some());
    let source = Source::new(&text, &whole.filename, true).below(above);
    let options = Options { future_annotations: whole.future_annotations, ..Options::default() };
    let compiled = compile_correct(&source, options, &whole.imported);
    let module = compiled.unwrap_or_else(|e| panic!("{}: {}: {}", whole.filename, part.name, e.message)).code;
    let mut code = inner(module, part.class.unwrap_or(part.name));
    if part.class.is_some() {
        code = inner(code, part.name);
    }
    Code { first_line: part.first_line, ..code }
}

/// The block of a name in another.
fn inner(code: Code, name: &str) -> Code {
    let block = |constant| match constant {
        Const::Code(code) if *code.name == *name => Some(Rc::unwrap_or_clone(code)),
        _ => None,
    };
    code.consts.into_iter().find_map(block).expect("what the text defines")
}

/// The text with the bodies of functions in blank, and the functions, in order.
fn outline(text: &'static str) -> (String, Vec<Part>) {
    let lines = logical_lines(text);
    let (mut outline, mut parts) = (String::with_capacity(text.len()), Vec::new());
    let (mut copied, mut class, mut decorator, mut at) = (0, None, None, 0);
    while let Some(line) = lines.get(at) {
        at += 1;
        let own = &text[line.start..line.end];
        if line.indent == 0 {
            class = own.strip_prefix("class ").map(name);
        }
        if own.starts_with('@') {
            decorator.get_or_insert(line.number);
            continue;
        }
        let first_line = decorator.take().unwrap_or(line.number);
        let begins = own.strip_prefix("async ").unwrap_or(own).strip_prefix("def ");
        let (Some(rest), true) = (begins, line.indent == 0 || line.indent == 4 && class.is_some()) else { continue };
        let body = lines[at..].iter().take_while(|inner| inner.indent > line.indent).count();
        let Some(last) = lines[at..at + body].last() else { continue };
        let end = last.end + text[last.end..].find('\n').map_or(0, |n| n + 1);
        let begin = line.end + text[line.end..].find('\n').expect("a body follows") + 1;
        if end - begin >= SHORT {
            let of_class = names_class(text, &lines[at..at + body]);
            outline.push_str(&text[copied..begin]);
            outline.extend(std::iter::repeat_n(' ', line.indent + 1));
            outline.push_str(if of_class { TO_COME_OF_CLASS } else { TO_COME });
            let newlines = text.as_bytes()[begin..end].iter().filter(|byte| **byte == b'\n').count();
            outline.extend(std::iter::repeat_n('\n', newlines));
            copied = end;
            let start = line.start - line.indent;
            let class = class.filter(|_| line.indent > 0);
            parts.push(Part { text: &text[start..end], name: name(rest), class, line: line.number, first_line });
        }
        at += body;
    }
    outline.push_str(&text[copied..]);
    (outline, parts)
}

/// Whether a function's body, in an outline, is to be compiled later.
pub(super) fn is_to_come(body: &[Stmt]) -> bool {
    matches!(body, [Stmt::Expr(only)] if only.value.is_number_literal_expr())
}

/// Whether a method's body takes the cell of its class, which is not that of a class within.
fn names_class(text: &str, body: &[LogicalLine]) -> bool {
    let mut within = usize::MAX;
    body.iter().any(|line| {
        if line.indent <= within {
            within = if text[line.start..].starts_with("class ") { line.indent } else { usize::MAX };
        }
        line.indent <= within && line.names_class
    })
}

fn name(text: &'static str) -> &'static str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// A line that is more than a comment, with those that a bracket, a string or a backslash makes part of it.
struct LogicalLine {
    /// Where its code begins and ends, in bytes.
    start: usize,
    end: usize,
    indent: usize,
    number: u32,
    /// It speaks of `super` or `__class__`.
    names_class: bool,
}

fn logical_lines(text: &str) -> Vec<LogicalLine> {
    let bytes = text.as_bytes();
    let mut lines: Vec<LogicalLine> = Vec::new();
    let (mut at, mut number, mut begin, mut depth) = (0, 1, 0, 0);
    let mut open: Option<LogicalLine> = None;
    while let Some(byte) = bytes.get(at) {
        let (start, started) = (at, number);
        let kind = KINDS[usize::from(*byte)];
        match kind {
            Kind::Blank => {
                at += 1;
                continue;
            }
            Kind::Newline => {
                number += 1;
                at += 1;
                if depth == 0 {
                    lines.extend(open.take());
                    begin = at;
                }
                continue;
            }
            Kind::Comment => {
                at += bytes[at..].iter().position(|b| *b == b'\n').unwrap_or(bytes.len() - at);
                continue;
            }
            Kind::Word => at += bytes[at..].iter().take_while(|b| KINDS[usize::from(**b)] == Kind::Word).count(),
            Kind::String => {
                at += string(&bytes[at..]);
                number += bytes[start..at].iter().filter(|b| **b == b'\n').count() as u32;
            }
            Kind::Opens => (depth, at) = (depth + 1, at + 1),
            Kind::Closes => (depth, at) = (depth - 1, at + 1),
            Kind::Backslash => (number, at) = (number + 1, at + 2),
            Kind::Other => at += 1,
        }
        let begun = || LogicalLine { start, end: at, indent: start - begin, number: started, names_class: false };
        let line = open.get_or_insert_with(begun);
        line.end = at;
        let before = start.checked_sub(1).map(|before| bytes[before]);
        line.names_class |= match kind {
            Kind::Word => matches!(&bytes[start..at], b"super" | b"__class__") && before != Some(b'.'),
            Kind::String => before == Some(b'f') && text[start..at].contains("super()"),
            _ => false,
        };
    }
    lines.extend(open);
    lines
}

/// What a byte is the first of.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Blank,
    Newline,
    Comment,
    Word,
    String,
    Opens,
    Closes,
    Backslash,
    Other,
}

static KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Other; 256];
    let mut byte = 0;
    while byte < kinds.len() {
        kinds[byte] = match byte as u8 {
            b' ' => Kind::Blank,
            b'\n' => Kind::Newline,
            b'#' => Kind::Comment,
            b'"' | b'\'' => Kind::String,
            b'(' | b'[' | b'{' => Kind::Opens,
            b')' | b']' | b'}' => Kind::Closes,
            b'\\' => Kind::Backslash,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'_' | 0x80.. => Kind::Word,
            _ => Kind::Other,
        };
        byte += 1;
    }
    kinds
};

/// The length of a string's literal.
fn string(bytes: &[u8]) -> usize {
    let quote = bytes[0];
    let quotes = if bytes.starts_with(&[quote; 3]) { 3 } else { 1 };
    let mut at = quotes;
    while at < bytes.len() && !(bytes[at] == quote && bytes[at..].starts_with(&[quote; 3][..quotes])) {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    (at + quotes).min(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_become_blank_lines() {
        let text = "import a\n\n\n@a.b\n@c(\n    1,\n)\ndef f(x, y=lambda: (1, 2)):  # one\n    \"\"\"It says \\\"\\\"\\\" and\n\ndef no(): \"\"\"\n    return a  # {\n\n# more\n\nclass C:\n    n = 1\n\n    async def m(self):\n        return await super().m(1, 2, 3, 4, 5, 6, 7, 8)\n\n    def short(self): return 1\nx = 1\n";
        let (outline, parts) = outline(text);
        assert_eq!(
            outline,
            "import a\n\n\n@a.b\n@c(\n    1,\n)\ndef f(x, y=lambda: (1, 2)):  # one\n 0\n\n\n\n\n# more\n\nclass C:\n    n = 1\n\n    async def m(self):\n     super\n\n    def short(self): return 1\nx = 1\n"
        );
        let told: Vec<_> = parts.iter().map(|p| (p.name, p.class, p.first_line, p.line)).collect();
        assert_eq!(told, [("f", None, 4, 8), ("m", Some("C"), 19, 19)]);
    }
}
