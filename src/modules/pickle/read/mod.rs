//! Reading: a stack machine, which leaves to its caller what may run Python.

mod steps;

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
    /// What the number of an extension stands for.
    Extension,
    NextBuffer,
    Readonly,
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

    fn line_text(&mut self, i: &mut dyn Interp) -> Read<Value> {
        match String::from_utf8(self.line()?) {
            Ok(text) => Ok(text.into()),
            Err(error) => {
                // It words the error.
                let given = [Value::bytes(error.into_bytes()), "utf-8".into()];
                Ok(i.call(&Value::Type(types().str.clone()), Args::from(given))?)
            }
        }
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
