//! One frame of a traceback: its source lines with `~~~^^^` under what was running (traceback.py
//! `format_frame_summary`). Columns are display columns: a wide character takes two.

use std::rc::Rc;

use super::anchors::{Anchors, anchors_of, is_whole_value};
use crate::bytecode::Position;
use crate::compiler::{SyntaxWarning, warnings_of_text};
use crate::objects::Value;
use crate::objects::str::width;

/// A frame of a traceback, without its values.
#[derive(Clone)]
pub struct Summary {
    pub file: Rc<str>,
    pub line: u32,
    pub name: Rc<str>,
    /// Of the instruction; `None`: only the line is known.
    pub position: Option<Position>,
    /// Whether its globals are those of a script: the lines of a file that there is not are the script's then
    /// (Lib/linecache.py `lazycache`).
    pub of_script: bool,
    /// The `__loader__` and the `__name__` in its globals: the loader may know lines that no file holds.
    pub loaded_by: Option<(Value, Value)>,
}

/// Characters of `line` before byte `offset`.
fn characters(line: &str, offset: usize) -> usize {
    line.char_indices().take_while(|(at, _)| *at < offset).count()
}

/// Display columns of the first `count` characters.
fn columns(line: &str, count: usize) -> usize {
    if line.is_ascii() {
        return count;
    }
    line.chars().take(count).map(|c| width::columns_of(c as u32)).sum()
}

fn length(line: &str) -> usize {
    line.chars().count()
}

/// The text of a frame; `lines` are the source lines of its position, as far as they are known. `parses`: the segment is
/// looked at; CPython cannot do that any more once the modules are gone.
/// `odd`: what the parser has to say of that.
pub fn frame_text(frame: &Summary, lines: &[String], parses: bool, odd: &mut Vec<SyntaxWarning>) -> String {
    let mut out = format!("  File \"{}\", line {}, in {}\n", frame.file, frame.line, frame.name);
    if lines.iter().all(|l| l.trim().is_empty()) {
        return out;
    }
    let position = match frame.position {
        Some(p) if lines.len() == (p.end_line - p.line) as usize + 1 => p,
        _ => {
            out.push_str(&format!("    {}\n", lines[0].trim()));
            return out;
        }
    };
    let dedented = dedent(lines);
    let removed = length(&lines[0]) - length(&dedented[0]);
    let last = dedented.len() - 1;
    let start = characters(&lines[0], position.column as usize).saturating_sub(removed);
    let end = characters(&lines[last], position.end_column as usize).saturating_sub(removed);
    let segment = segment(&dedented, start, end);
    let anchors = if parses { anchors_of(&segment) } else { None };
    if parses && lines.iter().any(|line| line.contains('\\')) {
        odd.extend(warnings_of_text(&format!("(\n{segment}\n)")));
        odd.extend(warnings_of_text(&dedented.join("\n")));
    }
    let show = shows_carets(&dedented, start, end, anchors.as_ref(), parses);
    let layout = Layout::new(&dedented, start, end, anchors, show);
    let mut shown = String::new();
    let mut before: Option<usize> = None;
    for line in layout.significant() {
        if let Some(before) = before {
            match line - before {
                2 => layout.line(line - 1, &mut shown),
                n if n > 2 => shown.push_str(&format!("...<{} lines>...\n", n - 1)),
                _ => {}
            }
        }
        layout.line(line, &mut shown);
        before = Some(line);
    }
    let shown: Vec<String> = shown.lines().map(str::to_string).collect();
    for line in dedent(&shown) {
        out.push_str("    ");
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// What stands between the offsets (in characters of the first and the last line).
fn segment(lines: &[String], start: usize, end: usize) -> String {
    let joined: Vec<char> = lines.join("\n").chars().collect();
    let last = lines.last().map_or(0, |l| length(l));
    let stop = joined.len() - last.saturating_sub(end);
    joined[start.min(joined.len())..stop.max(start.min(joined.len()))].iter().collect()
}

/// `textwrap.dedent`: the white space that all lines with text begin with is removed; blank lines become empty.
fn dedent(lines: &[String]) -> Vec<String> {
    let mut margin: Option<&str> = None;
    for line in lines.iter().filter(|l| !l.trim().is_empty()) {
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        margin = Some(match margin {
            None => indent,
            Some(before) => {
                let common = before.bytes().zip(indent.bytes()).take_while(|(a, b)| a == b).count();
                &before[..common]
            }
        });
    }
    let margin = margin.map_or(0, str::len);
    lines.iter().map(|l| if l.trim().is_empty() { String::new() } else { l[margin..].to_string() }).collect()
}

/// Carets are left out where they would cover the whole line, and under the value of a plain `return` or `x =` call.
fn shows_carets(lines: &[String], start: usize, end: usize, anchors: Option<&Anchors>, parses: bool) -> bool {
    if parses && is_whole_value(lines, start, end) {
        return false;
    }
    if anchors.is_some() {
        return true;
    }
    let before: String = lines[0].chars().take(start).collect();
    let after: String = lines[lines.len() - 1].chars().skip(end).collect();
    !before.trim().is_empty() || !after.trim().is_empty()
}

struct Layout<'a> {
    lines: &'a [String],
    /// Display columns.
    start: usize,
    end: usize,
    /// With display columns.
    anchors: Option<Anchors>,
    show: bool,
}

impl<'a> Layout<'a> {
    fn new(lines: &'a [String], start: usize, end: usize, anchors: Option<Anchors>, show: bool) -> Layout<'a> {
        let anchors = anchors.map(|mut a| {
            // The segment's first line begins at the start.
            if a.left_line == 0 {
                a.left += start;
            }
            if a.right_line == 0 {
                a.right += start;
            }
            a.left = columns(&lines[a.left_line], a.left);
            a.right = columns(&lines[a.right_line], a.right);
            a
        });
        let last = lines.len() - 1;
        Layout { start: columns(&lines[0], start), end: columns(&lines[last], end), lines, anchors, show }
    }

    /// The lines shown: the first, the last, and those around the anchors.
    fn significant(&self) -> Vec<usize> {
        let last = self.lines.len() - 1;
        let mut lines = vec![0, last];
        if let Some(a) = &self.anchors {
            for at in [a.left_line, a.right_line] {
                lines.extend([at.saturating_sub(1), at, at + 1]);
            }
        }
        lines.retain(|l| *l <= last);
        crate::trace::sorted::distinct(lines)
    }

    /// Line `at` and the carets under it.
    fn line(&self, at: usize, out: &mut String) {
        let line = &self.lines[at];
        out.push_str(line);
        out.push('\n');
        if !self.show {
            return;
        }
        let indent = length(line) - length(line.trim_start());
        let count = if at == self.lines.len() - 1 { self.end } else { columns(line, length(line)) };
        for column in 0..count {
            out.push(if column < indent || (at == 0 && column < self.start) {
                ' '
            } else {
                match &self.anchors {
                    Some(a) if a.holds(at, column) => '^',
                    Some(_) => '~',
                    None => '^',
                }
            });
        }
        out.push('\n');
    }
}
