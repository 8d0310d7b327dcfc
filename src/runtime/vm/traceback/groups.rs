//! Exception groups as text: nested reports with margins.

use super::super::core::Vm;
use super::reports::Report;
use super::{format_exception_only, format_told, frames_of, limited, summaries};
use crate::objects::Interp;
use crate::objects::exception::Exc;
use crate::trace::Stream;

/// Exceptions of one group shown.
const MAX_WIDTH: usize = 15;
/// Groups within groups shown.
const MAX_DEPTH: usize = 10;

/// The report under way.
#[derive(Default)]
pub struct Printer {
    pub out: String,
    /// It goes to stderr as it is.
    pub direct: bool,
    /// `sys.tracebacklimit` leaves the last frames, not the first.
    pub last: bool,
    /// What is odd about the lines is not said.
    pub quiet: bool,
    depth: usize,
    need_close: bool,
}

impl Printer {
    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    /// Adds text, each line behind the margin of the group it belongs to.
    pub fn emit(&mut self, text: &str) {
        self.emit_with(text, '|');
    }

    /// Before frames are formatted, whose lines may be warned about.
    pub fn write_first(&mut self, vm: &mut Vm) {
        if self.direct {
            vm.write(Stream::Stderr, &std::mem::take(&mut self.out));
        }
    }

    fn emit_with(&mut self, text: &str, margin: char) {
        if self.depth == 0 {
            self.out.push_str(text);
            return;
        }
        let indent = self.indent();
        for line in text.split_inclusive('\n') {
            self.out.push_str(&indent);
            self.out.push(margin);
            self.out.push(' ');
            self.out.push_str(line);
        }
    }
}

/// A group: its own traceback and message, then each exception within.
pub fn format_group(
    vm: &mut Vm,
    exc: &Exc,
    (report, members): (&Report, &[usize]),
    chain: bool,
    printer: &mut Printer,
) {
    if printer.depth > MAX_DEPTH {
        printer.emit(&format!("... (max_group_depth is {MAX_DEPTH})\n"));
        return;
    }
    let top = printer.depth == 0;
    if top {
        printer.depth += 1;
    }
    let traceback = exc.data().traceback.borrow().clone();
    let frames = traceback.map(|traceback| limited(vm, summaries(&traceback), printer.last));
    if let Some(frames) = frames.filter(|frames| !frames.is_empty()) {
        printer.emit_with("Exception Group Traceback (most recent call last):\n", if top { '+' } else { '|' });
        printer.write_first(vm);
        let text = frames_of(vm, &frames, printer.quiet);
        printer.emit(&text);
    }
    let text = format_exception_only(vm, exc);
    printer.emit(&text);
    let shown = if members.len() <= MAX_WIDTH { members.len() } else { MAX_WIDTH + 1 };
    printer.need_close = false;
    for at in 0..shown {
        let last = at == shown - 1;
        if last {
            printer.need_close = true;
        }
        let truncated = at >= MAX_WIDTH;
        let title = if truncated { "...".to_string() } else { (at + 1).to_string() };
        let lead = if at == 0 { "+-" } else { "  " };
        printer.out.push_str(&format!("{}{lead}+---------------- {title} ----------------\n", printer.indent()));
        printer.depth += 1;
        if truncated {
            let remaining = members.len() - MAX_WIDTH;
            let plural = if remaining > 1 { "s" } else { "" };
            printer.emit(&format!("and {remaining} more exception{plural}\n"));
        } else {
            format_told(vm, report, members[at], chain, printer);
        }
        if last && printer.need_close {
            let indent = printer.indent();
            printer.out.push_str(&format!("{indent}+------------------------------------\n"));
            printer.need_close = false;
        }
        printer.depth -= 1;
    }
    if top {
        printer.depth = 0;
    }
}
