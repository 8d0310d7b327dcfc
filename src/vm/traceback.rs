//! Tracebacks as text, as CPython's traceback module lays them out.

use std::rc::Rc;

use super::core::Vm;
use crate::objects::exception::{Exc, Traceback};
use crate::objects::{Value, known, ops};

/// The line `line` (from 1) of a source file that this session knows.
pub fn source_line(vm: &Vm, file: &str, line: u32) -> Option<String> {
    if *vm.main_file != *file || line == 0 {
        return None;
    }
    vm.source.lines().nth(line as usize - 1).map(str::to_string)
}

/// The whole report of an exception with its causes and contexts.
pub fn format_exception(vm: &mut Vm, exc: &Exc) -> String {
    let mut out = String::new();
    chain(vm, exc, &mut out, &mut Vec::new());
    out
}

fn chain(vm: &mut Vm, exc: &Exc, out: &mut String, seen: &mut Vec<Exc>) {
    if seen.iter().any(|e| e.is_same(exc)) {
        return;
    }
    seen.push(exc.clone());
    let cause = exc.data().cause.borrow().clone();
    let context = exc.data().context.borrow().clone();
    if let Some(cause) = cause.filter(|c| !seen.iter().any(|e| e.is_same(c))) {
        chain(vm, &cause, out, seen);
        out.push_str("\nThe above exception was the direct cause of the following exception:\n\n");
    } else if let Some(context) = context.filter(|c| !seen.iter().any(|e| e.is_same(c)))
        && !exc.data().suppress_context.get()
    {
        chain(vm, &context, out, seen);
        out.push_str("\nDuring handling of the above exception, another exception occurred:\n\n");
    }
    let traceback = exc.data().traceback.borrow().clone();
    if let Some(traceback) = traceback {
        out.push_str("Traceback (most recent call last):\n");
        frames(vm, &traceback, out);
    }
    last_line(vm, exc, out);
}

fn frames(vm: &Vm, traceback: &Rc<Traceback>, out: &mut String) {
    let mut entry = Some(traceback.clone());
    while let Some(t) = entry {
        let code = &t.frame.code;
        out.push_str(&format!("  File \"{}\", line {}, in {}\n", code.filename, t.line, code.code.name));
        if let Some(line) = source_line(vm, &code.filename, t.line) {
            out.push_str(&format!("    {}\n", line.trim()));
        }
        entry = t.next.borrow().clone();
    }
}

/// `Class: message`, and the notes.
fn last_line(vm: &mut Vm, exc: &Exc, out: &mut String) {
    let class = exc.class();
    let module = class.lookup(known::MODULE).and_then(|m| m.as_str().map(|s| s.text().into_owned()));
    let mut name = class.qualname.borrow().to_string();
    if let Some(module) = module.filter(|m| m != "builtins" && m != "__main__") {
        name = format!("{module}.{name}");
    }
    let text = match ops::str_text(vm, &exc.value()) {
        Ok(text) => text.text().into_owned(),
        Err(_) => "<exception str() failed>".to_string(),
    };
    out.push_str(&name);
    if !text.is_empty() {
        out.push_str(": ");
        out.push_str(&text);
    }
    out.push('\n');
    let notes = exc.0.attrs.borrow().get(known::NOTES).cloned();
    if let Some(Value::List(notes)) = notes {
        for note in notes.items.borrow().iter().filter_map(|n| n.as_str().cloned()) {
            out.push_str(&note.text());
            out.push('\n');
        }
    }
}

/// The report of a source that does not compile.
pub fn format_syntax_error(error: &crate::compiler::SyntaxError) -> String {
    let mut out = format!("  File \"{}\", line {}\n", error.filename, error.line);
    if let Some(text) = &error.text {
        let stripped = text.trim_end_matches(['\n', '\r']);
        let shown = stripped.trim_start_matches([' ', '\t', '\x0c']);
        let indent = stripped.chars().count() - shown.chars().count();
        out.push_str(&format!("    {shown}\n"));
        if error.column > 0 {
            let start = (error.column as usize - 1).saturating_sub(indent);
            let same_line = error.end_line == error.line;
            let end = if same_line { error.end_column as usize } else { stripped.chars().count() + 1 };
            let length = end.saturating_sub(error.column as usize).max(1);
            out.push_str(&format!("    {}{}\n", " ".repeat(start), "^".repeat(length)));
        }
    }
    out.push_str(&format!("{}: {}\n", error.kind.name(), error.message));
    out
}
