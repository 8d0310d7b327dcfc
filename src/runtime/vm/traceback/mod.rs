//! Tracebacks as text, laid out as CPython's Lib/traceback.py does.

mod anchors;
mod carets;
mod groups;
mod library;
pub mod linecache;
mod reports;
mod suggestions;
mod syntax_error;

use std::rc::Rc;

use super::core::Vm;
use super::matching::is_sequence;
use crate::bytecode::Position;
use crate::compiler::SyntaxWarning;
use crate::compiler::lines::numbered;
use crate::objects::attribute::get_attr_now;
use crate::objects::attrs::Namespace;
use crate::objects::exception::{Exc, Traceback};
use crate::objects::types::types;
use crate::objects::{Interp, Symbol, Value, known, library_site, ops};
use crate::trace::Stream;

use reports::{Report, report_of};

pub use carets::Summary;
pub use library::relocated;
pub use linecache::know_files;
pub use suggestions::{Meant, meant, suggestion_of};
pub use syntax_error::format_syntax_error;

/// Repetitions of one frame shown before «[Previous line repeated …]».
const RECURSIVE_CUTOFF: usize = 3;

/// The line `line` (from 1) of a source file that this session knows.
pub fn source_line(vm: &Vm, file: &str, line: u32) -> Option<String> {
    if file.starts_with("<stdlib>/") {
        let of_asyncio = crate::asyncio::library_sites::source_line(file, line);
        let found = of_asyncio.or_else(|| crate::asyncio::coroutine_places::source_line(file, line));
        let found = found.or_else(|| library_site::source_line(file, line));
        return found.or_else(|| library::source_line(file, line));
    }
    if *vm.main_file != *file {
        return linecache::line(vm, file, line);
    }
    numbered(&vm.source, line).map(|line| line.trim_end().to_string())
}

/// The whole report of an exception, with its causes and contexts if `chain`.
pub fn format_exception(vm: &mut Vm, exc: &Exc, chain: bool) -> String {
    let mut printer = groups::Printer::default();
    format_chain(vm, exc, chain, &mut printer);
    printer.out
}

/// As [`format_exception`], of which `sys.tracebacklimit` leaves the last frames.
pub fn format_last(vm: &mut Vm, exc: &Exc) -> String {
    let mut printer = groups::Printer::default();
    printer.last = true;
    format_chain(vm, exc, true, &mut printer);
    printer.out
}

/// As [`format_exception`], without a word about its lines.
pub fn format_quietly(vm: &mut Vm, exc: &Exc, chain: bool) -> String {
    let mut printer = groups::Printer::default();
    printer.quiet = true;
    format_chain(vm, exc, chain, &mut printer);
    printer.out
}

/// Writes an exception's report to stderr. What is odd about its lines is written as they come.
pub fn print_exception(vm: &mut Vm, exc: &Exc) {
    let mut printer = groups::Printer::default();
    printer.direct = true;
    printer.last = true;
    format_chain(vm, exc, true, &mut printer);
    vm.write(Stream::Stderr, &printer.out);
}

/// What the interpreter itself prints of an exception that nothing can catch (Python/traceback.c): no anchors, no causes,
/// no suggestions.
pub fn format_plainly(vm: &mut Vm, exc: &Exc) -> String {
    let mut out = String::new();
    let traceback = exc.data().traceback.borrow().clone();
    if let Some(traceback) = traceback {
        let mut frames = summaries(&traceback);
        if let Some(limit) = limit(vm) {
            frames.drain(..frames.len().saturating_sub(limit));
        }
        frames.iter_mut().for_each(|frame| frame.position = None);
        linecache::note(vm, &frames);
        let lines = |vm: &Vm, frame: &Summary| match vm.modules_go {
            true => Vec::new(),
            false => own_lines(vm, frame),
        };
        if limit(vm) != Some(0) {
            out = format!("Traceback (most recent call last):\n{}", frames_with(vm, &frames, lines, &mut Vec::new()));
        }
    }
    out.push_str(&class_name(exc));
    out.push_str(": ");
    match ops::str_text(vm, &exc.value()) {
        Ok(text) => out.push_str(&text.escaped()),
        Err(_) => out.push_str("<exception str() failed>"),
    }
    out.push('\n');
    out
}

/// An exception, after those it comes from if `chain`.
fn format_chain(vm: &mut Vm, exc: &Exc, chain: bool, printer: &mut groups::Printer) {
    format_told(vm, &report_of(exc), 0, chain, printer);
}

/// The exception at a place of a report, after those it comes from if `chain`.
fn format_told(vm: &mut Vm, report: &Report, place: usize, chain: bool, printer: &mut groups::Printer) {
    let mut links = vec![(&report[place], None)];
    let mut next = report[place].before.filter(|_| chain);
    while let Some((place, words)) = next {
        links.push((&report[place], Some(words)));
        next = report[place].before;
    }
    for (told, after) in links.into_iter().rev() {
        let exc = &told.exc;
        if let Some(members) = &told.members {
            groups::format_group(vm, exc, (report, members), chain, printer);
        } else {
            let traceback = exc.data().traceback.borrow().clone();
            let frames = traceback.map(|traceback| limited(vm, summaries(&traceback), printer.last));
            if let Some(frames) = frames.filter(|frames| !frames.is_empty()) {
                printer.emit("Traceback (most recent call last):\n");
                printer.write_first(vm);
                let text = frames_of(vm, &frames, printer.quiet);
                printer.emit(&text);
            }
            let text = format_exception_only(vm, exc);
            printer.emit(&text);
        }
        if let Some(after) = after {
            printer.emit(after);
        }
    }
}

/// A traceback's frames, outermost first.
pub fn summaries(traceback: &Rc<Traceback>) -> Vec<Summary> {
    let mut all = Vec::new();
    let mut entry = Some(traceback.clone());
    while let Some(t) = entry {
        let code = &t.frame.code;
        let mut position = code.code.positions.get(t.pc).copied().filter(|p| p.line == t.line && p.end_line >= p.line);
        if t.pc > code.code.positions.len() {
            position = Some(Position { line: t.line, end_line: t.line, column: 0, end_column: 0 });
        }
        let (file, name) = (code.filename.clone(), code.code.name.clone());
        let of_script = is_script(&t.frame.globals);
        let loaded_by = loader_of(&t.frame.globals);
        all.push(Summary { file, line: t.line, name, position, of_script, loaded_by });
        entry = t.next.borrow().clone();
    }
    all
}

fn is_script(globals: &Namespace) -> bool {
    let names = globals.names.borrow();
    let is_main = names.get(Symbol::new("__name__")).is_some_and(|name| name.text_or_empty() == "__main__");
    is_main && names.get(Symbol::new("__file__")).is_some()
}

fn loader_of(globals: &Namespace) -> Option<(Value, Value)> {
    let names = globals.names.borrow();
    let loader = names.get(Symbol::new("__loader__")).filter(|loader| !loader.is_none())?;
    Some((loader.clone(), names.get(Symbol::new("__name__"))?.clone()))
}

/// `sys.tracebacklimit`, if it is a number; nothing is less than none.
fn limit(vm: &Vm) -> Option<usize> {
    let Some(Value::Module(sys)) = vm.module(Symbol::new("sys")) else { return None };
    match sys.get(Symbol::new("tracebacklimit"))? {
        // Beyond 64 bits it is all, or nothing.
        Value::BigInt(limit) => (limit.sign() == num_bigint::Sign::Minus).then_some(0),
        limit => Some(usize::try_from(limit.as_int()?).unwrap_or(0)),
    }
}

/// As many of a traceback's frames as `sys.tracebacklimit` lets show: the interpreter shows the last, `traceback` the
/// first (traceback.py `StackSummary._extract_from_extended_frame_gen`).
fn limited(vm: &Vm, mut frames: Vec<Summary>, last: bool) -> Vec<Summary> {
    let Some(limit) = limit(vm) else { return frames };
    if last {
        // A slice from `len - limit` on: where that is negative it counts from the end.
        let from = frames.len() as i64 - limit as i64;
        let from = if from < 0 { (from + frames.len() as i64).max(0) } else { from };
        frames.drain(..from as usize);
    } else {
        frames.truncate(limit);
    }
    frames
}

/// Frames as text; many repetitions of one are counted.
pub fn format_frames(vm: &mut Vm, frames: &[Summary]) -> String {
    frames_of(vm, frames, false)
}

/// One frame, whose lines somebody else knows.
pub fn format_given(vm: &Vm, frame: &Summary, lines: &[String]) -> String {
    carets::frame_text(frame, lines, !vm.modules_go, &mut Vec::new())
}

fn frames_of(vm: &mut Vm, frames: &[Summary], quiet: bool) -> String {
    linecache::note(vm, frames);
    let mut odd = Vec::new();
    let text = frames_with(vm, frames, own_lines, &mut odd);
    for warning in odd.into_iter().filter(|_| !quiet) {
        let _raised = super::report::syntax_warning(vm, "<unknown>", &warning);
    }
    text
}

/// The lines of a frame's place.
fn own_lines(vm: &Vm, frame: &Summary) -> Vec<String> {
    match frame.position {
        Some(p) => (p.line..=p.end_line).map_while(|l| source_line(vm, &frame.file, l)).collect(),
        None => source_line(vm, &frame.file, frame.line).into_iter().collect(),
    }
}

fn frames_with(
    vm: &Vm,
    frames: &[Summary],
    lines: impl Fn(&Vm, &Summary) -> Vec<String>,
    odd: &mut Vec<SyntaxWarning>,
) -> String {
    let mut out = String::new();
    let mut count = 0;
    for (at, frame) in frames.iter().enumerate() {
        let same = at > 0 && {
            let before = &frames[at - 1];
            before.file == frame.file && before.line == frame.line && before.name == frame.name
        };
        if !same {
            repeated(&mut out, count);
            count = 0;
        }
        count += 1;
        if count <= RECURSIVE_CUTOFF {
            out.push_str(&carets::frame_text(frame, &lines(vm, frame), !vm.modules_go, odd));
        }
    }
    repeated(&mut out, count);
    out
}

fn repeated(out: &mut String, count: usize) {
    if count > RECURSIVE_CUTOFF {
        let more = count - RECURSIVE_CUTOFF;
        let plural = if more > 1 { "s" } else { "" };
        out.push_str(&format!("  [Previous line repeated {more} more time{plural}]\n"));
    }
}

/// The class's name as a report gives it.
fn class_name(exc: &Exc) -> String {
    let class = exc.class();
    let module = class.lookup(known::MODULE).map(|m| match m.as_str() {
        Some(name) => name.text().into_owned(),
        None => "<unknown>".into(),
    });
    let name = class.qualname.borrow().to_string();
    match module {
        Some(module) if module != "builtins" && module != "__main__" => format!("{module}.{name}"),
        _ => name,
    }
}

/// `Class: message`, and the notes.
fn format_exception_only(vm: &mut Vm, exc: &Exc) -> String {
    let mut out = format_message(vm, exc, true);
    out.push_str(&format_notes(vm, exc));
    out
}

/// `Class: message`. `traced`: its traceback may be looked at for what a name was meant to be.
pub fn format_message(vm: &mut Vm, exc: &Exc, traced: bool) -> String {
    let name = class_name(exc);
    match syntax_error::of_exception(vm, exc, &name) {
        Some(text) => text,
        None => {
            let mut text = match ops::str_text(vm, &exc.value()) {
                Ok(text) => text.escaped().into_owned(),
                Err(_) => "<exception str() failed>".to_string(),
            };
            text.push_str(&suggestion_of(vm, exc, traced));
            if text.is_empty() { format!("{name}\n") } else { format!("{name}: {text}\n") }
        }
    }
}

/// The notes: those of its class as well, and what its `__getattr__` gives.
fn format_notes(vm: &mut Vm, exc: &Exc) -> String {
    let mut out = String::new();
    let found = get_attr_now(vm, &exc.value(), known::NOTES);
    let notes = match found {
        Ok(notes) => notes,
        Err(e) if e.is_a(&types().attribute_error) => return out,
        Err(e) => {
            let repr = ops::repr_text(vm, &e.value()).map(|text| text.escaped().into_owned());
            let repr = repr.unwrap_or_else(|_| "<__notes__ repr() failed>".into());
            return format!("Ignored error getting __notes__: {repr}\n");
        }
    };
    let each = match notes {
        Value::None => Vec::new(),
        notes if is_sequence(&notes) => ops::to_vec(vm, &notes).unwrap_or_default(),
        other => {
            match ops::repr_text(vm, &other) {
                Ok(text) => out.push_str(&text.escaped()),
                Err(_) => out.push_str("<__notes__ repr() failed>"),
            }
            out.push('\n');
            Vec::new()
        }
    };
    for note in each {
        let text = match ops::str_text(vm, &note) {
            Ok(text) => text.escaped().into_owned(),
            Err(_) => "<note str() failed>".to_string(),
        };
        for line in text.split('\n') {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}
