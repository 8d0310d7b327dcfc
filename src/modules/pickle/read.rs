//! Reading: a stack machine, which leaves to its caller what may run Python.

use super::codes::*;
use super::{AT_ONCE, Memo, error};
use crate::objects::args::Args;
use crate::objects::attribute::{get_attr_now, lookup_special};
use crate::objects::builtin_types::{bytearray, bytes_like};
use crate::objects::class::class_flag;
use crate::objects::containers::{Dict, Set};
use crate::objects::exception::{PyResult, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::int::from_bytes;
use crate::objects::native_class::receiver;
use crate::objects::object::Payload;
use crate::objects::str::codec::{Encoding, Errors, decode};
use crate::objects::{Exc, Interp, Symbol, Value, gc, known, ops, type_name, types};

/// The highest protocol there is.
const HIGHEST: u8 = 5;
/// Numbers beyond have no room.
const MOST: usize = 1 << 26;

/// What stops an instruction.
enum Halt {
    Exc(Exc),
    /// There are not so many bytes, or no line's end: the instruction begins again once there are.
    More(Option<usize>),
}

impl From<Exc> for Halt {
    fn from(exc: Exc) -> Halt {
        Halt::Exc(exc)
    }
}

type Read<T> = Result<T, Halt>;

/// What an instruction leads to.
enum Act {
    Next,
    Done,
    /// What comes of it is pushed.
    Push(Flow),
    /// Nothing is done with what comes of it.
    Run(Flow),
}

/// What the text does.
enum Helper {
    Find,
    Persistent,
    /// `line(code, data)`: the value that a line, or an old string, stands for.
    Line,
    Extend,
    SetItems,
    Build,
    Make,
}

struct Reader {
    data: Vec<u8>,
    at: usize,
    stack: Vec<Value>,
    marks: Vec<usize>,
    /// A Memo.
    memo: Value,
    /// `read` and `readline` of the file; None: there is nothing but the data.
    file: [Value; 2],
    /// The functions of [`Helper`], in their order.
    helpers: Vec<Value>,
    /// Classes are found as always.
    plain: bool,
}

/// `read(data, read, readline, memo, plain, helpers)`: the object.
pub(super) fn read(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [data, read, readline, memo, plain, helpers] = args.exactly("read")?;
    receiver::<Memo>(&memo, "Memo", "read")?;
    let Value::Tuple(helpers) = helpers else { return Err(type_error("helpers must be a tuple")) };
    let data = bytes_like::required(i, &data)?;
    let plain = ops::is_true(i, &plain)?;
    let (helpers, file) = (helpers.items.to_vec(), [read, readline]);
    let mut reader = Reader { data, at: 0, stack: Vec::new(), marks: Vec::new(), memo, file, helpers, plain };
    let mut turn = reader.run(i)?;
    if let Turn::Done(value) = turn {
        return Ok(Flow::Done(value));
    }
    let cx = i.cx();
    Ok(Flow::frame(async move {
        loop {
            match turn {
                Turn::Done(value) => return Ok(value),
                Turn::Rest => ops::breathe(&cx, AT_ONCE).await?,
                Turn::Push(flow) => {
                    let value = cx.finish(Ok(flow)).await?;
                    reader.stack.push(value);
                }
                Turn::Run(flow) => _ = cx.finish(Ok(flow)).await?,
                Turn::More(count) => {
                    let (function, args) = match count {
                        Some(count) => (&reader.file[0], Args::one(count.into())),
                        None => (&reader.file[1], Args::none()),
                    };
                    let found = cx.call(function, args).await?;
                    cx.enter(|i| reader.more(i, &found, count))?;
                }
            }
            turn = cx.enter(|i| reader.run(i))?;
        }
    }))
}

/// How a reader goes on.
enum Turn {
    Done(Value),
    Rest,
    Push(Flow),
    Run(Flow),
    More(Option<usize>),
}

impl Reader {
    fn run(&mut self, i: &mut dyn Interp) -> PyResult<Turn> {
        for _ in 0..AT_ONCE {
            let begin = self.at;
            match self.step(i) {
                Ok(Act::Next) => {}
                Ok(Act::Done) => return self.pop(i).map(Turn::Done),
                Ok(Act::Push(flow)) => match called(i, flow)? {
                    Flow::Done(value) => self.stack.push(value),
                    flow => return Ok(Turn::Push(flow)),
                },
                Ok(Act::Run(flow)) => match called(i, flow)? {
                    Flow::Done(_) => {}
                    flow => return Ok(Turn::Run(flow)),
                },
                Err(Halt::Exc(exc)) => return Err(exc),
                Err(Halt::More(wanted)) => {
                    let there = self.data.len() - begin;
                    if self.file[0].is_none() {
                        return Err(self.truncated(i, there == 0));
                    }
                    self.at = begin;
                    return Ok(Turn::More(wanted.map(|wanted| wanted - (self.data.len() - begin))));
                }
            }
        }
        Ok(Turn::Rest)
    }

    fn truncated(&self, i: &mut dyn Interp, nothing: bool) -> Exc {
        match nothing {
            true => Exc::message(&types().eof_error, "Ran out of input"),
            false => error(i, "UnpicklingError", "pickle data was truncated"),
        }
    }

    /// Takes what a file has given.
    fn more(&mut self, i: &mut dyn Interp, found: &Value, count: Option<usize>) -> PyResult<()> {
        let nothing = self.at == self.data.len();
        self.data.drain(..self.at);
        self.at = 0;
        let Some((len, ended)) = bytes_like::with(found, |found| {
            self.data.extend_from_slice(found);
            (found.len(), found.ends_with(b"\n"))
        }) else {
            let function = if count.is_some() { "read" } else { "readline" };
            let name = type_name(found);
            return Err(type_error(format!("{function}() returned non-bytes object ({name})")));
        };
        let enough = count.map_or(ended, |count| len >= count);
        if enough { Ok(()) } else { Err(self.truncated(i, nothing && len == 0)) }
    }

    // What is read.

    #[inline]
    fn bytes(&mut self, count: usize, begin: usize) -> Read<&[u8]> {
        let from = self.at;
        let to = from.checked_add(count).filter(|to| *to <= self.data.len());
        let Some(to) = to else { return Err(Halt::More(Some((from - begin).saturating_add(count)))) };
        self.at = to;
        Ok(&self.data[from..to])
    }

    #[inline]
    fn number(&mut self, size: usize, begin: usize) -> Read<usize> {
        let bytes = self.bytes(size, begin)?;
        Ok(bytes.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)) as usize)
    }

    fn line(&mut self) -> Read<Vec<u8>> {
        let from = self.at;
        let Some(len) = self.data[from..].iter().position(|byte| *byte == b'\n') else { return Err(Halt::More(None)) };
        self.at = from + len + 1;
        Ok(self.data[from..from + len].to_vec())
    }

    fn line_text(&mut self) -> Read<Value> {
        Ok(String::from_utf8_lossy(&self.line()?).into_owned().into())
    }

    fn text(&mut self, i: &mut dyn Interp, len: usize, begin: usize) -> Read<Value> {
        let bytes = self.bytes(len, begin)?;
        if let Ok(text) = decode(bytes, Encoding::Utf8, Errors::SurrogatePass) {
            return Ok(text.into());
        }
        // It words the error.
        let given = [Value::bytes(bytes.to_vec()), "utf-8".into(), "surrogatepass".into()];
        Ok(i.call(&Value::Type(types().str.clone()), Args::from(given))?)
    }

    // The stack.

    fn fence(&self) -> usize {
        self.marks.last().copied().unwrap_or(0)
    }

    fn underflow(&self, i: &mut dyn Interp) -> Exc {
        let text = if self.marks.is_empty() { "unpickling stack underflow" } else { "unexpected MARK found" };
        error(i, "UnpicklingError", text)
    }

    #[inline]
    fn need(&self, i: &mut dyn Interp, count: usize) -> PyResult<()> {
        if self.stack.len() < self.fence() + count { Err(self.underflow(i)) } else { Ok(()) }
    }

    fn pop(&mut self, i: &mut dyn Interp) -> PyResult {
        self.need(i, 1)?;
        Ok(self.stack.pop().unwrap_or_default())
    }

    fn top(&mut self, i: &mut dyn Interp) -> PyResult {
        self.need(i, 1)?;
        Ok(self.stack.last().cloned().unwrap_or_default())
    }

    /// What stands above the last mark, which goes.
    fn marked(&mut self, i: &mut dyn Interp) -> PyResult<Vec<Value>> {
        match self.marks.pop() {
            Some(mark) => Ok(self.stack.split_off(mark.min(self.stack.len()))),
            None => Err(error(i, "UnpicklingError", "could not find MARK")),
        }
    }

    fn help(&self, helper: Helper, args: impl Into<Args>) -> Flow {
        Flow::call(self.helpers[helper as usize].clone(), args.into())
    }

    /// What stands under a name in a module that is loaded, or what the text finds.
    fn find(&self, i: &mut dyn Interp, module: Value, name: Value) -> Flow {
        if self.plain
            && let (Some(from), Some(name)) = (module.as_str(), name.as_str().and_then(Symbol::of))
            && from.text() != "_codecs"
            && let Some(Value::Module(from)) = i.imported(&from.text())
            && let Some(found) = from.get(name)
        {
            return Flow::Done(found);
        }
        self.help(Helper::Find, [module, name])
    }

    // The memo.

    fn recall(&mut self, i: &mut dyn Interp, number: usize) -> PyResult<()> {
        let memo = self.memo.native::<Memo>();
        let found = memo.and_then(|memo| memo.items.borrow().get(number).cloned()).unwrap_or_default();
        if found.is_unset() {
            return Err(error(i, "UnpicklingError", format!("Memo value not found at index {number}")));
        }
        self.stack.push(found);
        Ok(())
    }

    fn store(&mut self, i: &mut dyn Interp, number: Option<usize>) -> PyResult<()> {
        let top = self.top(i)?;
        let Some(memo) = self.memo.native::<Memo>() else { return Ok(()) };
        let number = number.unwrap_or(memo.count.get());
        if number > MOST {
            return Err(Exc::new(&types().memory_error, Vec::new()));
        }
        memo.put(number, top);
        Ok(())
    }

    /// One instruction.
    fn step(&mut self, i: &mut dyn Interp) -> Read<Act> {
        let begin = self.at;
        let code = self.bytes(1, begin)?[0];
        let value = match code {
            STOP => return Ok(Act::Done),
            FRAME => {
                let len = self.number(8, begin)?;
                self.bytes(len, begin)?;
                self.at = begin + 9;
                return Ok(Act::Next);
            }
            PROTO => {
                let protocol = self.number(1, begin)?;
                if protocol > HIGHEST.into() {
                    return Err(value_error(format!("unsupported pickle protocol: {protocol}")).into());
                }
                return Ok(Act::Next);
            }
            NONE => Value::None,
            NEWTRUE => Value::Bool(true),
            NEWFALSE => Value::Bool(false),
            BININT1 => self.number(1, begin)?.into(),
            BININT2 => self.number(2, begin)?.into(),
            BININT => Value::Int((self.number(4, begin)? as u32 as i32).into()),
            LONG1 | LONG4 => {
                let len = self.number(if code == LONG1 { 1 } else { 4 }, begin)?;
                from_bytes(self.bytes(len, begin)?, true, true).into()
            }
            BINFLOAT => Value::Float(f64::from_bits((self.number(8, begin)? as u64).swap_bytes())),
            SHORT_BINUNICODE | BINUNICODE | BINUNICODE8 => {
                let size = [(SHORT_BINUNICODE, 1), (BINUNICODE, 4)].iter().find(|(known, _)| *known == code);
                let len = self.number(size.map_or(8, |(_, size)| *size), begin)?;
                self.text(i, len, begin)?
            }
            SHORT_BINBYTES | BINBYTES | BINBYTES8 | BYTEARRAY8 => {
                let size = [(SHORT_BINBYTES, 1), (BINBYTES, 4)].iter().find(|(known, _)| *known == code);
                let len = self.number(size.map_or(8, |(_, size)| *size), begin)?;
                let data = self.bytes(len, begin)?.to_vec();
                if code == BYTEARRAY8 { bytearray::new(data) } else { Value::bytes(data) }
            }
            EMPTY_LIST => Value::list(Vec::new()),
            EMPTY_DICT => Value::Dict(Dict::new()),
            EMPTY_SET => Value::Set(Set::new(false)),
            EMPTY_TUPLE => Value::tuple([]),
            _ => return self.compound(i, code, begin),
        };
        self.stack.push(value);
        Ok(Act::Next)
    }

    /// What takes from the stack, or is a line.
    fn compound(&mut self, i: &mut dyn Interp, code: u8, begin: usize) -> Read<Act> {
        match code {
            MARK => self.marks.push(self.stack.len()),
            MEMOIZE => self.store(i, None)?,
            BINPUT | LONG_BINPUT => {
                let number = self.number(if code == BINPUT { 1 } else { 4 }, begin)?;
                self.store(i, Some(number))?;
            }
            BINGET | LONG_BINGET => {
                let number = self.number(if code == BINGET { 1 } else { 4 }, begin)?;
                self.recall(i, number)?;
            }
            PUT | GET => {
                let line = self.line()?;
                let number = std::str::from_utf8(&line).ok().and_then(|line| line.trim().parse().ok());
                let Some(number) = number else {
                    let shown = crate::objects::str::repr_bytes(&[&line, &b"\n"[..]].concat());
                    let text = format!("invalid literal for int() with base 10: {}", &shown.to_text()[1..]);
                    return Err(value_error(text).into());
                };
                if code == PUT { self.store(i, Some(number))? } else { self.recall(i, number)? }
            }
            POP => {
                if self.marks.last() == Some(&self.stack.len()) {
                    self.marks.pop();
                } else {
                    self.pop(i)?;
                }
            }
            POP_MARK => drop(self.marked(i)?),
            DUP => {
                let top = self.top(i)?;
                self.stack.push(top);
            }
            TUPLE1..=TUPLE3 => {
                let count = usize::from(code - TUPLE1) + 1;
                self.need(i, count)?;
                let items = self.stack.split_off(self.stack.len() - count);
                self.stack.push(Value::tuple(items));
            }
            TUPLE => {
                let items = self.marked(i)?;
                self.stack.push(Value::tuple(items));
            }
            LIST => {
                let items = self.marked(i)?;
                self.stack.push(Value::list(items));
            }
            DICT => {
                let (items, dict) = (self.marked(i)?, Dict::new());
                self.stack.push(Value::Dict(dict.clone()));
                return self.set_items(i, &Value::Dict(dict), items);
            }
            FROZENSET => {
                let items = self.marked(i)?;
                let set = Set::of(i, true, items)?;
                self.stack.push(Value::Set(set));
            }
            APPEND | APPENDS => {
                let items = if code == APPEND { vec![self.pop(i)?] } else { self.marked(i)? };
                let target = self.top(i)?;
                let Value::List(list) = &target else {
                    return Ok(Act::Run(self.help(Helper::Extend, [target, Value::list(items)])));
                };
                gc::link_all(list, &items);
                list.items.borrow_mut().extend(items);
            }
            SETITEM | SETITEMS => {
                let items = match code {
                    SETITEM => {
                        self.need(i, 2)?;
                        self.stack.split_off(self.stack.len() - 2)
                    }
                    _ => self.marked(i)?,
                };
                let target = self.top(i)?;
                return self.set_items(i, &target, items);
            }
            ADDITEMS => {
                let items = self.marked(i)?;
                let target = self.top(i)?;
                let Value::Set(set) = &target else {
                    return Ok(Act::Run(self.help(Helper::Extend, [target, Value::list(items)])));
                };
                for item in items {
                    set.add(i, item)?;
                }
            }
            GLOBAL | INST => {
                let (module, name) = (self.line_text()?, self.line_text()?);
                let args = match code {
                    INST => Value::list(self.marked(i)?),
                    _ => return Ok(Act::Push(self.find(i, module, name))),
                };
                return Ok(Act::Push(self.help(Helper::Make, [Value::pair(module, name), args])));
            }
            STACK_GLOBAL => {
                let (name, module) = (self.pop(i)?, self.pop(i)?);
                if name.as_str().is_none() || module.as_str().is_none() {
                    return Err(error(i, "UnpicklingError", "STACK_GLOBAL requires str").into());
                }
                return Ok(Act::Push(self.find(i, module, name)));
            }
            REDUCE => {
                let (args, function) = (self.pop(i)?, self.pop(i)?);
                let Value::Tuple(args) = args.plain() else {
                    return Err(type_error("argument list must be a tuple").into());
                };
                return Ok(Act::Push(Flow::call(function, Args::positional(args.items.iter().cloned()))));
            }
            NEWOBJ => {
                let (args, class) = (self.pop(i)?, self.pop(i)?);
                if let (Value::Type(_), Value::Tuple(args)) = (&class, args.plain()) {
                    let new = get_attr_now(i, &class, known::NEW)?;
                    let given = std::iter::once(class).chain(args.items.iter().cloned());
                    return Ok(Act::Push(Flow::call(new, Args::positional(given))));
                }
                return Ok(Act::Push(self.help(Helper::Make, [class, args])));
            }
            NEWOBJ_EX => {
                let (keywords, args, class) = (self.pop(i)?, self.pop(i)?, self.pop(i)?);
                return Ok(Act::Push(self.help(Helper::Make, [class, args, keywords])));
            }
            OBJ => {
                let mut items = self.marked(i)?;
                if items.is_empty() {
                    return Err(self.underflow(i).into());
                }
                let class = items.remove(0);
                return Ok(Act::Push(self.help(Helper::Make, [class, Value::list(items)])));
            }
            BUILD => {
                let state = self.pop(i)?;
                let target = self.top(i)?;
                if !built(i, &target, &state)? {
                    return Ok(Act::Run(self.help(Helper::Build, [target, state])));
                }
            }
            BINPERSID => {
                let id = self.pop(i)?;
                return Ok(Act::Push(self.help(Helper::Persistent, [id])));
            }
            PERSID => {
                let id = self.line_text()?;
                return Ok(Act::Push(self.help(Helper::Persistent, [id])));
            }
            INT | LONG | FLOAT | STRING | UNICODE => {
                let line = self.line()?;
                return Ok(Act::Push(self.help(Helper::Line, [Value::bytes([code]), Value::bytes(line)])));
            }
            BINSTRING | SHORT_BINSTRING => {
                let len = self.number(if code == BINSTRING { 4 } else { 1 }, begin)?;
                let data = Value::bytes(self.bytes(len, begin)?.to_vec());
                return Ok(Act::Push(self.help(Helper::Line, [Value::bytes([code]), data])));
            }
            _ => {
                let shown = if (0x20..0x7F).contains(&code) && code != b'\'' {
                    char::from(code).to_string()
                } else {
                    format!("\\x{code:02x}")
                };
                return Err(error(i, "UnpicklingError", format!("invalid load key, '{shown}'.")).into());
            }
        }
        Ok(Act::Next)
    }

    fn set_items(&mut self, i: &mut dyn Interp, target: &Value, items: Vec<Value>) -> Read<Act> {
        if items.len() % 2 != 0 {
            return Err(error(i, "UnpicklingError", "odd number of items for SETITEMS").into());
        }
        let Value::Dict(dict) = target else {
            return Ok(Act::Run(self.help(Helper::SetItems, [target.clone(), Value::list(items)])));
        };
        let mut items = items.into_iter();
        while let (Some(key), Some(value)) = (items.next(), items.next()) {
            dict.set(i, key, value)?;
        }
        Ok(Act::Next)
    }
}

/// Begins a call of what is native at once.
fn called(i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
    match flow {
        Flow::Call(call) => match *call {
            (Value::Builtin(builtin), args) => builtin.invoke(i, args),
            (callable, args) => Ok(Flow::call(callable, args)),
        },
        flow => Ok(flow),
    }
}

/// Gives an object of a plain class its attributes; `false`: the text must look.
fn built(i: &mut dyn Interp, target: &Value, state: &Value) -> PyResult<bool> {
    let (Value::Object(object), Value::Dict(state)) = (target, state) else { return Ok(false) };
    let plain = object.with_class(|class| {
        let flags = class_flag::NO_DICT | class_flag::GETATTRIBUTE | class_flag::SETATTR;
        class.flag(class_flag::HEAP) && !class.flag(flags)
    });
    let setter = Symbol::fixed("__setstate__");
    if !plain
        || !matches!(object.payload, Payload::None)
        || object.own(setter).is_some()
        || lookup_special(i, target, setter)?.is_some()
        || lookup_special(i, target, Symbol::fixed("__getattr__"))?.is_some()
    {
        return Ok(false);
    }
    let entries = state.entries();
    let names = entries.iter().map(|(name, _)| match name {
        Value::Str(name) => Symbol::of(name),
        _ => None,
    });
    let Some(names) = names.collect::<Option<Vec<Symbol>>>() else { return Ok(false) };
    for (name, (_, value)) in names.into_iter().zip(entries) {
        gc::link(object, &value);
        drop(object.set_own(name, value));
    }
    Ok(true)
}
