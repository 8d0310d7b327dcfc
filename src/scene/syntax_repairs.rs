//! Edits for texts that do not compile because of how they were typed or when they were written.

use super::await_repairs;
use super::pasted;
use super::pieces::{pieces, without_comment};
use super::slips;

/// What is wrong, and the whole program without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    pub fault: Fault,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A character as Chinese input writes it, and the one that Python reads.
    FullWidth(char, char),
    /// A character that does not show.
    Invisible,
    /// `print "…"`, of Python 2.
    PrintStatement,
    /// `except E, e:`, of Python 2.
    ExceptComma,
    /// The prompts and the output of an interactive session.
    Prompts,
    /// Numbers that count the lines.
    LineNumbers,
    /// What a notebook does, not Python: `!pip install …`, `%timeit`.
    Commands,
    /// The marks around a block of code in Markdown.
    Fence,
    /// Characters as HTML writes them.
    Escaped,
    /// An indentation that all lines have.
    Indented,
    /// `await` in a function of this name, whose `def` has no `async`.
    PlainFunction(String),
    /// `await` outside of functions.
    AwaitAtTop,
    /// A slip of one line, which is written so.
    Slip(String),
}

/// The repair of a program that CPython refuses with these words (`SyntaxError: …`); None: they do not say what is meant.
pub fn repair(source: &str, report: &str) -> Option<Repair> {
    let (kind, message) = report.split_once(": ")?;
    if !matches!(kind, "SyntaxError" | "IndentationError" | "TabError") {
        return None;
    }
    // Lines that end as on old machines are not those that are counted here.
    if source.replace("\r\n", "").contains('\r') {
        return None;
    }
    let edge = || if message == "unexpected indent" { pasted::at_the_edge(source) } else { None };
    if let Some((fault, source)) = pasted::bare(source).or_else(edge) {
        return Some(Repair { fault, source });
    }
    let (fault, source) = if let Some(rest) = message.strip_prefix("invalid character '") {
        let found = rest.chars().next()?;
        (Fault::FullWidth(found, half_width(found)?), narrowed(source))
    } else if message.starts_with("invalid non-printable character") {
        (Fault::Invisible, narrowed(source))
    } else if message.starts_with("Missing parentheses in call to 'print'") {
        (Fault::PrintStatement, by_line(source, print_called))
    } else if message == "multiple exception types must be parenthesized" {
        (Fault::ExceptComma, by_line(source, except_as))
    } else if await_repairs::is_about(message) {
        await_repairs::awaiting(source)?
    } else {
        slips::mended(source)?
    };
    Some(Repair { fault, source })
}

/// The character of Python's syntax that stands for one of full width.
fn half_width(found: char) -> Option<char> {
    Some(match found {
        '“' | '”' | '„' | '＂' => '"',
        '‘' | '’' | '＇' => '\'',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '。' => '.',
        '、' => ',',
        '—' | '–' | '−' => '-',
        '×' => '*',
        '÷' => '/',
        // The forms of ASCII's characters, in its order.
        '！'..='～' => char::from_u32(u32::from(found) - 0xfee0)?,
        _ => return None,
    })
}

/// The text with half-width characters and plain spaces, outside of strings and comments; quotation marks of full width
/// are quotation marks.
fn narrowed(source: &str) -> String {
    let (mut made, mut all) = (String::with_capacity(source.len()), pieces(source));
    while let Some((at, piece)) = all.next() {
        let mut characters = piece.chars();
        let (Some(character), None) = (characters.next(), characters.next()) else {
            made.push_str(piece);
            continue;
        };
        match character {
            '\u{3000}' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => made.push(' '),
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            // What stands between quotation marks is a text.
            '“' | '‘' if let Some(length) = quoted(&source[at..], character) => {
                let quote = if character == '“' { '"' } else { '\'' };
                let text = &source[at + piece.len()..at + length - piece.len()];
                made.push(quote);
                made.push_str(&text.replace(quote, &format!("\\{quote}")));
                made.push(quote);
                all.pass(length - piece.len());
            }
            other => made.push(half_width(other).unwrap_or(other)),
        }
    }
    made
}

/// How long what stands between a pair of quotation marks is, with them, if they are in one line.
fn quoted(text: &str, open: char) -> Option<usize> {
    let close = if open == '“' { '”' } else { '’' };
    let line = text.split('\n').next().unwrap_or_default();
    Some(line.find(close)? + close.len_utf8())
}

fn by_line(source: &str, edit: fn(&str) -> Option<String>) -> String {
    let lines = source.split('\n').map(|line| edit(line).unwrap_or_else(|| line.to_string()));
    lines.collect::<Vec<_>>().join("\n")
}

/// `print a, b` as a call, wherever the statement begins in its line.
fn print_called(line: &str) -> Option<String> {
    let code = without_comment(line);
    let behind = &line[code.len()..];
    let at = code.find("print")?;
    let before = &code[..at];
    let starts = before.trim().is_empty() || before.trim_end().ends_with([':', ';']);
    let given = code[at + "print".len()..].trim_end();
    let spaces = &code[at + "print".len() + given.len()..];
    if !starts || given.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '=' | '.' | '(')) {
        return None;
    }
    let given = given.trim_start();
    let (file, given) = match given.strip_prefix(">>") {
        Some(rest) => {
            let (file, given) = rest.split_once(',').unwrap_or((rest, ""));
            (format!("file={}", file.trim()), given.trim())
        }
        None => (String::new(), given),
    };
    let (end, given) = match given.strip_suffix(',') {
        Some(kept) => ("end=' '", kept.trim_end()),
        None => ("", given),
    };
    let parts: Vec<&str> = [given, end, &file].into_iter().filter(|part| !part.is_empty()).collect();
    Some(format!("{before}print({}){spaces}{behind}", parts.join(", ")))
}

/// `except E, e:` as `except E as e:`.
fn except_as(line: &str) -> Option<String> {
    let (head, tail) = line.split_once(':')?;
    let (kind, name) = head.rsplit_once(',')?;
    let alone = !name.trim().is_empty() && name.trim().chars().all(|c| c.is_alphanumeric() || c == '_');
    (kind.trim_start().starts_with("except ") && alone && !name.contains(')'))
        .then(|| format!("{kind} as {}:{tail}", name.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(source: &str, message: &str) -> String {
        repair(source, &["SyntaxError: ", message].concat()).map(|repair| repair.source).unwrap_or_default()
    }

    #[test]
    fn full_width_characters_become_pythons_outside_of_texts() {
        let wrong = "invalid character '（' (U+FF08)";
        assert_eq!(
            repair("f（1）", &["SyntaxError: ", wrong].concat()).map(|one| one.fault),
            Some(Fault::FullWidth('（', '('))
        );
        assert_eq!(
            repaired(
                "print（'你好，世界'）；x　＝　[1，２]　# 注释：（）\nprint（“说：‘好’，\"是\"”， '''，\n，'''）\n",
                wrong
            ),
            "print('你好，世界');x = [1,2] # 注释：（）\nprint(\"说：‘好’，\\\"是\\\"\", '''，\n，''')\n"
        );
        assert_eq!(repaired("x\u{a0}= 1\u{200b}", "invalid non-printable character U+00A0"), "x = 1");
        assert_eq!(repair("x = ☺", "SyntaxError: invalid character '☺' (U+263A)"), None);
    }

    #[test]
    fn statements_of_python_2_become_pythons() {
        let print = "Missing parentheses in call to 'print'. Did you mean print(...)?";
        for (old, new) in [
            ("    print \"a: %s\" % (x, 1)  # so", "    print(\"a: %s\" % (x, 1))  # so"),
            ("if x: print 'a', b,", "if x: print('a', b, end=' ')"),
            ("print", "print()"),
            ("print >>sys.stderr, 'x # y'", "print('x # y', file=sys.stderr)"),
            ("print(1); printed = 2", "print(1); printed = 2"),
            ("x = 'print a'", "x = 'print a'"),
        ] {
            assert_eq!(repaired(old, print), new);
        }
        let except = "multiple exception types must be parenthesized";
        assert_eq!(
            repaired("try:\n    f()\nexcept (A, B), e:\n    pass\nexcept A, e: g(a, b)\n", except),
            "try:\n    f()\nexcept (A, B) as e:\n    pass\nexcept A as e: g(a, b)\n"
        );
    }
}
