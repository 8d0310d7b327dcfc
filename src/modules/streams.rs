//! What programs do most often with streams in memory and with text files: where a StringIO, a BytesIO or a file is open
//! and needs nothing translated, reading and writing come to this. The texts of `io` and `_open` know the rest.

use std::rc::Rc;

use super::shortcuts::{self, Known, Text};
use crate::objects::builtin_types::bytearray::{self, ByteArray};
use crate::objects::code::Shortcut;
use crate::objects::look::{change, look};
use crate::objects::object::Object;
use crate::objects::str::PyStr;
use crate::objects::string::Str;
use crate::objects::{Interp, Value};

/// Under which names streams keep what they are; places in [`Known::names`].
const NAMES: &[&str] = &[
    "_parts",
    "_length",
    "_at",
    "_translate",
    "_closed",
    "_data",
    "_text",
    "_newline",
    "_waiting",
    "_count",
    "buffer",
    "raw",
    "_writes",
    "_simple",
    "_telling",
];
const PARTS: usize = 0;
const LENGTH: usize = 1;
const AT: usize = 2;
const TRANSLATE: usize = 3;
const CLOSED: usize = 4;
const DATA: usize = 5;
const TEXT: usize = 6;
const NEWLINE: usize = 7;
const WAITING: usize = 8;
const COUNT: usize = 9;
const BUFFER: usize = 10;
const RAW: usize = 11;
const WRITES: usize = 12;
const SIMPLE: usize = 13;
const TELLING: usize = 14;

/// So many bytes are held back of what is written to a file.
const HELD_BACK: usize = 8192;

/// A stream that is open and simple.
struct Stream {
    known: Rc<Known>,
    object: Rc<Object>,
    kind: usize,
    at: usize,
}

enum Content {
    Text(Rc<Str>),
    Bytes(Value),
}

/// Kinds of streams: places in what `io` gives, and behind those in what `_open` does.
const STRING_IO: usize = 0;
const BYTES_IO: usize = 1;
const FILE: usize = 4;

fn stream(i: &mut dyn Interp, value: &Value) -> Option<Stream> {
    let object = value.as_object()?.clone();
    let mut known = shortcuts::known(i, shortcuts::MEMORY)?;
    let kind = match known.place(&object) {
        Some(kind) => kind,
        None => {
            known = shortcuts::known(i, shortcuts::FILES)?;
            FILE + known.place(&object)?
        }
    };
    let mut stream = Stream { known, object, kind, at: 0 };
    let is_open = match kind {
        STRING_IO => {
            stream.is_open(&stream.object)
                && matches!(stream.get(TRANSLATE)?, Value::Str(end) if end.data.as_ascii() == Some("\n"))
        }
        BYTES_IO => stream.is_open(&stream.object),
        FILE => {
            stream.is_open(&*stream.raw()?)
                && !matches!(stream.get(NEWLINE)?, Value::Str(end) if !end.data.is_empty() && end.data.at(0) == 0x0D)
        }
        _ => false,
    };
    stream.at = usize::try_from(stream.get(AT)?.as_int()?).ok()?;
    is_open.then_some(stream)
}

impl Stream {
    fn get(&self, name: usize) -> Option<Value> {
        self.known.own(&self.object, name)
    }

    fn set(&self, name: usize, number: usize) {
        self.known.set_own(&self.object, name, number.into());
    }

    fn is_open(&self, object: &Object) -> bool {
        matches!(look(&object.attrs).get(self.known.names[CLOSED]), None | Some(Value::Bool(false)))
    }

    /// The FileIO below a text file.
    fn raw(&self) -> Option<Rc<Object>> {
        let raw = self.known.own(self.get(BUFFER)?.as_object()?, RAW)?;
        self.known.instance(&raw, 1).cloned()
    }

    /// All that can be read without asking a file.
    fn content(&self, i: &mut dyn Interp) -> Option<Content> {
        if self.kind == BYTES_IO {
            return Some(Content::Bytes(self.get(DATA)?));
        }
        if self.kind == FILE {
            let Value::Str(text) = self.get(TEXT)? else { return None };
            return Some(Content::Text(text));
        }
        let Value::List(parts) = self.get(PARTS)? else { return None };
        let mut parts = parts.items.borrow_mut();
        if parts.len() != 1 {
            let strs = parts.iter().filter_map(|part| part.as_str().map(|part| &part.data));
            let joined = PyStr::new().join(strs);
            i.charge(joined.len() as u64 / 16);
            *parts = vec![joined.into()];
        }
        match parts.first() {
            Some(Value::Str(text)) => Some(Content::Text(text.clone())),
            _ => None,
        }
    }

    fn moved(&self, to: usize) {
        self.set(AT, to);
    }
}

impl Content {
    fn len(&self) -> usize {
        match self {
            Content::Text(text) => text.data.len(),
            Content::Bytes(data) => bytearray::of(data).map_or(0, |data| look(&data.data).len()),
        }
    }

    fn part(&self, from: usize, to: usize) -> Option<Value> {
        let from = from.min(to);
        Some(match self {
            Content::Text(text) => text.data.slice(from, to).into(),
            Content::Bytes(data) => Value::bytes(&look(&bytearray::of(data)?.data)[from..to]),
        })
    }

    /// Where the line ends that begins at `at`; `None` for one of a file that must be translated or may go on.
    fn line_end(&self, at: usize, of_file: bool) -> Option<usize> {
        match self {
            Content::Text(text) => {
                let find = |c: u32, to: usize| text.data.find(&PyStr::from_point(c), at as i64, to as i64);
                let end = match find(0x0A, text.data.len()) {
                    Some(end) => end + 1,
                    None if of_file => return None,
                    None => text.data.len(),
                };
                (!of_file || find(0x0D, end).is_none()).then_some(end)
            }
            Content::Bytes(data) => {
                let data = look(&bytearray::of(data)?.data);
                let end = data.get(at..)?.iter().position(|c| *c == b'\n');
                Some(end.map_or(data.len(), |end| at + end + 1))
            }
        }
    }
}

/// `readline()` and `__next__()`, where there is a line.
fn line(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let ([this] | [this, Value::Int(-1)]) = &*args else { return None };
    let stream = stream(i, this)?;
    let content = stream.content(i)?;
    if stream.at >= content.len() {
        return None;
    }
    let end = content.line_end(stream.at, stream.kind == FILE)?;
    stream.moved(end);
    content.part(stream.at, end)
}

/// `__next__()` of a file: no place is told of before the last line.
fn next_line(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let given = line(i, args)?;
    let stream = stream(i, args.first()?)?;
    drop(change(&stream.object.attrs).set(stream.known.names[TELLING], Value::Bool(false)));
    Some(given)
}

/// `read(size)` of what is in memory.
fn read(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (this, size) = match &*args {
        [this] | [this, Value::None | Value::Int(-1)] => (this, usize::MAX),
        [this, Value::Int(size)] => (this, usize::try_from(*size).ok()?),
        _ => return None,
    };
    let stream = stream(i, this).filter(|stream| stream.kind != FILE)?;
    let content = stream.content(i)?;
    let end = stream.at.saturating_add(size).min(content.len());
    stream.moved(end.max(stream.at));
    content.part(stream.at, end)
}

fn value(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this] = &*args else { return None };
    let content = stream(i, this)?.content(i)?;
    match content {
        Content::Text(text) => Some(Value::Str(text)),
        Content::Bytes(_) => content.part(0, content.len()),
    }
}

fn tell(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this] = &*args else { return None };
    Some(stream(i, this)?.at.into())
}

fn seek(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let ([this, Value::Int(to)] | [this, Value::Int(to), Value::Int(0)]) = &*args else { return None };
    let to = usize::try_from(*to).ok()?;
    stream(i, this)?.moved(to);
    Some(to.into())
}

/// `write(s)` at the end of a StringIO.
fn write_text(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, given @ Value::Str(text)] = &*args else { return None };
    let stream = stream(i, this)?;
    let (Value::List(parts), length) = (stream.get(PARTS)?, stream.get(LENGTH)?.as_int()?) else { return None };
    if stream.at as i64 != length {
        return None;
    }
    let written = text.data.len();
    parts.items.borrow_mut().push(given.clone());
    stream.set(LENGTH, stream.at + written);
    stream.moved(stream.at + written);
    Some(written.into())
}

fn write_bytes(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, Value::Bytes(given)] = &*args else { return None };
    let stream = stream(i, this)?;
    let data = stream.get(DATA)?;
    let data: &ByteArray = bytearray::of(&data)?;
    let mut data = data.resizing().ok()?;
    if stream.at > data.len() {
        return None;
    }
    i.reserve(given.data.len()).ok()?;
    let over = (data.len() - stream.at).min(given.data.len());
    data[stream.at..stream.at + over].copy_from_slice(&given.data[..over]);
    data.extend(&given.data[over..]);
    stream.moved(stream.at + given.data.len());
    Some(given.data.len().into())
}

/// `write(s)` to a text file that encodes as UTF-8 and holds back what is written.
fn write_file(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, given @ Value::Str(text)] = &*args else { return None };
    let stream = stream(i, this)?;
    let writes = matches!(stream.known.own(&*stream.raw()?, WRITES)?, Value::Bool(true));
    let simple = matches!(stream.get(SIMPLE)?, Value::Bool(true));
    let nothing_read = matches!(stream.get(TEXT)?, Value::Str(text) if text.data.is_empty());
    let written = text.data.len();
    let encoded = match text.data.as_ascii() {
        Some(_) => written,
        None => text.data.points().map(|c| char::from_u32(c).map_or(3, char::len_utf8)).sum(),
    };
    let count = usize::try_from(stream.get(COUNT)?.as_int()?).ok()? + encoded;
    if !writes
        || !simple
        || !nothing_read
        || count >= HELD_BACK
        || text.data.points().any(|c| (0xD800..0xE000).contains(&c))
    {
        return None;
    }
    let Value::List(waiting) = stream.get(WAITING)? else { return None };
    waiting.items.borrow_mut().push(given.clone());
    stream.set(COUNT, count);
    Some(written.into())
}

const READS: [(&str, Shortcut); 2] = [("readline", line), ("__next__", line)];

/// Given: StringIO, BytesIO, what they share, _IOBase.
pub const MEMORY: Text = Text {
    names: NAMES,
    tables: &[
        (STRING_IO, &[("write", write_text), ("getvalue", value), ("__next__", line)]),
        (BYTES_IO, &[("write", write_bytes), ("getvalue", value)]),
        (2, &[("read", read), ("tell", tell), ("seek", seek), ("readline", line)]),
        (3, &READS),
    ],
};

/// Given: TextIOWrapper, FileIO.
pub const FILES: Text =
    Text { names: NAMES, tables: &[(0, &[("readline", line), ("__next__", next_line), ("write", write_file)])] };
