//! Writing: what is still to be written is kept in a list, so that Python is called between two of its steps.

use std::io::Write;
use std::rc::Rc;
use std::vec::IntoIter;

use super::codes::*;
use super::{AT_ONCE, Memo, error};
use crate::objects::args::Args;
use crate::objects::attribute::{call_special, get_attr_now};
use crate::objects::builtin_types::bytearray;
use crate::objects::class::class_flag;
use crate::objects::containers::Tuple;
use crate::objects::exception::{PyResult, runtime_error, type_error};
use crate::objects::exception_group::is_callable;
use crate::objects::float_repr;
use crate::objects::function::Flow;
use crate::objects::native_class::receiver;
use crate::objects::str::PyStr;
use crate::objects::str::codec::{Encoding, Errors, encode};
use crate::objects::string::Str;
use crate::objects::{Exc, Interp, Object, Symbol, Value, known, ops, type_of, types};

/// A frame is closed when it is so long; what is longer stands in none.
const FRAME_SIZE: usize = 64 * 1024;
/// A frame's instruction and length.
const FRAME_HEAD: usize = 9;
/// Shorter ones have no head.
const FRAME_LEAST: usize = 4;
/// So many items come in one go.
const BATCH: usize = 1000;
/// How deep objects may lead to each other: what CPython's C stack is given.
const DEEPEST: usize = 10000;

/// What is still to be written, the next last.
enum Todo {
    Save(Value),
    /// An object that is not asked for a persistent id.
    SaveId(Value),
    Write(&'static [u8]),
    Line(String),
    /// The object has been made, if its parts did not lead back to it.
    Made(Value),
    /// A global's name, that is what the object is.
    Known(Value),
    Tuple(Rc<Tuple>, usize),
    Frozen(Value, IntoIter<Value>),
    Batches(Batches),
    /// The items of an iterable, or pairs.
    Collect(Value, bool),
    /// Leaves so many levels.
    Leave(usize),
}

/// Items of a container, or keys and values by turns.
struct Batches {
    items: IntoIter<Value>,
    pairs: bool,
    /// What stores one item, or one pair, and what stores many.
    codes: (u8, u8),
    kind: Kind,
    /// How many of the batch that is open are still to come.
    open: usize,
    begun: bool,
    /// The batch is one item without a mark.
    single: bool,
    /// The batch has as many items as it can have.
    full: bool,
    /// The dict or set whose number of items must not change, and that number.
    of: Value,
    size: usize,
}

/// When a batch is closed: so CPython's functions differ.
#[derive(PartialEq)]
enum Kind {
    List,
    /// A dict or a set: a full batch is followed by another one, if it has to be empty.
    Hashed,
    Iterator,
}

/// What becomes of what a call gives.
enum Then {
    Identified(Value),
    Overridden(Value),
    Reduced(Value),
    Named(Value),
    Collected(bool),
}

/// How a writer goes on.
enum Turn {
    Done,
    Rest,
    Flow(Flow, Then),
    Collect(Value, bool),
}

struct Writer {
    protocol: u8,
    /// A Memo.
    memo: Value,
    fast: bool,
    /// What is asked for persistent ids; None: nothing.
    identify: Value,
    /// What is asked before all else how an object is taken to pieces.
    over: Value,
    /// The dict of functions that take instances of a class to pieces; else the text asks what stands in its place.
    table: Value,
    /// `reduce(object, protocol, table)`, `find(object, name, protocol)`, `without_keywords(*reduced)` of the text.
    helpers: [Value; 3],
    out: Vec<u8>,
    frame: Option<usize>,
    todo: Vec<Todo>,
    depth: usize,
}

/// `write(object, protocol, memo, fast, identify, override, table, reduce, find, without_keywords)`: the pickle.
pub(super) fn write(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [object, protocol, memo, fast, identify, over, table, reduce, find, without_keywords] =
        args.exactly("write")?;
    receiver::<Memo>(&memo, "Memo", "write")?;
    let mut writer = Writer {
        protocol: ops::index(i, &protocol)? as u8,
        memo,
        fast: ops::is_true(i, &fast)?,
        identify,
        over,
        table,
        helpers: [reduce, find, without_keywords],
        out: Vec::new(),
        frame: None,
        todo: vec![Todo::Save(object)],
        depth: 0,
    };
    if writer.protocol >= 2 {
        writer.out.extend([PROTO, writer.protocol]);
    }
    let mut turn = writer.run(i)?;
    if let Turn::Done = turn {
        return Ok(Flow::Done(writer.end()));
    }
    let cx = i.cx();
    Ok(Flow::frame(async move {
        loop {
            let next = match turn {
                Turn::Done => return Ok(writer.end()),
                Turn::Rest => {
                    ops::breathe(&cx, AT_ONCE).await?;
                    None
                }
                Turn::Flow(flow, then) => {
                    let value = cx.finish(Ok(flow)).await?;
                    cx.enter(|i| writer.then(i, value, then))?
                }
                Turn::Collect(items, pairs) => {
                    let items = Value::list(ops::collect(&cx, &items).await?);
                    cx.enter(|i| writer.then(i, items, Then::Collected(pairs)))?
                }
            };
            turn = match next {
                Some(turn) => turn,
                None => cx.enter(|i| writer.run(i))?,
            };
        }
    }))
}

impl Writer {
    fn end(&mut self) -> Value {
        self.code(STOP);
        self.close_frame();
        Value::bytes(std::mem::take(&mut self.out))
    }

    fn memo(&self) -> &Memo {
        self.memo.native().expect("it was looked at")
    }

    fn protocol(&self) -> Value {
        Value::Int(self.protocol.into())
    }

    fn binary(&self) -> bool {
        self.protocol >= 1
    }

    // Bytes and frames.

    fn code(&mut self, code: u8) {
        self.push(&[code]);
    }

    #[inline]
    fn push(&mut self, data: &[u8]) {
        if self.protocol >= 4 && self.frame.is_none() {
            self.frame = Some(self.out.len());
            self.out.extend([0; FRAME_HEAD]);
        }
        self.out.extend_from_slice(data);
    }

    /// Before an object: a frame that is long enough is closed.
    #[inline]
    fn end_frame(&mut self) {
        if self.frame.is_some_and(|start| self.out.len() - start - FRAME_HEAD >= FRAME_SIZE) {
            self.close_frame();
        }
    }

    fn close_frame(&mut self) {
        let Some(start) = self.frame.take() else { return };
        let len = self.out.len() - start - FRAME_HEAD;
        if len < FRAME_LEAST {
            self.out.drain(start..start + FRAME_HEAD);
            return;
        }
        self.out[start] = FRAME;
        self.out[start + 1..start + FRAME_HEAD].copy_from_slice(&(len as u64).to_le_bytes());
    }

    /// A head, and data that stand in no frame if they are many.
    fn push_data(&mut self, head: &[u8], data: &[u8]) {
        if data.len() < FRAME_SIZE {
            self.push(head);
            self.push(data);
            return;
        }
        self.close_frame();
        self.out.extend_from_slice(head);
        self.out.extend_from_slice(data);
    }

    /// A code with a length of one, four or eight bytes; no code: data are never so short.
    fn sized(&mut self, codes: [Option<u8>; 3], data: &[u8]) {
        let len = data.len() as u64;
        let (code, size) = match codes {
            [Some(code), ..] if len < 1 << 8 => (code, 1),
            [_, Some(code), _] if len < 1 << 32 => (code, 4),
            [.., code] => (code.unwrap_or(BINUNICODE8), 8),
        };
        let mut head = [0; 9];
        head[0] = code;
        head[1..].copy_from_slice(&len.to_le_bytes());
        self.push_data(&head[..1 + size], data);
    }

    // The memo.

    /// Numbers an object.
    fn memoize(&mut self, value: &Value) {
        if self.fast {
            return;
        }
        let number = self.memo().add(value);
        match self.protocol {
            4.. => self.code(MEMOIZE),
            0 => self.push(format!("p{number}\n").as_bytes()),
            _ => self.numbered(BINPUT, LONG_BINPUT, number),
        }
    }

    fn numbered(&mut self, short: u8, long: u8, number: usize) {
        match u8::try_from(number) {
            Ok(number) => self.push(&[short, number]),
            Err(_) => {
                self.code(long);
                self.push(&(number as u32).to_le_bytes());
            }
        }
    }

    /// Refers to an object that has a number.
    fn recall(&mut self, value: &Value) -> bool {
        let Some(number) = self.memo().number(value) else { return false };
        match self.protocol {
            0 => self.push(format!("g{number}\n").as_bytes()),
            _ => self.numbered(BINGET, LONG_BINGET, number),
        }
        true
    }

    // Objects.

    fn run(&mut self, i: &mut dyn Interp) -> PyResult<Turn> {
        for _ in 0..AT_ONCE {
            let Some(todo) = self.todo.pop() else { return Ok(Turn::Done) };
            let turn = match todo {
                Todo::Save(value) => self.save(i, value, true)?,
                Todo::SaveId(value) => self.save(i, value, false)?,
                Todo::Write(data) => {
                    self.push(data);
                    None
                }
                Todo::Line(line) => {
                    self.push(line.as_bytes());
                    None
                }
                Todo::Made(value) => {
                    if self.memo().number(&value).is_some() {
                        self.code(POP);
                        self.recall(&value);
                    } else {
                        self.memoize(&value);
                    }
                    None
                }
                Todo::Known(value) => {
                    self.memoize(&value);
                    None
                }
                Todo::Tuple(tuple, at) => self.tuple(i, tuple, at)?,
                Todo::Frozen(value, items) => self.frozen(i, value, items)?,
                Todo::Batches(batches) => self.batches(i, batches)?,
                Todo::Collect(items, pairs) => Some(Turn::Collect(items, pairs)),
                Todo::Leave(levels) => {
                    self.depth -= levels;
                    None
                }
            };
            if let Some(turn) = turn {
                return Ok(turn);
            }
        }
        Ok(Turn::Rest)
    }

    /// Writes an object that nothing else is asked for; `false`: it is none.
    #[inline]
    fn plain(&mut self, value: &Value) -> PyResult<bool> {
        match value {
            Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Str(_) | Value::BigInt(_)
                if self.identify.is_none() =>
            {
                self.check_depth()?;
                self.end_frame();
                self.simple(value);
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    fn check_depth(&self) -> PyResult<()> {
        if self.depth < DEEPEST {
            return Ok(());
        }
        let text = "maximum recursion depth exceeded while pickling an object";
        Err(Exc::message(&types().recursion_error, text))
    }

    fn simple(&mut self, value: &Value) {
        match value {
            Value::None => self.code(NONE),
            Value::Bool(b) if self.protocol >= 2 => self.code(if *b { NEWTRUE } else { NEWFALSE }),
            Value::Bool(b) => self.push(if *b { b"I01\n" } else { b"I00\n" }),
            Value::Int(n) => self.int(*n),
            Value::BigInt(n) if self.protocol < 2 => self.push(format!("L{n}L\n").as_bytes()),
            Value::BigInt(n) => self.long(&n.to_signed_bytes_le()),
            Value::Float(x) if self.binary() => {
                self.code(BINFLOAT);
                // Numbers that are none are told apart here.
                let x = if x.is_nan() { f64::NAN.copysign(*x) } else { *x };
                self.push(&x.to_be_bytes());
            }
            Value::Float(x) => self.push(format!("F{}\n", float_repr::repr(*x)).as_bytes()),
            Value::Str(text) => {
                if !self.recall(value) {
                    self.text(text);
                    self.memoize(value);
                }
            }
            _ => {}
        }
    }

    fn int(&mut self, n: i64) {
        let Ok(small) = i32::try_from(n) else {
            match self.protocol {
                2.. => {
                    let bytes = n.to_le_bytes();
                    let fits = |size: usize| size == 8 || n >> (size * 8 - 1) == n >> 63;
                    let size = (1..=8).find(|size| fits(*size)).unwrap_or(8);
                    self.long(&bytes[..size]);
                }
                _ => self.push(format!("L{n}L\n").as_bytes()),
            }
            return;
        };
        if !self.binary() {
            self.push(format!("I{n}\n").as_bytes());
        } else if let Ok(byte) = u8::try_from(n) {
            self.push(&[BININT1, byte]);
        } else if let Ok(two) = u16::try_from(n) {
            let [a, b] = two.to_le_bytes();
            self.push(&[BININT2, a, b]);
        } else {
            let [a, b, c, d] = small.to_le_bytes();
            self.push(&[BININT, a, b, c, d]);
        }
    }

    fn long(&mut self, bytes: &[u8]) {
        match u8::try_from(bytes.len()) {
            Ok(len) => self.push(&[LONG1, len]),
            Err(_) => {
                self.code(LONG4);
                self.push(&(bytes.len() as u32).to_le_bytes());
            }
        }
        self.push(bytes);
    }

    fn text(&mut self, text: &Str) {
        if !self.binary() {
            let mut line = vec![UNICODE];
            for point in text.data.points() {
                match point {
                    // What would end the line, or begin an escape.
                    0 | 0x0A | 0x0D | 0x1A | 0x5C | 0x100..=0xFFFF => _ = write!(line, "\\u{point:04x}"),
                    0..=0xFF => line.push(point as u8),
                    _ => _ = write!(line, "\\U{point:08x}"),
                }
            }
            line.push(b'\n');
            self.push(&line);
            return;
        }
        let short = (self.protocol >= 4).then_some(SHORT_BINUNICODE);
        let codes = [short, Some(BINUNICODE), Some(BINUNICODE8)];
        match text.data.as_ascii() {
            Some(ascii) => self.sized(codes, ascii.as_bytes()),
            None => {
                let data = encode(&text.data, Encoding::Utf8, Errors::SurrogatePass).unwrap_or_default();
                self.sized(codes, &data);
            }
        }
    }

    fn save(&mut self, i: &mut dyn Interp, value: Value, ask: bool) -> PyResult<Option<Turn>> {
        self.check_depth()?;
        self.end_frame();
        if ask && !self.identify.is_none() {
            let flow = Flow::call(self.identify.clone(), Args::one(value.clone()));
            return self.go(i, flow, Then::Identified(value));
        }
        if let Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Str(_) | Value::BigInt(_) = value
        {
            self.simple(&value);
            return Ok(None);
        }
        if self.recall(&value) {
            return Ok(None);
        }
        self.container(i, value)
    }

    fn container(&mut self, i: &mut dyn Interp, value: Value) -> PyResult<Option<Turn>> {
        self.depth += 1;
        let begin = |writer: &mut Writer, binary: u8, code: u8| match writer.binary() {
            true => writer.code(binary),
            false => writer.push(&[MARK, code]),
        };
        match &value {
            Value::Bytes(bytes) if self.protocol >= 3 => {
                self.sized([Some(SHORT_BINBYTES), Some(BINBYTES), Some(BINBYTES8)], &bytes.data);
                self.memoize(&value);
                self.depth -= 1;
            }
            Value::Bytes(bytes) => {
                let reduced = match bytes.data.len() {
                    0 => [Value::Type(types().bytes.clone()), Value::tuple([])],
                    _ => {
                        let text = Value::from(PyStr::from_latin1(&bytes.data));
                        let module = i.import("pickle")?;
                        let encode = get_attr_now(i, &module, Symbol::new("_encode"))?;
                        [encode, Value::pair(text, "latin1".into())]
                    }
                };
                return self.reduced(i, value, &reduced);
            }
            Value::Tuple(tuple) => {
                if tuple.items.is_empty() {
                    begin(self, EMPTY_TUPLE, TUPLE);
                    self.depth -= 1;
                } else {
                    if tuple.items.len() > 3 || self.protocol < 2 {
                        self.code(MARK);
                    }
                    return self.tuple(i, tuple.clone(), 0);
                }
            }
            Value::List(list) => {
                begin(self, EMPTY_LIST, LIST);
                self.memoize(&value);
                self.depth += 1;
                self.todo.push(Todo::Leave(2));
                let items = list.items.borrow().clone();
                let kind = if self.binary() { Kind::List } else { Kind::Iterator };
                return self.batches(i, Batches::new(items, kind, false, Value::None));
            }
            Value::Dict(dict) => {
                begin(self, EMPTY_DICT, DICT);
                self.memoize(&value);
                self.depth += 1;
                self.todo.push(Todo::Leave(2));
                let items: Vec<Value> = dict.entries().into_iter().flat_map(|(key, value)| [key, value]).collect();
                let kind = if self.binary() { Kind::Hashed } else { Kind::Iterator };
                return self.batches(i, Batches::new(items, kind, true, value.clone()));
            }
            Value::Set(set) if self.protocol < 4 => {
                let items = Value::tuple([Value::list(set.items())]);
                return self.reduced(i, value.clone(), &[Value::Type(type_of(&value)), items]);
            }
            Value::Set(set) if set.frozen => {
                self.code(MARK);
                return self.frozen(i, value.clone(), set.items().into_iter());
            }
            Value::Set(set) => {
                self.code(EMPTY_SET);
                self.memoize(&value);
                self.todo.push(Todo::Leave(1));
                return self.batches(i, Batches::new(set.items(), Kind::Hashed, false, value.clone()));
            }
            Value::Object(o) if o.with_class(|class| Rc::ptr_eq(class, &types().bytearray)) => {
                let data = bytearray::of(&value).map(|array| array.data.borrow().clone()).unwrap_or_default();
                if self.protocol < 5 {
                    let args = if data.is_empty() { Value::tuple([]) } else { Value::tuple([Value::bytes(data)]) };
                    return self.reduced(i, value.clone(), &[Value::Type(types().bytearray.clone()), args]);
                }
                self.sized([None, None, Some(BYTEARRAY8)], &data);
                self.memoize(&value);
                self.depth -= 1;
            }
            _ if self.over.is_none() => return self.by_class(i, value),
            _ => {
                let flow = Flow::call(self.over.clone(), Args::one(value.clone()));
                return self.go(i, flow, Then::Overridden(value));
            }
        }
        Ok(None)
    }

    /// Takes an object to pieces as its class says.
    fn by_class(&mut self, i: &mut dyn Interp, value: Value) -> PyResult<Option<Turn>> {
        let class = type_of(&value);
        if let Value::Function(_) = &value {
            return self.find(i, value, Value::None);
        }
        if Rc::ptr_eq(&class, &types().type_) && plainly_found(i, &value)?.is_some() {
            return self.find(i, value, Value::None);
        }
        let is_object = matches!(&value, Value::Object(_));
        if let Value::Dict(table) = &self.table
            && !Rc::ptr_eq(&class, &types().type_)
        {
            let given = match table.is_empty() {
                true => None,
                false => table.clone().get(i, &Value::Type(class.clone()))?,
            };
            if let Some(given) = given {
                return self.go(i, Flow::call(given, Args::one(value.clone())), Then::Reduced(value));
            }
            if is_object && !class.flag(class_flag::GETATTRIBUTE) {
                let protocol = Args::one(self.protocol());
                let own = value.as_object().and_then(|object: &Rc<Object>| object.own(known::REDUCE_EX));
                let flow = match own {
                    Some(own) => Some(Flow::call(own, protocol)),
                    None => call_special(i, &value, known::REDUCE_EX, protocol)?,
                };
                if let Some(flow) = flow {
                    return self.go(i, flow, Then::Reduced(value));
                }
            }
        }
        let flow =
            Flow::call(self.helpers[0].clone(), Args::from([value.clone(), self.protocol(), self.table.clone()]));
        self.go(i, flow, Then::Reduced(value))
    }

    fn find(&mut self, i: &mut dyn Interp, value: Value, name: Value) -> PyResult<Option<Turn>> {
        if self.protocol >= 4
            && let Value::Type(_) | Value::Function(_) = &value
            && let Some((module, name)) = plainly_found(i, &value)?
        {
            return self.named(i, value, &module, &name);
        }
        let flow = Flow::call(self.helpers[1].clone(), Args::from([value.clone(), name, self.protocol()]));
        self.go(i, flow, Then::Named(value))
    }

    /// Goes on with what a flow comes to, at once if that is known.
    fn go(&mut self, i: &mut dyn Interp, flow: Flow, then: Then) -> PyResult<Option<Turn>> {
        let flow = match flow {
            Flow::Call(call) => match *call {
                (Value::Builtin(builtin), args) => builtin.invoke(i, args)?,
                (callable, args) => Flow::call(callable, args),
            },
            flow => flow,
        };
        match flow {
            Flow::Done(value) => self.then(i, value, then),
            flow => Ok(Some(Turn::Flow(flow, then))),
        }
    }

    fn then(&mut self, i: &mut dyn Interp, value: Value, then: Then) -> PyResult<Option<Turn>> {
        match then {
            Then::Identified(object) => match value {
                Value::None => self.todo.push(Todo::SaveId(object)),
                id if self.binary() => self.todo.extend([Todo::Write(&[BINPERSID]), Todo::SaveId(id)]),
                id => {
                    let text = ops::str_text(i, &id)?;
                    let Some(text) = text.data.as_ascii() else {
                        return Err(error(i, "PicklingError", "persistent IDs in protocol 0 must be ASCII strings"));
                    };
                    self.push(format!("P{text}\n").as_bytes());
                }
            },
            Then::Overridden(object) => match value {
                Value::NotImplemented => return self.by_class(i, object),
                value => return self.then(i, value, Then::Reduced(object)),
            },
            Then::Reduced(object) => match &value {
                Value::Tuple(parts) => {
                    if !(2..=6).contains(&parts.items.len()) {
                        let text = "tuple returned by __reduce__ must contain 2 through 6 elements";
                        return Err(error(i, "PicklingError", text));
                    }
                    return self.reduced(i, object, &parts.items);
                }
                _ if value.as_str().is_some() => return self.find(i, object, value),
                _ => return Err(error(i, "PicklingError", "__reduce__ must return a string or tuple")),
            },
            Then::Named(object) => match &value {
                Value::Tuple(parts) => match &parts.items[..] {
                    [Value::Str(module), Value::Str(name)] => return self.named(i, object, module, name),
                    parts => return self.reduced(i, object, parts),
                },
                _ => return Err(runtime_error("a name has two parts")),
            },
            Then::Collected(pairs) => {
                let Value::List(list) = value else { return Ok(None) };
                let mut items = list.items.take();
                if pairs {
                    let mut flat = Vec::with_capacity(items.len() * 2);
                    for pair in items {
                        match pair.plain() {
                            Value::Tuple(pair) if pair.items.len() == 2 => flat.extend(pair.items.iter().cloned()),
                            _ => return Err(type_error("dict items iterator must return 2-tuples")),
                        }
                    }
                    items = flat;
                }
                return self.batches(i, Batches::new(items, Kind::Iterator, pairs, Value::None));
            }
        }
        Ok(None)
    }

    /// Writes under which names an object is found.
    fn named(&mut self, i: &mut dyn Interp, object: Value, module: &Rc<Str>, name: &Rc<Str>) -> PyResult<Option<Turn>> {
        self.todo.extend([Todo::Leave(1), Todo::Known(object)]);
        if self.protocol >= 4 {
            let module = Symbol::of(module).map_or_else(|| Value::Str(module.clone()), Symbol::value);
            self.todo.extend([Todo::Write(&[STACK_GLOBAL]), Todo::Save(Value::Str(name.clone())), Todo::Save(module)]);
            return Ok(None);
        }
        let name = name.text();
        let mut names = name.split('.');
        let line = format!("c{}\n{}\n", module.text(), names.next().unwrap_or_default());
        // What stands in a class is asked of it by getattr.
        let within: Vec<&str> = names.collect();
        for name in within.iter().rev() {
            let end: &[u8] = if self.protocol < 2 { &[TUPLE, REDUCE] } else { &[TUPLE1 + 1, REDUCE] };
            self.todo.extend([Todo::Write(end), Todo::Save(Symbol::new(name).value())]);
        }
        self.todo.push(Todo::Line(line));
        if !within.is_empty() {
            let getattr = i.import("builtins")?;
            let getattr = get_attr_now(i, &getattr, Symbol::new("getattr"))?;
            for _ in &within {
                if self.protocol < 2 {
                    self.todo.push(Todo::Write(&[MARK]));
                }
                self.todo.push(Todo::Save(getattr.clone()));
            }
        }
        Ok(None)
    }

    /// Writes how an object is made again: the level that has been entered for it is left when it has been.
    fn reduced(&mut self, i: &mut dyn Interp, object: Value, parts: &[Value]) -> PyResult<Option<Turn>> {
        let part = |at: usize| parts.get(at).filter(|part| !part.is_none());
        let [function, args, ..] = parts else { return Ok(None) };
        if !is_callable(function) {
            return Err(error(i, "PicklingError", "first item of the tuple returned by __reduce__ must be callable"));
        }
        let Value::Tuple(given) = args.plain() else {
            return Err(error(i, "PicklingError", "second item of the tuple returned by __reduce__ must be a tuple"));
        };
        let name = match function {
            Value::Builtin(builtin) => Some(builtin.name.to_string()),
            Value::Function(function) => Some(function.naming.name().text_or_empty()),
            _ => None,
        };
        let mut before = vec![Todo::Save(args.clone()), Todo::Save(function.clone())];
        let mut code: &'static [u8] = &[REDUCE];
        match (name.as_deref(), &given.items[..]) {
            (Some("__newobj_ex__"), [class, args, keywords]) if self.protocol >= 4 => {
                before = vec![Todo::Save(keywords.clone()), Todo::Save(args.clone()), Todo::Save(class.clone())];
                code = &[NEWOBJ_EX];
            }
            (Some("__newobj_ex__"), [_, _, _]) if self.protocol >= 2 => {
                let flow = Flow::call(self.helpers[2].clone(), Args::positional(parts.iter().cloned()));
                return self.go(i, flow, Then::Reduced(object));
            }
            (Some("__newobj__"), [class, args @ ..]) if self.protocol >= 2 => {
                if !class.is(&Value::Type(type_of(&object))) && !get_attr_now(i, &object, known::CLASS)?.is(class) {
                    return Err(error(i, "PicklingError", "args[0] from __newobj__ args has the wrong class"));
                }
                before = vec![Todo::Save(Value::tuple(args.to_vec())), Todo::Save(class.clone())];
                code = &[NEWOBJ];
            }
            _ => {}
        }
        self.todo.push(Todo::Leave(1));
        if let Some(state) = part(2) {
            let save = Todo::Save(state.clone());
            match part(5) {
                None => self.todo.extend([Todo::Write(&[BUILD]), save]),
                Some(setter) => {
                    self.todo.extend([Todo::Write(&[TUPLE1 + 1, REDUCE, POP]), save]);
                    self.todo.extend([Todo::Save(object.clone()), Todo::Save(setter.clone())]);
                }
            }
        }
        if let Some(entries) = part(4) {
            self.todo.push(Todo::Collect(entries.clone(), true));
        }
        if let Some(items) = part(3) {
            self.todo.push(Todo::Collect(items.clone(), false));
        }
        self.todo.extend([Todo::Made(object), Todo::Write(code)]);
        self.todo.extend(before);
        Ok(None)
    }

    fn tuple(&mut self, i: &mut dyn Interp, tuple: Rc<Tuple>, mut at: usize) -> PyResult<Option<Turn>> {
        while let Some(item) = tuple.items.get(at) {
            at += 1;
            if !self.plain(item)? {
                let item = item.clone();
                self.todo.push(Todo::Tuple(tuple, at));
                return self.save(i, item, true);
            }
        }
        let (len, value) = (tuple.items.len(), Value::Tuple(tuple));
        let short = len <= 3 && self.protocol >= 2;
        if self.memo().number(&value).is_some() {
            // An item led back to it.
            if short || !self.binary() {
                (0..len + usize::from(!short)).for_each(|_| self.code(POP));
            } else {
                self.code(POP_MARK);
            }
            self.recall(&value);
        } else {
            self.code(if short { TUPLE1 + len as u8 - 1 } else { TUPLE });
            self.memoize(&value);
        }
        self.depth -= 1;
        Ok(None)
    }

    fn frozen(&mut self, i: &mut dyn Interp, value: Value, mut items: IntoIter<Value>) -> PyResult<Option<Turn>> {
        while let Some(item) = items.next() {
            if !self.plain(&item)? {
                self.todo.push(Todo::Frozen(value, items));
                return self.save(i, item, true);
            }
        }
        if self.memo().number(&value).is_some() {
            self.code(POP_MARK);
            self.recall(&value);
        } else {
            self.code(FROZENSET);
            self.memoize(&value);
        }
        self.depth -= 1;
        Ok(None)
    }

    fn batches(&mut self, i: &mut dyn Interp, mut b: Batches) -> PyResult<Option<Turn>> {
        loop {
            if b.open == 0 && !self.next_batch(&mut b)? {
                return Ok(None);
            }
            while b.open > 0 {
                b.open -= 1;
                let Some(item) = b.items.next() else { break };
                let value = if b.pairs { b.items.next() } else { None };
                let item = if self.plain(&item)? { None } else { Some(item) };
                let value = match value {
                    Some(value) if item.is_none() && self.plain(&value)? => None,
                    value => value,
                };
                let (first, second) = if item.is_some() { (item, value) } else { (value, None) };
                if let Some(first) = first {
                    self.todo.push(Todo::Batches(b));
                    self.todo.extend(second.map(Todo::Save));
                    return self.save(i, first, true);
                }
            }
        }
    }

    /// Closes the batch that has been written and opens the next one; `false`: there is none.
    fn next_batch(&mut self, b: &mut Batches) -> PyResult<bool> {
        let first = !std::mem::replace(&mut b.begun, true);
        if !first {
            let (one, many) = b.codes;
            self.code(if b.single { one } else { many });
            let changed = match &b.of {
                Value::Dict(dict) if dict.len() != b.size => "dictionary",
                Value::Set(set) if set.len() != b.size => "set",
                _ => "",
            };
            if !changed.is_empty() {
                return Err(runtime_error(format!("{changed} changed size during iteration")));
            }
        }
        let left = b.items.len() / (1 + usize::from(b.pairs));
        if left == 0 && (first || b.kind != Kind::Hashed || !b.full) {
            return Ok(false);
        }
        b.single = match b.kind {
            _ if !self.binary() => true,
            Kind::Hashed | Kind::List => left == 1 && first && b.codes.0 != ADDITEMS,
            Kind::Iterator => left == 1,
        };
        b.open = if b.single { 1 } else { left.min(BATCH) };
        b.full = b.open == BATCH;
        if !b.single {
            self.code(MARK);
        }
        Ok(true)
    }
}

/// Module and name of a class or function that stands where these say.
fn plainly_found(i: &mut dyn Interp, value: &Value) -> PyResult<Option<(Rc<Str>, Rc<Str>)>> {
    let mut text = |name| get_attr_now(i, value, name).map(|found| found.as_str().cloned());
    let (Some(module), Some(name)) = (text(known::MODULE)?, text(known::QUALNAME)?) else { return Ok(None) };
    let found = match i.imported(&module.text()) {
        Some(Value::Module(module)) => Symbol::of(&name).and_then(|name| module.get(name)),
        _ => None,
    };
    Ok(found.is_some_and(|found| found.is(value)).then_some((module, name)))
}

impl Batches {
    /// The parts of a container, or of an iterable.
    fn new(parts: Vec<Value>, kind: Kind, pairs: bool, of: Value) -> Batches {
        let size = if pairs { parts.len() / 2 } else { parts.len() };
        let codes = match &of {
            Value::Set(_) => (ADDITEMS, ADDITEMS),
            _ if pairs => (SETITEM, SETITEMS),
            _ => (APPEND, APPENDS),
        };
        let items = parts.into_iter();
        Batches { items, pairs, codes, kind, open: 0, begun: false, single: false, full: false, of, size }
    }
}
