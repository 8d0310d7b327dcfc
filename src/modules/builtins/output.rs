//! `print`, and the standard streams that it writes to.

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use super::Code::{self, Flow as F};
use crate::modules::sys::StandardInput;
use crate::modules::{LineWanted, RunOptions};
use crate::objects::args::Args;
use crate::objects::attribute::get_attr;
use crate::objects::bind::unexpected_keyword;
use crate::objects::builtin_types::codec;
use crate::objects::cx::Cx;
use crate::objects::exception::{Exc, PyResult, runtime_error, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::{Interp, Stop};
use crate::objects::object::Native;
use crate::objects::ops;
use crate::objects::str::codec::{Encoding, Errors};
use crate::objects::symbol::{Symbol, known};
use crate::objects::types::{type_name, types};
use crate::objects::value::Value;
use crate::trace::Stream;

pub(super) const FUNCTIONS: &[(&str, Code)] = &[("print", F(print)), ("input", F(input))];

/// The payload of the objects that `sys.stdout` and `sys.stderr` are at the start: text goes to the run's output
/// directly, one piece for each `print`.
pub struct StandardStream {
    pub stream: Stream,
    pub closed: Cell<bool>,
}

impl StandardStream {
    /// The stream, to be used; ValueError once it has been closed.
    pub fn open(&self) -> PyResult<Stream> {
        if self.closed.get() {
            return Err(value_error("I/O operation on closed file."));
        }
        Ok(self.stream)
    }
}

impl Native for StandardStream {}

/// Where `print` writes.
enum Target {
    /// `sys.stdout` is None: nowhere.
    Nowhere,
    Standard(Stream),
    /// An object with a `write` method.
    Object(Value),
}

fn target(i: &mut dyn Interp, file: Value) -> PyResult<Target> {
    let file = match file {
        Value::Unset | Value::None => {
            let sys = i.import("sys")?;
            match &sys {
                Value::Module(m) => m.get(Symbol::new("stdout")).ok_or_else(|| runtime_error("lost sys.stdout"))?,
                _ => Value::None,
            }
        }
        file => file,
    };
    Ok(match file.native::<StandardStream>() {
        Some(standard) => Target::Standard(standard.open()?),
        None if file.is_none() => Target::Nowhere,
        None => Target::Object(file),
    })
}

/// `sep` or `end`.
fn separator(value: Value, name: &str, absent: &str) -> PyResult {
    match value {
        Value::Unset | Value::None => Ok(Value::from(absent)),
        other if other.as_str().is_some() => Ok(other),
        other => Err(type_error(format!("{name} must be None or a string, not {}", type_name(&other)))),
    }
}

fn print(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [mut sep, mut end, mut file, mut flush] = [Value::Unset, Value::Unset, Value::Unset, Value::Bool(false)];
    for (name, value) in args.keywords() {
        match &*name.text() {
            "sep" => sep = value.clone(),
            "end" => end = value.clone(),
            "file" => file = value.clone(),
            "flush" => flush = value.clone(),
            other => return Err(unexpected_keyword("print", other, &["sep", "end", "file", "flush"])),
        }
    }
    let target = target(i, file)?;
    let (sep, end) = (separator(sep, "sep", " ")?, separator(end, "end", "\n")?);
    let Target::Standard(stream) = target else {
        let values = args.positional_values().to_vec();
        return match target {
            Target::Object(file) => Printing { file, values, sep, end, flush, written: 0 }.go_on(i),
            _ => Ok(Flow::Done(Value::None)),
        };
    };
    let (sep, end) = (text(&sep), text(&end));
    let mut out = String::new();
    for (at, value) in args.positional_values().iter().enumerate() {
        if at > 0 {
            out += &sep;
        }
        if holds_shown_by_program(value, MAX_DEPTH) {
            i.write(stream, &std::mem::take(&mut out));
        }
        let flow = match ops::str_of(i, value) {
            Ok(flow) => flow,
            Err(e) => {
                i.write(stream, &out);
                return Err(e);
            }
        };
        match flow {
            Flow::Done(value) => match encoded(stream, &value) {
                Ok(text) => out += &text,
                Err(e) => {
                    i.write(stream, &out);
                    return Err(e);
                }
            },
            flow => {
                // As CPython's, which writes piece by piece: what `__str__` itself prints comes after these.
                i.write(stream, &out);
                out.clear();
                let rest = args.positional_values()[at + 1..].to_vec();
                return Ok(Flow::frame(print_rest(i.cx(), stream, out, flow, rest, sep, end)));
            }
        }
    }
    out += &end;
    i.write(stream, &out);
    if ops::is_true(i, &flush)? {
        i.flush(stream);
    }
    Ok(Flow::Done(Value::None))
}

/// How deep containers are looked into for [`holds_shown_by_program`].
const MAX_DEPTH: usize = 8;

/// Whether a container holds what is shown by code of Python's, which may print.
fn holds_shown_by_program(value: &Value, depth: usize) -> bool {
    let is_shown = |item: &Value| match item {
        Value::Object(object) => matches!(object.class().lookup(known::REPR), Some(Value::Function(_))),
        item => depth > 0 && holds_shown_by_program(item, depth - 1),
    };
    match value {
        Value::List(list) => list.items.borrow().iter().any(is_shown),
        Value::Tuple(tuple) => tuple.items.iter().any(is_shown),
        Value::Dict(dict) => dict.entries().iter().any(|(key, value)| is_shown(key) || is_shown(value)),
        Value::Set(set) => {
            let mut any = false;
            set.visit(&mut |item| any |= is_shown(item));
            any
        }
        _ => false,
    }
}

/// A str as a standard stream writes it: stderr shows what UTF-8 has no bytes for, stdout refuses it.
pub fn encoded(stream: Stream, value: &Value) -> PyResult<Cow<'_, str>> {
    let Some(text) = value.as_str() else { return Ok(Cow::Borrowed("")) };
    if let Ok(text) = text.data.to_utf8() {
        return Ok(text);
    }
    let errors = if stream == Stream::Stdout { Errors::Strict } else { Errors::BackslashReplace };
    let bytes = codec::encode_built_in(text, Encoding::Utf8, errors)?;
    Ok(Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()))
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(String::new, |s| s.text().into_owned())
}

/// Goes on where a value's `__str__` is Python code.
async fn print_rest(
    cx: Cx,
    stream: Stream,
    mut out: String,
    mut flow: Flow,
    rest: Vec<Value>,
    sep: String,
    end: String,
) -> PyResult {
    let mut rest = rest.into_iter();
    loop {
        match cx.finish(Ok(flow)).await {
            Ok(value) if value.as_str().is_none_or(|text| text.data.to_utf8().is_ok()) => out += &text(&value),
            Ok(value) => {
                cx.enter(|i| i.write(stream, &out));
                out = encoded(stream, &value)?.into_owned();
            }
            Err(e) => {
                cx.enter(|i| i.write(stream, &out));
                return Err(e);
            }
        }
        let Some(value) = rest.next() else { break };
        out += &sep;
        cx.enter(|i| i.write(stream, &out));
        out.clear();
        flow = match cx.enter(|i| ops::str_of(i, &value)) {
            Ok(flow) => flow,
            Err(e) => {
                cx.enter(|i| i.write(stream, &out));
                return Err(e);
            }
        };
    }
    out += &end;
    cx.enter(|i| i.write(stream, &out));
    Ok(Value::None)
}

/// What `print(…, file=file)` still writes to an object of the program: each piece by itself.
struct Printing {
    file: Value,
    values: Vec<Value>,
    sep: Value,
    end: Value,
    flush: Value,
    /// How many pieces have been written.
    written: usize,
}

impl Printing {
    fn go_on(mut self, i: &mut dyn Interp) -> PyResult<Flow> {
        while self.written <= self.last() {
            let written = match get_attr(i, &self.file, known::WRITE)? {
                Flow::Done(write) => self.piece(i, write)?,
                got => {
                    return got.then(i, move |i, write| self.piece(i, write)?.then(i, move |i, _| self.go_on(i)));
                }
            };
            if !matches!(written, Flow::Done(_)) {
                return written.then(i, move |i, _| self.go_on(i));
            }
        }
        ops::truth_of(i, self.flush)?.then(i, move |i, flushes| match flushes {
            Value::Bool(true) => get_attr(i, &self.file, known::FLUSH)?.then(i, |i, flush| {
                let flushed = ops::call_now(i, &flush, Args::none())?;
                flushed.then(i, |_, _| Ok(Value::None.into()))
            }),
            _ => Ok(Value::None.into()),
        })
    }

    /// The last piece, which is `end`.
    fn last(&self) -> usize {
        (2 * self.values.len()).saturating_sub(1)
    }

    /// Gives the next piece to `write`, which is read from the file anew for each (`PyFile_WriteObject`).
    fn piece(&mut self, i: &mut dyn Interp, write: Value) -> PyResult<Flow> {
        let text = match self.written {
            at if at == self.last() => self.end.clone().into(),
            at if at % 2 == 1 => self.sep.clone().into(),
            at => ops::str_of(i, &self.values[at / 2])?,
        };
        self.written += 1;
        match text {
            Flow::Done(text) => ops::call_now(i, &write, Args::one(text)),
            text => text.then(i, move |i, text| ops::call_now(i, &write, Args::one(text))),
        }
    }
}

/// How many of the run's input lines have been read: by all processes that share the input.
#[derive(Clone, Default)]
pub struct LinesRead(Rc<Cell<usize>>);

/// The next line of the run's input; `None` at its end. Where the page is to ask for it the run stops instead.
pub fn read_line(i: &mut dyn Interp) -> PyResult<Option<String>> {
    let read = i.states().get::<LinesRead>().0.clone();
    let at = read.get();
    let Some(options) = i.states().find::<RunOptions>() else { return Ok(None) };
    let (line, asks) = (options.stdin.get(at).cloned(), options.asks);
    if line.is_some() {
        read.set(at + 1);
    } else if asks {
        i.states().set(LineWanted(true));
        return Err(i.stop(Stop::Stopped));
    }
    Ok(line)
}

fn input(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [prompt] = args.between("input", 0)?;
    match target(i, Value::Unset)? {
        Target::Nowhere => Err(runtime_error("input(): lost sys.stdout")),
        Target::Standard(stream) => {
            if !prompt.is_unset() {
                let text = ops::str_text(i, &prompt)?;
                i.write(stream, &text.text());
            }
            // Who is at the other end of a pipe sees what is asked.
            i.flush(stream);
            next_line(i)
        }
        Target::Object(file) => {
            let cx = i.cx();
            Ok(Flow::frame(async move {
                if !prompt.is_unset() {
                    let text = cx.run(|i| ops::str_of(i, &prompt)).await?;
                    let write = cx.run(|i| get_attr(i, &file, known::WRITE)).await?;
                    cx.call(&write, Args::one(text)).await?;
                }
                // What it raises is let go (`builtin_input_impl`).
                if let Ok(flush) = cx.run(|i| get_attr(i, &file, known::FLUSH)).await {
                    let _ = cx.call(&flush, Args::none()).await;
                }
                cx.run(next_line).await
            }))
        }
    }
}

/// The next line of `sys.stdin`, without its end.
fn next_line(i: &mut dyn Interp) -> PyResult<Flow> {
    let ended = || Exc::message(&types().eof_error, "EOF when reading a line");
    if let Value::Module(sys) = i.import("sys")?
        && let Some(stdin) = sys.get(Symbol::new("stdin"))
        && stdin.native::<StandardInput>().is_none_or(StandardInput::is_closed)
    {
        // Something else stands there, such as a pipe, or it has been closed, which it says itself.
        let cx = i.cx();
        return Ok(Flow::frame(async move {
            let readline = cx.run(|i| get_attr(i, &stdin, Symbol::new("readline"))).await?;
            let line = text(&cx.call(&readline, Args::none()).await?);
            if line.is_empty() { Err(ended()) } else { Ok(line.strip_suffix('\n').unwrap_or(&line).into()) }
        }));
    }
    match read_line(i)? {
        Some(line) => Ok(Flow::Done(Value::from(line))),
        None => Err(ended()),
    }
}
