//! Where the operator of a binary operation stands, or the brackets of a subscript or call: found by parsing the
//! segment anew, as traceback.py `_extract_caret_anchors_from_line_segment` does.

use ruff_python_ast::{Expr, Mod, Stmt};
use ruff_python_parser::{ParseOptions, parse};
use ruff_text_size::{Ranged, TextSize};

/// From where to where the secondary carets go, in lines of the segment (from 0) and characters.
#[derive(Clone, Copy, Debug)]
pub struct Anchors {
    pub left_line: usize,
    pub left: usize,
    pub right_line: usize,
    pub right: usize,
}

impl Anchors {
    /// Whether a place is between them.
    pub fn holds(&self, line: usize, column: usize) -> bool {
        (line > self.left_line || (line == self.left_line && column >= self.left))
            && (line < self.right_line || (line == self.right_line && column < self.right))
    }
}

/// A source longer than this is not parsed for anchors: it may nest deeply.
const MAX_SEGMENT: usize = 10_000;

fn parse_statements(source: &str) -> Option<Vec<Stmt>> {
    if source.len() > MAX_SEGMENT || source.matches(['(', '[', '{']).count() > 200 {
        return None;
    }
    let parsed = parse(source, ParseOptions::from(ruff_python_parser::Mode::Module)).ok()?;
    match parsed.into_syntax() {
        Mod::Module(module) => Some(module.body.into()),
        _ => None,
    }
}

/// A cursor over the segment's characters.
struct Cursor<'a> {
    lines: &'a [Vec<char>],
    line: usize,
    column: usize,
}

impl Cursor<'_> {
    /// Moves on to a character, over line ends.
    fn settle(&mut self) -> Option<()> {
        while self.line < self.lines.len() && self.column >= self.lines[self.line].len() {
            self.column = 0;
            self.line += 1;
        }
        (self.line < self.lines.len()).then_some(())
    }

    fn character(&self) -> char {
        self.lines[self.line][self.column]
    }

    /// Goes to the first character that `stop` accepts, over comments and continued lines.
    fn until(&mut self, stop: impl Fn(char) -> bool) -> Option<()> {
        loop {
            let c = self.character();
            if matches!(c, '\\' | '#') {
                self.column = 0;
                self.line += 1;
            } else if stop(c) {
                return Some(());
            } else {
                self.column += 1;
            }
            self.settle()?;
        }
    }
}

/// The anchors of a segment, if it is a binary operation, a subscript or a call.
pub fn anchors_of(segment: &str) -> Option<Anchors> {
    let source = format!("(\n{segment}\n)");
    let statements = parse_statements(&source)?;
    let [Stmt::Expr(statement)] = statements.as_slice() else { return None };
    let lines: Vec<Vec<char>> = segment.lines().map(|l| l.chars().collect()).collect();
    // Two characters before the segment: the bracket and its line end.
    let place = |offset: TextSize| {
        let before = segment.get(..offset.to_usize().checked_sub(2)?)?;
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count());
        Some((line, column))
    };
    let cursor = |offset: TextSize| {
        let (line, column) = place(offset)?;
        let mut cursor = Cursor { lines: &lines, line, column };
        cursor.settle()?;
        Some(cursor)
    };
    let brackets = |inner: TextSize, end: TextSize, bracket: char| {
        let mut left = cursor(inner)?;
        left.until(|c| c == bracket)?;
        let (right_line, right) = place(end)?;
        Some(Anchors { left_line: left.line, left: left.column, right_line, right })
    };
    match &*statement.value {
        Expr::BinOp(operation) => {
            let mut at = cursor(operation.left.end())?;
            at.until(|c| !c.is_whitespace() && c != ')')?;
            let mut right = at.column + 1;
            let (right_line, right_start) = place(operation.right.start())?;
            if let Some(&next) = at.lines[at.line].get(right)
                && (right_line > at.line || right < right_start)
                && !next.is_whitespace()
                && !matches!(next, '\\' | '#')
            {
                right += 1;
            }
            Some(Anchors { left_line: at.line, left: at.column, right_line: at.line, right })
        }
        Expr::Subscript(subscript) => brackets(subscript.value.end(), subscript.end(), '['),
        Expr::Call(call) => brackets(call.func.end(), call.end(), '('),
        _ => None,
    }
}

/// Whether the range is all of the value of `return f(…)` or `name = f(…)`: no carets then.
pub fn is_whole_value(lines: &[String], start: usize, end: usize) -> bool {
    let source = lines.join("\n");
    // Of several statements in a line CPython looks at the first.
    let statements = parse_statements(&source).unwrap_or_default();
    let Some(statement) = statements.first() else { return false };
    let value = match statement {
        Stmt::Return(r) => match r.value.as_deref() {
            Some(Expr::Call(call)) if call.func.is_name_expr() => call,
            _ => return false,
        },
        Stmt::Assign(a) => match (a.targets.as_slice(), &*a.value) {
            ([Expr::Name(_)], Expr::Call(call)) => call,
            _ => return false,
        },
        _ => return false,
    };
    let line_start = source.len() - lines[lines.len() - 1].len();
    let from = value.start().to_usize();
    let to = value.end().to_usize();
    // CPython compares byte offsets with character offsets here, and so do we.
    !source[..from].contains('\n') && from == start && to >= line_start && to - line_start == end
}
