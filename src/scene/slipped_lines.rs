//! Edits for lines whose indentation is none that Python knows there.

use super::slips::{Edit, Place};
use super::statements::beginnings;
use crate::compiler::lines::{indent, indentation};
use crate::modules::attached::path_of;

impl<'a> Place<'a> {
    /// Which lines have an indentation that counts: no comment, nor the rest of a string or of brackets.
    fn counted(&self) -> Vec<bool> {
        let program = self.lines.iter().take_while(|line| path_of(line).is_none()).count();
        let begins = beginnings(self.lines, self.lines.len());
        let counts = |(at, line): (usize, &&str)| {
            let text = line.trim();
            at < program && begins.get(at) == Some(&at) && !text.is_empty() && !text.starts_with('#')
        };
        self.lines.iter().enumerate().map(counts).collect()
    }

    /// The line and those below it that stand as far in, at another indentation; `alone`: not those that stand further in.
    fn block(&self, counted: &[bool], indent: &str, alone: bool) -> Edit {
        let own = indentation(self.line());
        let within = |at: &usize| !counted[*at] || self.lines[*at].starts_with(own);
        let made = |at: usize| match counted[at] && (!alone || indentation(self.lines[at]) == own) {
            true => [indent, &self.lines[at][own.len()..]].concat(),
            false => self.lines[at].to_string(),
        };
        let made: Vec<String> = (self.at..self.lines.len()).take_while(within).map(made).collect();
        Edit { shown: self.at, first: self.at, end: self.at + made.len(), made }
    }

    /// The lines above that stand so far in, without what is less so between, at the line's own indentation.
    fn above(&self, counted: &[bool], odd: &str) -> Option<Edit> {
        let within = |at: &usize| !counted[*at] || indent(self.lines[*at]) >= odd.len();
        let is_odd = |at: usize| counted[at] && indentation(self.lines[at]) == odd;
        let count = (0..self.at).rev().take_while(within).count();
        let first = (self.at - count..self.at).find(|at| is_odd(*at))?;
        let own = indentation(self.line());
        let made = |at: usize| match is_odd(at) {
            true => [own, self.lines[at].trim_start()].concat(),
            false => self.lines[at].to_string(),
        };
        Some(Edit { shown: first, first, end: self.at, made: (first..self.at).map(made).collect() })
    }

    /// What stands above at an indentation that is rarer than the line's own, at that; the line's block at each
    /// indentation that is around it, the nearest first.
    pub(super) fn aligned(&self) -> Vec<Edit> {
        let (own, counted) = (indentation(self.line()), self.counted());
        let (mut around, mut least) = (Vec::new(), usize::MAX);
        for at in (0..self.at).rev().filter(|at| counted[*at]) {
            if indent(self.lines[at]) < least {
                least = indent(self.lines[at]);
                around.push(indentation(self.lines[at]));
            }
        }
        let often = |indent: &str| self.lines.iter().filter(|line| indentation(line) == indent).count();
        let odd = around.iter().filter(|indent| !indent.is_empty() && often(indent) < often(own));
        let above: Vec<Edit> = odd.filter_map(|indent| self.above(&counted, indent)).collect();
        crate::trace::sorted::sort_by_key(&mut around, |indent| indent.len().abs_diff(own.len()));
        if around.is_empty() {
            around.push("");
        }
        let block = |indent| [true, false].map(|alone| self.block(&counted, indent, alone));
        above.into_iter().chain(around.into_iter().flat_map(block)).collect()
    }

    /// The lines right below a statement that has no block, up to the next empty one or definition, as its block.
    pub(super) fn indented(&self) -> Vec<Edit> {
        let Some(above) = self.lines[..self.at].last().filter(|line| line.trim_end().ends_with(':')) else {
            return Vec::new();
        };
        let indent = indentation(above);
        let ends = |line: &&&str| {
            let text = line.trim_start();
            let begins =
                ["def ", "async def ", "class ", "@", "if __name__", "else", "elif ", "except", "finally", "#"];
            text.is_empty() || !line.starts_with(indent) || begins.iter().any(|word| text.starts_with(word))
        };
        let block = self.lines[self.at..].iter().take_while(|line| !ends(line));
        let made: Vec<String> = block.map(|line| ["    ", line].concat()).collect();
        let edit = Edit { shown: self.at, first: self.at, end: self.at + made.len(), made };
        if edit.made.is_empty() { Vec::new() } else { vec![edit] }
    }

    /// All lines with spaces for the tabs at their beginnings: four for each, or eight.
    pub(super) fn untabbed(&self) -> Vec<Edit> {
        vec![self.spaced(4), self.spaced(8)]
    }

    fn spaced(&self, width: usize) -> Edit {
        let counted = self.counted();
        let made = self.lines.iter().enumerate().map(|(at, line)| {
            let indent = if counted[at] { indentation(line) } else { "" };
            [&indent.replace('\t', &" ".repeat(width)), &line[indent.len()..]].concat()
        });
        Edit { shown: self.at, first: 0, end: self.lines.len(), made: made.collect() }
    }
}
