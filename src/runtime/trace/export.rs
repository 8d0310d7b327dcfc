//! The trace as JSON Lines: one object a line, the schema's version in the first. Texts are written out.

use super::event::*;
use super::ids::*;
use super::lines::LineEvent;
use super::log::{Diagnostic, Log};

/// Raised when a field's meaning changes or one goes away; new events and fields do not raise it.
pub const VERSION: u32 = 2;

/// How a field of an event is written.
pub(super) trait Field {
    fn json(&self, log: &Log, out: &mut String);
}

impl Log {
    /// The whole recording. First line: format and version; then codes, events and lines in order of happening.
    pub fn to_json_lines(&self) -> String {
        let mut out = String::new();
        let mut writer = self.json_lines();
        while writer.next_into(&mut out) {}
        out
    }

    /// The recording line by line, for those who write to a file as they go.
    pub fn json_lines(&self) -> JsonLines<'_> {
        JsonLines { log: self, head: 0, event: 0, line: 0, time: 0 }
    }
}

/// Writes one line of the export after the other.
pub struct JsonLines<'a> {
    log: &'a Log,
    head: usize,
    event: usize,
    line: usize,
    time: u64,
}

impl JsonLines<'_> {
    /// Appends the next line with its line end; false when there is none.
    pub fn next_into(&mut self, out: &mut String) -> bool {
        let log = self.log;
        if self.head <= log.codes().len() {
            self.write_head(out);
            self.head += 1;
            return true;
        }
        if let Some(line) = log.lines().get(self.line)
            && line.before as usize <= self.event
        {
            write_line_event(out, log, &line, log.lines().count(self.line));
            self.line += 1;
            return true;
        }
        if self.event >= log.len() {
            return false;
        }
        if let Event::ClockAdvanced { to } = log.entry(self.event).event {
            self.time = to.ns();
        }
        write_event(out, log, self.event, self.time);
        self.event += 1;
        true
    }

    fn write_head(&self, out: &mut String) {
        let log = self.log;
        match self.head.checked_sub(1) {
            None => {
                out.push_str("{\"format\":\"loopscope-trace\",\"version\":");
                number(VERSION as u64, out);
                out.push_str(",\"events\":");
                number(log.len() as u64, out);
                out.push_str(",\"lines\":");
                number(log.lines().len() as u64, out);
            }
            Some(index) => {
                let code = &log.codes()[index];
                out.push_str("{\"type\":\"code\",\"code\":");
                number(index as u64 + 1, out);
                out.push_str(",\"qualname\":");
                code.qualname.json(log, out);
                out.push_str(",\"file\":");
                code.file.json(log, out);
                out.push_str(",\"line\":");
                number(code.first_line as u64, out);
            }
        }
        out.push_str("}\n");
    }
}

fn write_line_event(out: &mut String, log: &Log, line: &LineEvent, count: u64) {
    out.push_str("{\"type\":\"line\",\"line\":");
    number(line.line as u64, out);
    out.push_str(",\"code\":");
    line.code.json(log, out);
    out.push_str(",\"thread\":");
    line.thread.json(log, out);
    if line.task.is_some() {
        out.push_str(",\"task\":");
        line.task.json(log, out);
    }
    if line.counted {
        out.push_str(",\"count\":");
        number(count, out);
    }
    out.push_str("}\n");
}

fn write_event(out: &mut String, log: &Log, index: usize, time: u64) {
    let entry = log.entry(index);
    out.push_str("{\"event\":");
    number(index as u64, out);
    out.push_str(",\"type\":\"");
    out.push_str(entry.event.name());
    out.push_str("\",\"ns\":");
    number(time, out);
    if entry.thread.is_some() {
        out.push_str(",\"by_thread\":");
        entry.thread.json(log, out);
    }
    if entry.task.is_some() {
        out.push_str(",\"by_task\":");
        entry.task.json(log, out);
    }
    if entry.line != 0 {
        out.push_str(",\"at_line\":");
        number(entry.line as u64, out);
    }
    if entry.cause.is_some() {
        out.push_str(",\"cause\":");
        number(entry.cause.0 as u64, out);
    }
    entry.event.fields(log, &mut |name, field, log| {
        out.push_str(",\"");
        out.push_str(name);
        out.push_str("\":");
        field.json(log, out);
    });
    match entry.event {
        Event::Output { start, length, .. } => {
            out.push_str(",\"text\":");
            string(&log.output()[start as usize..(start + length) as usize], out);
        }
        Event::Diagnostic { number: which } => {
            write_diagnostic(out, log, &log.diagnostics()[which as usize]);
        }
        Event::StepEnded { chain, .. } if chain.is_some() => {
            out.push_str(",\"frames\":[");
            for (position, (name, line)) in log.chain_of(chain).into_iter().enumerate() {
                out.push_str(if position > 0 { ",[" } else { "[" });
                name.json(log, out);
                out.push(',');
                number(line as u64, out);
                out.push(']');
            }
            out.push(']');
        }
        _ => {}
    }
    out.push_str("}\n");
}

fn write_diagnostic(out: &mut String, log: &Log, diagnostic: &Diagnostic) {
    out.push_str(",\"code\":");
    string(diagnostic.code, out);
    out.push_str(",\"severity\":");
    diagnostic.severity.json(log, out);
    out.push_str(",\"line\":");
    number(diagnostic.line as u64, out);
    out.push_str(",\"args\":[");
    for (position, arg) in diagnostic.args.iter().enumerate() {
        if position > 0 {
            out.push(',');
        }
        arg.json(log, out);
    }
    out.push(']');
}

/// A JSON string with its quotes.
pub(super) fn string(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(place) = rest.bytes().position(|byte| byte < 0x20 || matches!(byte, b'"' | b'\\' | 0x7f)) {
        out.push_str(&rest[..place]);
        match rest.as_bytes()[place] {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            control => {
                out.push_str("\\u00");
                let digits = b"0123456789abcdef";
                out.push(digits[control as usize >> 4] as char);
                out.push(digits[control as usize & 15] as char);
            }
        }
        rest = &rest[place + 1..];
    }
    out.push_str(rest);
    out.push('"');
}

fn number(mut value: u64, out: &mut String) {
    let mut digits = [0; 20];
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + (value % 10) as u8;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    out.push_str(str::from_utf8(&digits[start..]).unwrap_or_default());
}

macro_rules! number_fields {
    ($($id:ident)*) => {$(
        impl Field for $id {
            fn json(&self, _: &Log, out: &mut String) {
                number(self.0 as u64, out);
            }
        }
    )*};
}

number_fields! { ProcessId ThreadId LoopId TaskId FutureId HandleId ObjectId CodeId ChainId }

macro_rules! word_fields {
    ($($word:ident)*) => {$(
        impl Field for $word {
            fn json(&self, _: &Log, out: &mut String) {
                string(self.as_str(), out);
            }
        }
    )*};
}

word_fields! { Purpose HandleKind Resume StepEnd Outcome ObjectKind Operation Stream Severity EndReason }

impl Field for TextId {
    fn json(&self, log: &Log, out: &mut String) {
        string(&log.text(*self), out);
    }
}

impl Field for When {
    fn json(&self, _: &Log, out: &mut String) {
        if self.is_never() {
            out.push_str("null");
        } else {
            number(self.ns(), out);
        }
    }
}

impl Field for bool {
    fn json(&self, _: &Log, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Field for i32 {
    fn json(&self, _: &Log, out: &mut String) {
        if *self < 0 {
            out.push('-');
        }
        number(self.unsigned_abs() as u64, out);
    }
}

impl Field for u32 {
    fn json(&self, _: &Log, out: &mut String) {
        number(*self as u64, out);
    }
}

impl Field for u16 {
    fn json(&self, _: &Log, out: &mut String) {
        number(*self as u64, out);
    }
}
