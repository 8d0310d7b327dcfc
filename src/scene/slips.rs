//! Edits for slips of one line: a colon, bracket, quotation mark or comma that is missing or too much, one `=` for two,
//! another language's operators, an indentation that nothing else has. An edit is one only if the program compiles with
//! it, or Python's next complaint is about a later line.

use super::stage::without_comment;
use super::statements::left_open;
use super::syntax_repairs::{Fault, string};
use crate::compiler::{Mode, SyntaxError, compile};
use crate::modules::attached::parted;

/// Programs up to this many bytes are looked at: each edit that is tried compiles all of it.
const LONGEST: usize = 200_000;
/// A bracket's end is looked for in so many lines.
const FARTHEST: usize = 40;

/// An edit that may be meant: the line (from 0) by which it is shown, and the lines from `first` up to `end` with others in
/// their place.
struct Edit {
    shown: usize,
    first: usize,
    end: usize,
    made: Vec<String>,
}

impl Edit {
    fn line(at: usize, made: String) -> Edit {
        Edit { shown: at, first: at, end: at + 1, made: vec![made] }
    }
}

/// The first slip of a program that does not compile, and the program without it.
pub(super) fn mended(source: &str) -> Option<(Fault, String)> {
    if source.len() > LONGEST {
        return None;
    }
    let error = complaint(source)?;
    let lines: Vec<&str> = source.split('\n').collect();
    let at = (error.line as usize).checked_sub(1).filter(|at| *at < lines.len())?;
    let place = Place { lines: &lines, at, error: &error };
    let mut later = None;
    for edit in place.edits() {
        let kept = |part: &[&str]| part.iter().map(ToString::to_string).collect::<Vec<_>>();
        let shown = edit.made.get(edit.shown - edit.first)?.trim_end();
        // Where nothing else is changed the indentation is what is shown.
        let moved = shown.trim_start() == lines[edit.shown].trim();
        let shown = if moved { shown } else { shown.trim_start() }.to_string();
        let text = [kept(&lines[..edit.first]), edit.made, kept(&lines[edit.end..])].concat().join("\n");
        match complaint(&text) {
            None => return Some((Fault::Slip(shown), text)),
            Some(next) if next.line as usize > edit.shown.max(at) + 1 => {
                _ = later.get_or_insert((Fault::Slip(shown), text))
            }
            Some(_) => {}
        }
    }
    later
}

fn complaint(source: &str) -> Option<SyntaxError> {
    compile(&parted(source, "main.py").0, "main.py", Mode::Module).err()
}

/// Where a program does not compile, and why.
struct Place<'a> {
    lines: &'a [&'a str],
    /// The line, from 0.
    at: usize,
    error: &'a SyntaxError,
}

impl<'a> Place<'a> {
    fn line(&self) -> &'a str {
        self.lines[self.at]
    }

    /// The line without its comment and the blanks before that.
    fn code(&self) -> &'a str {
        without_comment(self.line()).trim_end()
    }

    /// The byte of the line that stands at a column (from 1).
    fn byte(&self, column: u32) -> usize {
        let mut all = self.line().char_indices().map(|(at, _)| at);
        all.nth((column as usize).saturating_sub(1)).unwrap_or(self.line().len())
    }

    fn start(&self) -> usize {
        self.byte(self.error.column)
    }

    /// The line with something else from one byte to another.
    fn with(&self, from: usize, to: usize, text: &str) -> Edit {
        Edit::line(self.at, [&self.line()[..from], text, &self.line()[to..]].concat())
    }

    fn edits(&self) -> Vec<Edit> {
        let message = self.error.message.as_str();
        if message == "expected ':'" {
            self.colon()
        } else if message == "expected '('" {
            let at = self.line()[..self.start()].trim_end().len();
            vec![self.with(at, at, "()")]
        } else if message.contains("Maybe you meant '=='") {
            self.equals()
        } else if message.ends_with("was never closed") {
            self.closed()
        } else if let Some(open) = between(message, "opening parenthesis '", "'") {
            let end = self.start() + self.line()[self.start()..].chars().next().map_or(0, char::len_utf8);
            open.chars().next().and_then(closing).map(|close| self.with(self.start(), end, close)).into_iter().collect()
        } else if message.starts_with("unmatched '") {
            vec![self.with(self.start(), (self.start() + 1).min(self.line().len()), "")]
        } else if message.starts_with("unterminated ") && !message.contains("triple-quoted") {
            self.quoted()
        } else if message.ends_with("Perhaps you forgot a comma?") {
            self.comma()
        } else if message == "'yield from' inside async function" {
            self.start_of("yield from").map(|at| self.with(at, at + "yield from".len(), "await")).into_iter().collect()
        } else if message.starts_with("inconsistent use of tabs") {
            vec![self.untabbed(4), self.untabbed(8)]
        } else if message == "unexpected indent" || message.starts_with("unindent does not match") {
            self.aligned()
        } else if message.starts_with("expected an indented block after") {
            self.indented().into_iter().collect()
        } else if message == "invalid syntax" {
            self.foreign()
        } else {
            Vec::new()
        }
    }

    /// Where a text stands in the code, if once.
    fn start_of(&self, text: &str) -> Option<usize> {
        let mut all = self.code().match_indices(text);
        let (at, _) = all.next()?;
        all.next().is_none().then_some(at)
    }

    fn colon(&self) -> Vec<Edit> {
        let indent = indentation(self.line()).len();
        if self.line()[indent..].starts_with("else if ") {
            return vec![self.with(indent, indent + "else if".len(), "elif")];
        }
        let at = self.line()[..self.start().min(self.code().len())].trim_end().len();
        let apart = if at < self.code().len() && !self.line()[at..].starts_with(' ') { ": " } else { ":" };
        vec![self.with(at, at, apart)]
    }

    fn equals(&self) -> Vec<Edit> {
        let code = self.code();
        let single = |at: &usize| {
            let before = code[..*at].chars().next_back().is_some_and(|c| "=!<>:+-*/%&|^@".contains(c));
            !before && !code[at + 1..].starts_with('=')
        };
        let all = code.match_indices('=').map(|(at, _)| at).filter(|at| *at >= self.start()).filter(single);
        all.map(|at| self.with(at, at + 1, "==")).collect()
    }

    /// The bracket's end, behind the line where the statement seems to end.
    fn closed(&self) -> Vec<Edit> {
        let indent = |line: &str| indentation(line).len();
        let own = indent(self.line());
        let (mut text, mut all) = (String::new(), Vec::new());
        for (index, line) in self.lines.iter().enumerate().skip(self.at).take(FARTHEST) {
            let from = if index == self.at { self.start() } else { 0 };
            text += &line[from..];
            text.push('\n');
            let open = left_open(&text);
            if open.is_empty() {
                break;
            }
            let code = without_comment(line).trim_end();
            let next = self.lines[index + 1..].iter().find(|line| !line.trim().is_empty());
            let ends = next.is_none_or(|next| indent(next) <= own) && (index == self.at || indent(line) > own);
            if ends && !(code.ends_with(',') && index == self.at) && !code.trim().is_empty() {
                let close: String = open.iter().rev().filter_map(|at| closing(text[*at..].chars().next()?)).collect();
                let at = if code.ends_with(':') { code.len() - 1 } else { code.len() };
                for at in [at, code.len()] {
                    all.push(Edit::line(index, [&line[..at], &close, &line[at..]].concat()));
                }
            }
        }
        all
    }

    /// The quotation mark, at the line's end or before the brackets there.
    fn quoted(&self) -> Vec<Edit> {
        let Some(quote) = self.line()[self.start()..].chars().find(|c| matches!(c, '"' | '\'')) else {
            return Vec::new();
        };
        let quote = quote.to_string();
        let end = self.line().trim_end().len();
        let ends = self.line()[..end].char_indices().rev();
        let ends = ends.take_while(|(at, c)| *at > self.start() && ")]},:; ".contains(*c)).map(|(at, _)| at);
        [end].into_iter().chain(ends).map(|at| self.with(at, at, &quote)).collect()
    }

    fn comma(&self) -> Vec<Edit> {
        let line = self.line();
        if self.error.end_line > self.error.line {
            return vec![self.with(self.code().len(), self.code().len(), ",")];
        }
        let (mut at, end) = (self.start(), self.byte(self.error.end_column).min(line.len()));
        let mut all = Vec::new();
        while let Some(character) = line[at..end.max(at)].chars().next() {
            let text = matches!(character, '"' | '\'');
            let length = if text { string(&line[at..], character) } else { character.len_utf8() };
            let gap = character == ' ' && !line[..at].ends_with([' ', ',']);
            if gap {
                all.push(at);
            }
            at += length;
            if text || ")]}".contains(character) {
                all.push(at);
            }
        }
        let spaced = |at: usize| if line[at..].starts_with(' ') { "," } else { ", " };
        all.into_iter().map(|at| self.with(at, at, spaced(at))).collect()
    }

    /// The line and those below it that stand as far in, at another indentation.
    fn block(&self, indent: &str) -> Edit {
        let own = indentation(self.line());
        let block = self.lines[self.at..].iter().take_while(|line| line.starts_with(own) || line.trim().is_empty());
        let made =
            |line: &&str| if line.trim().is_empty() { String::new() } else { [indent, &line[own.len()..]].concat() };
        let made: Vec<String> = block.map(made).collect();
        Edit { shown: self.at, first: self.at, end: self.at + made.len(), made }
    }

    /// The lines above that stand so far in, without what is less so between, at the line's own indentation.
    fn above(&self, odd: &str) -> Option<Edit> {
        let within = |line: &&&str| line.trim().is_empty() || indentation(line).len() >= odd.len();
        let count = self.lines[..self.at].iter().rev().take_while(within).count();
        let first = (self.at - count..self.at).find(|at| indentation(self.lines[*at]) == odd)?;
        let own = indentation(self.line());
        let made =
            |line: &&str| if indentation(line) == odd { [own, line.trim_start()].concat() } else { line.to_string() };
        Some(Edit { shown: first, first, end: self.at, made: self.lines[first..self.at].iter().map(made).collect() })
    }

    /// What stands above at an indentation that is rarer than the line's own, at that; the line's block at each
    /// indentation that is around it, the nearest first.
    fn aligned(&self) -> Vec<Edit> {
        let own = indentation(self.line());
        let (mut around, mut least) = (Vec::new(), usize::MAX);
        for line in self.lines[..self.at].iter().rev().filter(|line| !line.trim().is_empty()) {
            if indentation(line).len() < least {
                least = indentation(line).len();
                around.push(indentation(line));
            }
        }
        let often = |indent: &str| self.lines.iter().filter(|line| indentation(line) == indent).count();
        let odd = around.iter().filter(|indent| !indent.is_empty() && often(indent) < often(own));
        let above: Vec<Edit> = odd.filter_map(|indent| self.above(indent)).collect();
        crate::trace::sorted::sort_by_key(&mut around, |indent| indent.len().abs_diff(own.len()));
        if self.at == 0 {
            around.push("");
        }
        above.into_iter().chain(around.into_iter().map(|indent| self.block(indent))).collect()
    }

    /// The lines up to the next empty one or definition, indented below the statement above them.
    fn indented(&self) -> Option<Edit> {
        let indent = indentation(self.lines[..self.at].iter().rev().find(|line| !line.trim().is_empty())?);
        let ends = |line: &&&str| {
            let text = line.trim_start();
            let begins = ["def ", "async def ", "class ", "@", "if __name__", "else", "elif ", "except", "finally"];
            text.is_empty() || !line.starts_with(indent) || begins.iter().any(|word| text.starts_with(word))
        };
        let block: Vec<String> =
            self.lines[self.at..].iter().take_while(|line| !ends(line)).map(|line| ["    ", line].concat()).collect();
        (!block.is_empty()).then(|| Edit { shown: self.at, first: self.at, end: self.at + block.len(), made: block })
    }

    /// All lines with spaces for the tabs at their beginnings.
    fn untabbed(&self, width: usize) -> Edit {
        let made = self.lines.iter().map(|line| {
            let indent = indentation(line);
            [&indent.replace('\t', &" ".repeat(width)), &line[indent.len()..]].concat()
        });
        Edit { shown: self.at, first: 0, end: self.lines.len(), made: made.collect() }
    }

    /// What other languages write, and what Python wrote once.
    fn foreign(&self) -> Vec<Edit> {
        let code = self.code().trim_start();
        let mut all = Vec::new();
        for (sign, one) in [("++", " += 1"), ("--", " -= 1")] {
            if let Some(name) = code.strip_suffix(sign) {
                let end = indentation(self.line()).len() + name.len();
                all.push(self.with(end, end + sign.len(), one));
            }
        }
        let words = [("&&", "and"), ("||", "or"), ("<>", "!="), ("asyncio.async(", "asyncio.ensure_future(")];
        if words.iter().any(|(found, _)| code.contains(found)) {
            let respell = |line: String, (found, meant): &(&str, &str)| respelled(&line, found, meant);
            all.push(Edit::line(self.at, words.iter().fold(self.line().to_string(), respell)));
        }
        let at = self.start();
        if self.line()[at..].starts_with('!') {
            all.push(self.with(at, at + 1, "not "));
        }
        let names = self.code()[at.min(self.code().len())..].split_once('=').map(|(names, _)| names);
        if !left_open(&self.line()[..at]).is_empty()
            || names.is_some_and(|names| names.chars().all(|c| c.is_alphanumeric() || "_, ".contains(c)))
        {
            let end = self.line()[..at].trim_end().len();
            all.push(self.with(end, end, ","));
        }
        all
    }
}

/// A line with another word or sign for one, outside of strings.
fn respelled(line: &str, found: &str, meant: &str) -> String {
    let (mut made, mut rest) = (String::new(), line);
    while let Some(character) = rest.chars().next() {
        let length = match character {
            '"' | '\'' => string(rest, character),
            _ if rest.starts_with(found) => {
                let word = meant.chars().all(char::is_alphabetic);
                let (before, behind) = (!made.ends_with(' ') && word, !rest[found.len()..].starts_with(' ') && word);
                made += [if before { " " } else { "" }, meant, if behind { " " } else { "" }].concat().as_str();
                rest = &rest[found.len()..];
                continue;
            }
            _ => character.len_utf8(),
        };
        made += &rest[..length];
        rest = &rest[length..];
    }
    made
}

fn indentation(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

fn closing(open: char) -> Option<&'static str> {
    Some(match open {
        '(' => ")",
        '[' => "]",
        '{' => "}",
        _ => return None,
    })
}

fn between<'a>(text: &'a str, before: &str, behind: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(behind).map(|(inner, _)| inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_is_written_as_python_wants_it() {
        let cases = [
            ("if x\n    y\n", "if x:\n    y\n"),
            ("for i in range(3)  # three\n    y\n", "for i in range(3):  # three\n    y\n"),
            ("if x:\n    y\nelse if z:\n    y\n", "if x:\n    y\nelif z:\n    y\n"),
            ("async def main:\n    pass\n", "async def main():\n    pass\n"),
            ("if x = 1:\n    y\n", "if x == 1:\n    y\n"),
            ("print(f(1)\nx = 2\n", "print(f(1))\nx = 2\n"),
            (
                "x = {\n    'a': [1, 2],\n    'b': 3,\n\nprint(x)\n",
                "x = {\n    'a': [1, 2],\n    'b': 3,}\n\nprint(x)\n",
            ),
            ("f(1))\n", "f(1)\n"),
            ("x = [1, (2, 3]]\n", "x = [1, (2, 3)]\n"),
            ("print(\"hello)\n", "print(\"hello\")\n"),
            ("x = f'{y}\nz\n", "x = f'{y}'\nz\n"),
            ("print(\"a\" b)\n", "print(\"a\", b)\n"),
            ("x = [1 2, 3]\n", "x = [1, 2, 3]\n"),
            ("x = ['a',\n     b\n     c]\n", "x = ['a',\n     b,\n     c]\n"),
            ("async def f():\n    yield from g()\n", "async def f():\n    await g()\n"),
            ("x\n  y\n  z\n", "x\ny\nz\n"),
            (" x\ny\n", "x\ny\n"),
            ("def f():\n    x\n     y\n    z\n", "def f():\n    x\n    y\n    z\n"),
            ("def f():\n   x\n    y\n    z\n", "def f():\n    x\n    y\n    z\n"),
            ("def f():\n\tx\n    y\n    z\n", "def f():\n    x\n    y\n    z\n"),
            ("def f(a b):\n    x\n", "def f(a, b):\n    x\n"),
            ("a b = 1, 2\n", "a, b = 1, 2\n"),
            ("if x:\n    y\n   z\n\nw\n", "if x:\n    y\n    z\n\nw\n"),
            ("if x:\n        y\n\tz\n", "if x:\n        y\n        z\n"),
            ("def f():\nx = 1\nreturn x\n\nf()\n", "def f():\n    x = 1\n    return x\n\nf()\n"),
            ("n = 0\nn++\n", "n = 0\nn += 1\n"),
            ("if a&&b or c || '||':\n    y\n", "if a and b or c or '||':\n    y\n"),
            ("if !x:\n    y\n", "if not x:\n    y\n"),
            ("asyncio.async(f())\n", "asyncio.ensure_future(f())\n"),
        ];
        let made = cases.map(|(wrong, _)| (wrong, mended(wrong).map(|(_, text)| text).unwrap_or_default()));
        let wanted = cases.map(|(wrong, right)| (wrong, right.to_string()));
        assert_eq!(made, wanted);
    }

    #[test]
    fn what_nothing_says_how_to_write_stays() {
        for wrong in ["x y z\n", "def f():\n", "try:\n    x\ny\n", "x = 'It's'\n", "return 1\n", "x = 1\n"] {
            assert_eq!(mended(wrong), None, "{wrong}");
        }
    }
}
