//! Writing: what is still to be written is kept in a list, so that Python is called between two of its steps.

mod bytes;
mod helpers;
mod reduce;

use std::io::Write;
use std::rc::Rc;
use std::vec::IntoIter;

use self::helpers::Helpers;
use super::codes::*;
use super::{AT_ONCE, Memo, error};
use crate::objects::args::Args;
use crate::objects::attribute::{call_special, get_attr_now};
use crate::objects::builtin_types::bytearray;
use crate::objects::class::class_flag;
use crate::objects::containers::Tuple;
use crate::objects::exception::{PyResult, runtime_error, type_error};
use crate::objects::float_repr;
use crate::objects::function::{Flow, is_callable};
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
    Buffered(Value),
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
    ask: Helpers,
    out: Vec<u8>,
    frame: Option<usize>,
    todo: Vec<Todo>,
    depth: usize,
}

/// `write(object, protocol, memo, fast, identify, override, table, helpers)`: the pickle.
pub(super) fn write(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [object, protocol, memo, fast, identify, over, table, helpers] = args.exactly("write")?;
    receiver::<Memo>(&memo, "Memo", "write")?;
    let mut writer = Writer {
        protocol: ops::index(i, &protocol)? as u8,
        memo,
        fast: ops::is_true(i, &fast)?,
        identify,
        over,
        table,
        ask: Helpers::of(&helpers)?,
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
                Todo::Tuple(tuple, at) => self.tuple(tuple, at)?,
                Todo::Frozen(value, items) => self.frozen(value, items)?,
                Todo::Batches(batches) => self.batches(batches)?,
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
                        let encoding = get_attr_now(i, &module, Symbol::new("_LATIN1"))?;
                        [encode, Value::pair(text, encoding)]
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
                    return self.tuple(tuple.clone(), 0);
                }
            }
            Value::List(list) => {
                begin(self, EMPTY_LIST, LIST);
                self.memoize(&value);
                self.depth += 1;
                self.todo.push(Todo::Leave(2));
                let items = list.items.borrow().clone();
                let kind = if self.binary() { Kind::List } else { Kind::Iterator };
                return self.batches(Batches::new(items, kind, false, Value::None));
            }
            Value::Dict(dict) => {
                begin(self, EMPTY_DICT, DICT);
                self.memoize(&value);
                self.depth += 1;
                self.todo.push(Todo::Leave(2));
                let items: Vec<Value> = dict.entries().into_iter().flat_map(|(key, value)| [key, value]).collect();
                let kind = if self.binary() { Kind::Hashed } else { Kind::Iterator };
                return self.batches(Batches::new(items, kind, true, value.clone()));
            }
            Value::Set(set) if self.protocol < 4 => {
                let items = Value::tuple([Value::list(set.items())]);
                return self.reduced(i, value.clone(), &[Value::Type(type_of(&value)), items]);
            }
            Value::Set(set) if set.frozen => {
                self.code(MARK);
                return self.frozen(value.clone(), set.items().into_iter());
            }
            Value::Set(set) => {
                self.code(EMPTY_SET);
                self.memoize(&value);
                self.todo.push(Todo::Leave(1));
                return self.batches(Batches::new(set.items(), Kind::Hashed, false, value.clone()));
            }
            Value::Object(o) if o.with_class(|class| Rc::ptr_eq(class, &types().bytearray)) => {
                let data = bytearray::of(&value).map(|array| array.data.borrow().to_vec()).unwrap_or_default();
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

    fn tuple(&mut self, tuple: Rc<Tuple>, mut at: usize) -> PyResult<Option<Turn>> {
        while let Some(item) = tuple.items.get(at) {
            at += 1;
            if !self.plain(item)? {
                let item = item.clone();
                self.todo.push(Todo::Tuple(tuple, at));
                self.todo.push(Todo::Save(item));
                return Ok(None);
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

    fn frozen(&mut self, value: Value, mut items: IntoIter<Value>) -> PyResult<Option<Turn>> {
        while let Some(item) = items.next() {
            if !self.plain(&item)? {
                self.todo.push(Todo::Frozen(value, items));
                self.todo.push(Todo::Save(item));
                return Ok(None);
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

    fn batches(&mut self, mut b: Batches) -> PyResult<Option<Turn>> {
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
                    self.todo.push(Todo::Save(first));
                    return Ok(None);
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
