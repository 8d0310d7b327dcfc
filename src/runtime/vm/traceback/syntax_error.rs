//! SyntaxErrors as text: the line and the carets under the place (traceback.py `_format_syntax_error`).

use super::super::core::Vm;
use crate::compiler::{ErrorKind, SyntaxError};
use crate::objects::exception::Exc;
use crate::objects::{Symbol, Value, ops, types};

/// Where and what, as a report gives it. Offsets count characters from 1; 0: not known.
struct Shown<'a> {
    file: &'a str,
    /// None: not known, as are the offsets then; the message names the file instead.
    line: Option<i64>,
    end_line: i64,
    offset: i64,
    end_offset: i64,
    text: Option<&'a str>,
}

fn layout(shown: &Shown, kind: &str, message: &str) -> String {
    let mut out = match shown.line {
        None => String::new(),
        Some(line) => format!("  File \"{}\", line {line}\n", shown.file),
    };
    if let Some(text) = shown.text {
        let full = text.trim_end_matches('\n');
        let stripped = full.trim_start_matches([' ', '\n', '\x0c']);
        let spaces = (full.chars().count() - stripped.chars().count()) as i64;
        out.push_str(&format!("    {stripped}\n"));
        if shown.offset > 0 {
            let length = full.chars().count() as i64;
            let mut offset = shown.offset;
            let mut end = match shown.line == Some(shown.end_line) {
                true if shown.end_offset > 0 => shown.end_offset,
                true => offset,
                false => length + 1,
            };
            let all = text.chars().count() as i64;
            if offset > all {
                offset = length + 1;
            }
            if end > all {
                end = length + 1;
            }
            if offset >= end {
                end = offset + 1;
            }
            let column = offset - 1 - spaces;
            if column >= 0 {
                let lead: String = stripped
                    .chars()
                    .map(|c| if c.is_whitespace() { c } else { ' ' })
                    .chain(std::iter::repeat(' '))
                    .take(column as usize)
                    .collect();
                out.push_str(&format!("    {lead}{}\n", "^".repeat((end - offset) as usize)));
            }
        }
    }
    out.push_str(&format!("{kind}: {message}\n"));
    out
}

/// The report of a source that does not compile.
pub fn format_syntax_error(error: &SyntaxError) -> String {
    let warned: String = error.warnings.iter().map(|warning| warning.shown(&error.filename)).collect();
    let shown = Shown {
        file: &error.filename,
        line: (error.line > 0).then_some(error.line as i64),
        end_line: error.end_line as i64,
        offset: error.column as i64,
        end_offset: error.end_column as i64,
        text: error.text.as_deref(),
    };
    match error.kind {
        ErrorKind::UnicodeDecodeError => format!("{warned}{}: {}\n", error.kind.name(), error.message),
        _ => warned + &layout(&shown, error.kind.name(), &error.message),
    }
}

/// The report of a SyntaxError that the program raised (`compile`, `exec`); `None` for other exceptions.
pub fn of_exception(vm: &mut Vm, exc: &Exc, name: &str) -> Option<String> {
    if !exc.is_a(&types().syntax_error) {
        return None;
    }
    let member = |key: &str| exc.data().members.borrow().get(Symbol::new(key)).cloned().unwrap_or(Value::None);
    let text_of = |value: Value| value.as_str().map(|s| s.text().into_owned());
    let message = match member("msg") {
        Value::None => "<no detail available>".to_string(),
        message => ops::str_text(vm, &message).map(|s| s.text().into_owned()).unwrap_or_default(),
    };
    let line = member("lineno").as_int();
    let message = match text_of(member("filename")) {
        Some(file) if line.is_none() => format!("{message} ({file})"),
        _ => message,
    };
    let number = |key: &str| member(key).as_int();
    let text = text_of(member("text"));
    let file = text_of(member("filename")).unwrap_or_else(|| "<string>".into());
    let shown = Shown {
        file: &file,
        line,
        end_line: number("end_lineno").unwrap_or(0),
        offset: number("offset").unwrap_or(0),
        end_offset: number("end_offset").unwrap_or(0),
        text: text.as_deref(),
    };
    Some(layout(&shown, name, &message))
}
