//! Edits for slips of one line: a colon, bracket, quotation mark or comma that is missing or too much, one `=` for two,
//! another language's operators; those of indentations are in `slipped_lines.rs`. An edit is one only if the program
//! compiles with it, or Python's next complaint shows that it has mended something ([`Reach`]).

use super::line_parts::byte_of;
use super::pieces::{pieces, without_comment};
use super::statements::{end_of_call, left_open};
use super::syntax_repairs::Fault;
use crate::compiler::lines::indent;
use crate::compiler::{Mode, SyntaxError, compile};
use crate::modules::attached::parted;

/// Programs up to this many bytes are looked at: each edit that is tried compiles all of it.
const LONGEST: usize = 200_000;
/// So many bytes are compiled for all edits that are tried.
const MOST_COMPILED: usize = 2_000_000;
/// A bracket's end is looked for in so many lines.
const FARTHEST: usize = 40;

/// An edit that may be meant: the line (from 0) by which it is shown, and the lines from `first` up to `end` with others in
/// their place.
pub(super) struct Edit {
    pub shown: usize,
    pub first: usize,
    pub end: usize,
    pub made: Vec<String>,
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
    let message = error.message.as_str();
    let (_, reach, edits) = slips().into_iter().find(|(says, ..)| says.hold(message))?;
    let place = Place { lines: &lines, at, error: &error };
    let most = (MOST_COMPILED / source.len().max(1)).clamp(2, 24);
    let mut other = None;
    for edit in edits(&place).into_iter().take(most) {
        let kept = |part: &[&str]| part.iter().map(ToString::to_string).collect::<Vec<_>>();
        let shown = edit.made.get(edit.shown - edit.first)?.trim_end();
        // Where nothing else is changed the indentation is what is shown.
        let moved = shown.trim_start() == lines[edit.shown].trim();
        let shown = if moved { shown } else { shown.trim_start() }.to_string();
        let text = [kept(&lines[..edit.first]), edit.made, kept(&lines[edit.end..])].concat().join("\n");
        let Some(next) = complaint(&text) else { return Some((Fault::Slip(shown), text)) };
        let better = match reach {
            Reach::Program => false,
            Reach::Text => ![edit.shown + 1, at + 1].contains(&(next.line as usize)) && left_open(&text).is_empty(),
            Reach::Lines => next.line as usize > edit.shown.max(at) + 1,
        };
        if better && other.is_none() {
            other = Some((Fault::Slip(shown), text));
        }
    }
    other
}

/// Which complaint about a program shows that an edit has mended something.
enum Reach {
    /// None at all.
    Program,
    /// One of a later line.
    Lines,
    /// One of another line: strings and brackets are read before all statements.
    Text,
}

/// What CPython's words are to be.
enum Says {
    All(&'static str),
    Begin(&'static str),
    End(&'static str),
    Hold(&'static str),
}

impl Says {
    fn hold(&self, message: &str) -> bool {
        match self {
            Says::All(words) => message == *words,
            Says::Begin(words) => message.starts_with(words),
            Says::End(words) => message.ends_with(words),
            Says::Hold(words) => message.contains(words),
        }
    }
}

type Slip<'a> = (Says, Reach, fn(&Place<'a>) -> Vec<Edit>);

/// What may be meant by a program of which CPython says this; the first that holds counts.
fn slips<'a>() -> [Slip<'a>; 16] {
    [
        (Says::All("expected ':'"), Reach::Lines, Place::colon),
        (Says::All("expected '('"), Reach::Lines, Place::parameters),
        (Says::Hold("Maybe you meant '=='"), Reach::Lines, Place::equals),
        (Says::End("was never closed"), Reach::Text, Place::closed),
        (Says::Begin("closing parenthesis '"), Reach::Text, Place::closed_otherwise),
        (Says::Begin("unmatched '"), Reach::Text, Place::unmatched),
        // Where the text ends nothing says.
        (Says::End("you escaped the end quote?"), Reach::Text, |_| Vec::new()),
        (Says::Begin("unterminated string literal"), Reach::Text, Place::quoted),
        (Says::Begin("unterminated f-string literal"), Reach::Text, Place::quoted),
        (Says::End("Perhaps you forgot a comma?"), Reach::Lines, Place::comma),
        (Says::All("'yield from' inside async function"), Reach::Lines, Place::delegated),
        (Says::All("invalid syntax"), Reach::Lines, Place::foreign),
        (Says::Begin("inconsistent use of tabs"), Reach::Program, Place::untabbed),
        (Says::All("unexpected indent"), Reach::Program, Place::aligned),
        (Says::Begin("unindent does not match"), Reach::Program, Place::aligned),
        (Says::Begin("expected an indented block after"), Reach::Program, Place::indented),
    ]
}

pub(super) fn compiles(source: &str) -> bool {
    complaint(source).is_none()
}

fn complaint(source: &str) -> Option<SyntaxError> {
    compile(&parted(source, "main.py").0, "main.py", Mode::Module).err()
}

/// Where a program does not compile, and why.
pub(super) struct Place<'a> {
    pub lines: &'a [&'a str],
    /// The line, from 0.
    pub at: usize,
    error: &'a SyntaxError,
}

impl<'a> Place<'a> {
    pub fn line(&self) -> &'a str {
        self.lines[self.at]
    }

    /// The line without its comment and the blanks before that.
    fn code(&self) -> &'a str {
        without_comment(self.line()).trim_end()
    }

    /// The byte of the line that stands at a column (from 1).
    fn byte(&self, column: u32) -> usize {
        byte_of(self.line(), (column as usize).saturating_sub(1))
    }

    fn start(&self) -> usize {
        self.byte(self.error.column)
    }

    /// The line with something else from one byte to another.
    fn with(&self, from: usize, to: usize, text: &str) -> Edit {
        Edit::line(self.at, [&self.line()[..from], text, &self.line()[to..]].concat())
    }

    /// The brackets of a function without parameters.
    fn parameters(&self) -> Vec<Edit> {
        let at = self.line()[..self.start()].trim_end().len();
        vec![self.with(at, at, "()")]
    }

    /// A closing bracket is the wrong one, or the right one is missing before it.
    fn closed_otherwise(&self) -> Vec<Edit> {
        let open = between(&self.error.message, "opening parenthesis '", "'").and_then(|open| open.chars().next());
        let (start, end) = (self.start(), (self.start() + 1).min(self.line().len()));
        let close = open.and_then(closing);
        close.map_or(Vec::new(), |close| vec![self.with(start, end, close), self.with(start, start, close)])
    }

    /// A closing bracket too much, at the line's end.
    fn unmatched(&self) -> Vec<Edit> {
        let end = (self.start() + 1).min(self.line().len());
        let ends = matches!(without_comment(&self.line()[end..]).trim(), "" | ":");
        if ends { vec![self.with(self.start(), end, "")] } else { Vec::new() }
    }

    fn delegated(&self) -> Vec<Edit> {
        self.start_of("yield from").map(|at| self.with(at, at + "yield from".len(), "await")).into_iter().collect()
    }

    /// Where a text stands in the code, if once.
    fn start_of(&self, text: &str) -> Option<usize> {
        let mut all = self.code().match_indices(text);
        let (at, _) = all.next()?;
        all.next().is_none().then_some(at)
    }

    fn colon(&self) -> Vec<Edit> {
        let indent = indent(self.line());
        if self.line()[indent..].starts_with("else if ") {
            return vec![self.with(indent, indent + "else if".len(), "elif")];
        }
        let at = self.line()[..self.start().min(self.code().len())].trim_end().len();
        if self.line()[at..].trim_start().starts_with('{') {
            return Vec::new();
        }
        let apart = if at < self.code().len() && !self.line()[at..].starts_with(' ') { ": " } else { ":" };
        vec![self.with(at, at, apart)]
    }

    /// In a condition alone: elsewhere what is assigned to is wrong.
    fn equals(&self) -> Vec<Edit> {
        let code = self.code();
        let asks = ["if ", "elif ", "while ", "assert "].iter().any(|word| code.trim_start().starts_with(word));
        if !asks && !code.contains(" if ") {
            return Vec::new();
        }
        // In brackets that more follows it names what is compared then.
        let apart = |at: &usize| {
            let close = left_open(&code[..*at]).first().and_then(|open| end_of_call(code, *open));
            close.is_none_or(|close| matches!(code[close..].trim(), "" | ":"))
        };
        let single = |at: &usize| {
            let before = code[..*at].chars().next_back().is_some_and(|c| "=!<>:+-*/%&|^@".contains(c));
            !before && !code[at + 1..].starts_with('=')
        };
        let all =
            code.match_indices('=').map(|(at, _)| at).filter(|at| *at >= self.start()).filter(single).filter(apart);
        all.map(|at| self.with(at, at + 1, "==")).collect()
    }

    /// The bracket's end, behind the line where the statement seems to end.
    fn closed(&self) -> Vec<Edit> {
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
            let ends = ends || index == self.at && code.ends_with(':');
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
        let (quote, start) = (quote.to_string(), self.start());
        let line = self.line().trim_end();
        // Of a pair the key may be what lacks it; a comment may stand behind.
        let key = left_open(&line[..start]).pop().filter(|open| line[*open..].starts_with('{'));
        let colon = key.and_then(|_| line[start..].find(':')).map(|colon| start + colon);
        let comment = line[start..].rfind(" #").map(|hash| line[..start + hash].trim_end());
        let mut all: Vec<usize> = colon.into_iter().collect();
        for line in comment.into_iter().chain([line]) {
            let ends = line.char_indices().rev();
            all.push(line.len());
            all.extend(ends.take_while(|(at, c)| *at > start && ")]},:; ".contains(*c)).map(|(at, _)| at));
        }
        all.into_iter().map(|at| self.with(at, at, &quote)).collect()
    }

    fn comma(&self) -> Vec<Edit> {
        let line = self.line();
        if self.error.end_line > self.error.line {
            return vec![self.with(self.code().len(), self.code().len(), ",")];
        }
        let (start, end) = (self.start(), self.byte(self.error.end_column));
        let mut all = Vec::new();
        let within = pieces(&line[start..]).map(|(at, piece)| (start + at, piece));
        for (at, piece) in within.take_while(|(at, _)| *at < end) {
            if piece == " " && !line[..at].ends_with([' ', ',']) {
                all.push(at);
            }
            if piece.starts_with(['"', '\'', ')', ']', '}']) {
                all.push(at + piece.len());
            }
        }
        let spaced = |at: usize| if line[at..].starts_with(' ') { "," } else { ", " };
        // Of a dict it may be the colon.
        let in_dict = left_open(&line[..self.start()]).last().is_some_and(|open| line[*open..].starts_with('{'));
        let colons = all.iter().filter(|at| in_dict && line[..**at].ends_with(['"', '\'']));
        let mut edits: Vec<Edit> = colons.map(|at| self.with(*at, *at, ":")).collect();
        let apart = all.into_iter().filter(|at| self.may_be_apart(&line[..*at]));
        edits.extend(apart.map(|at| self.with(at, at, spaced(at))));
        edits
    }

    /// Whether a comma may be what is missing behind a text: not behind another language's words for a value or its type,
    /// nor behind a module's name.
    fn may_be_apart(&self, before: &str) -> bool {
        const WORDS: [&str; 9] = ["new", "let", "var", "const", "int", "str", "float", "bool", "string"];
        let before = before.trim_end();
        let word = &before[before.rfind(|c: char| !(c.is_alphanumeric() || c == '_')).map_or(0, |at| at + 1)..];
        let word = word.trim_start_matches(|c: char| !(c.is_alphanumeric() || c == '_'));
        let first = before[..before.len() - word.len()].trim_end().ends_with(['(', ',']);
        let typed = before.contains("def ") && word.starts_with(char::is_uppercase) && first;
        let imports = ["import ", word].concat();
        !WORDS.contains(&word) && !typed && !self.lines.iter().any(|line| line.trim() == imports)
    }

    /// What other languages write, and what Python wrote once.
    fn foreign(&self) -> Vec<Edit> {
        let code = self.code().trim_start();
        let mut all = Vec::new();
        for (sign, one) in [("++", " += 1"), ("--", " -= 1")] {
            if let Some(name) = code.strip_suffix(sign) {
                let end = indent(self.line()) + name.len();
                all.push(self.with(end, end + sign.len(), one));
            }
        }
        let words = [("&&", "and"), ("||", "or"), ("<>", "!="), ("asyncio.async(", "asyncio.ensure_future(")];
        if words.iter().any(|(found, _)| code.contains(found)) {
            let respell = |line: String, (found, meant): &(&str, &str)| respelled(&line, found, meant);
            all.push(Edit::line(self.at, words.iter().fold(self.line().to_string(), respell)));
        }
        let at = self.start();
        if self.line()[at..].starts_with('!') && !self.line()[..at].trim_end().ends_with('=') {
            all.push(self.with(at, at + 1, "not "));
        }
        let code = self.code();
        let open = left_open(code);
        if code.ends_with(':') && !open.is_empty() {
            let close: String = open.iter().rev().filter_map(|at| closing(code[*at..].chars().next()?)).collect();
            all.push(self.with(code.len() - 1, code.len() - 1, &close));
        }
        let end = self.line()[..at].trim_end().len();
        if (!left_open(&self.line()[..at]).is_empty() || unpacks(code)) && self.may_be_apart(&self.line()[..end]) {
            all.push(self.with(end, end, ","));
        }
        all
    }
}

/// Whether a line is `a b = …`, where the right side may be several values, or `for a b in …`.
fn unpacks(code: &str) -> bool {
    let loops =
        code.trim_start().trim_start_matches("async ").strip_prefix("for ").and_then(|rest| rest.split_once(" in "));
    let Some((names, value)) = loops.map(|(names, _)| (names, "(")).or_else(|| code.split_once('=')) else {
        return false;
    };
    let names = names.trim();
    names.contains(' ') && names.chars().all(|c| c.is_alphanumeric() || "_, ".contains(c)) && value.contains([',', '('])
}

/// A line with another word or sign for one, outside of strings.
fn respelled(line: &str, found: &str, meant: &str) -> String {
    let (mut made, mut all) = (String::new(), pieces(line));
    loop {
        if let Some(behind) = all.rest().strip_prefix(found) {
            let word = meant.chars().all(char::is_alphabetic);
            let (before, behind) = (!made.ends_with(' ') && word, !behind.starts_with(' ') && word);
            made += [if before { " " } else { "" }, meant, if behind { " " } else { "" }].concat().as_str();
            all.pass(found.len());
        } else if let Some((_, piece)) = all.next() {
            made += piece;
        } else {
            return made;
        }
    }
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
            ("for a b in enumerate(x):\n    y\n", "for a, b in enumerate(x):\n    y\n"),
            ("def f(a: x.B b):\n    y\n", "def f(a: x.B, b):\n    y\n"),
            ("def f():\n    x\n   y\n    z\n", "def f():\n    x\n    y\n    z\n"),
            ("if x:\n    y\n   z\n\nw\n", "if x:\n    y\n    z\n\nw\n"),
            ("if x:\n        y\n\tz\n", "if x:\n        y\n        z\n"),
            ("def f():\nx = 1\nreturn x\n\nf()\n", "def f():\n    x = 1\n    return x\n\nf()\n"),
            ("n = 0\nn++\n", "n = 0\nn += 1\n"),
            ("if a&&b or c || '||':\n    y\n", "if a and b or c or '||':\n    y\n"),
            ("if !x:\n    y\n", "if not x:\n    y\n"),
            ("asyncio.async(f())\n", "asyncio.ensure_future(f())\n"),
            ("for i in range(10:\n    y\n", "for i in range(10):\n    y\n"),
            (
                "async def f():\n    async with timeout(3:\n        y\n",
                "async def f():\n    async with timeout(3):\n        y\n",
            ),
            ("gather(*[f(i) for i in range(3))\n", "gather(*[f(i) for i in range(3)])\n"),
            ("if x\n    y\nprint(\"a)\n", "if x\n    y\nprint(\"a\")\n"),
            ("x = \"a  # comment\n", "x = \"a\"  # comment\n"),
            ("print(\"a)  # 完\n", "print(\"a\")  # 完\n"),
            ("x = {\"a: 1}\n", "x = {\"a\": 1}\n"),
            ("x = {\"a\" 1}\n", "x = {\"a\": 1}\n"),
            (
                "async def f():\n    x\n# Code\n      await g()\n    y\n",
                "async def f():\n    x\n# Code\n    await g()\n    y\n",
            ),
        ];
        let made = cases.map(|(wrong, _)| (wrong, mended(wrong).map(|(_, text)| text).unwrap_or_default()));
        let wanted = cases.map(|(wrong, right)| (wrong, right.to_string()));
        assert_eq!(made, wanted);
    }

    #[test]
    fn what_nothing_says_how_to_write_stays() {
        let wrong = [
            "x y z\n",
            "def f():\n",
            "try:\n    x\ny\n",
            "x = 'It's'\n",
            "return 1\n",
            "x = 1\n",
            "let x = 5\n",
            "int total = f(0)\n",
            "my name = 5\n",
            "my-name = 3\n",
            "f() = 3\n",
            "if (n = len(a)) > 10:\n    y\n",
            "def f():\n\nprint('start')\nf()\n",
            "def f() {\n    x\n}\n",
            "def f(String name):\n    x\n",
            "foo(new Queue())\n",
            "import asyncio\nprint(asyncio sleep(1))\n",
            "open(\"C:\\data\\\")\n",
            "x = a + b) * c\n",
            "x =! y\n",
        ];
        for wrong in wrong {
            assert_eq!(mended(wrong), None, "{wrong}");
        }
    }
}
