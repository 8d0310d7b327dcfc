//! `sys.stdin`: the lines that the run is given.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::modules::builtins::output::read_line;
use crate::objects::args::Args;
use crate::objects::class::Class;
use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::native_class::{NativeClass, alone, receiver};
use crate::objects::object::Native;
use crate::objects::{Interp, Value, ops, types};

/// What has been taken from the run's input and not been read yet.
#[derive(Default)]
pub struct StandardInput {
    waiting: RefCell<String>,
    closed: Cell<bool>,
}

impl Native for StandardInput {}

impl StandardInput {
    /// Whether the program has closed it.
    pub fn is_closed(&self) -> bool {
        self.closed.get()
    }
}

fn this(value: &Value) -> PyResult<&StandardInput> {
    let found = receiver::<StandardInput>(value, "TextIOWrapper", "read")?;
    if found.closed.get() { Err(value_error("I/O operation on closed file.")) } else { Ok(found) }
}

/// The bound that `read(n)` and `readline(n)` are given.
fn bound(i: &mut dyn Interp, args: &Args) -> PyResult<usize> {
    match args.values.get(1) {
        None | Some(Value::None) => Ok(usize::MAX),
        Some(n) => Ok(usize::try_from(ops::index(i, n)?).unwrap_or(usize::MAX)),
    }
}

/// At most `bound` characters of what waits, which goes.
fn take(waiting: &mut String, bound: usize) -> String {
    let end = waiting.char_indices().nth(bound).map_or(waiting.len(), |(at, _)| at);
    waiting.drain(..end).collect()
}

fn next_line(i: &mut dyn Interp, this: &StandardInput, bound: usize) -> PyResult<String> {
    if this.waiting.borrow().is_empty()
        && let Some(line) = read_line(i)?
    {
        this.waiting.replace(line + "\n");
    }
    Ok(take(&mut this.waiting.borrow_mut(), bound))
}

fn close(_: &mut dyn Interp, args: Args) -> PyResult {
    alone(&args, "TextIOWrapper.close")?;
    receiver::<StandardInput>(&args.values[0], "TextIOWrapper", "close")?.closed.set(true);
    Ok(Value::None)
}

/// The class of `sys.stdin`.
pub fn class() -> Rc<Class> {
    NativeClass::new("TextIOWrapper", "_io", &[], |_, class, _| {
        Err(type_error(format!("cannot create '{}' instances", class.name())))
    })
    .sync("readline", |i, args| {
        let bound = bound(i, &args)?;
        Ok(next_line(i, this(&args.values[0])?, bound)?.into())
    })
    .sync("read", |i, args| {
        let (bound, this) = (bound(i, &args)?, this(&args.values[0])?);
        while let Some(line) = if this.waiting.borrow().len() < bound { read_line(i)? } else { None } {
            this.waiting.borrow_mut().push_str(&(line + "\n"));
        }
        Ok(take(&mut this.waiting.borrow_mut(), bound).into())
    })
    .sync("readlines", |i, args| {
        let this = this(&args.values[0])?;
        let mut lines = Vec::new();
        loop {
            let line = next_line(i, this, usize::MAX)?;
            if line.is_empty() {
                return Ok(Value::list(lines));
            }
            lines.push(line.into());
        }
    })
    .sync("__iter__", |_, args| Ok(args.values[0].clone()))
    .sync("__next__", |i, args| {
        let line = next_line(i, this(&args.values[0])?, usize::MAX)?;
        if line.is_empty() { Err(Exc::new(&types().stop_iteration, vec![])) } else { Ok(line.into()) }
    })
    .sync("fileno", |_, _| Ok(Value::Int(0)))
    .sync("isatty", |_, _| Ok(Value::Bool(false)))
    .sync("readable", |_, _| Ok(Value::Bool(true)))
    .sync("writable", |_, _| Ok(Value::Bool(false)))
    .sync("seekable", |_, _| Ok(Value::Bool(false)))
    .sync("reconfigure", |_, _| Ok(Value::None))
    .sync("flush", |_, _| Ok(Value::None))
    .sync("close", close)
    .sync("__enter__", |_, args| {
        this(&args.values[0])?;
        Ok(args.values[0].clone())
    })
    .sync("__exit__", |i, args| close(i, Args::one(args.values[0].clone())))
    .getter("__class__", super::text_class)
    .member("buffer", super::buffer)
    .sync("detach", |i, args| super::buffer(i, &args.values[0]))
    .getter("name", |_, _| Ok("<stdin>".into()))
    .getter("mode", |_, _| Ok("r".into()))
    .member("encoding", |_, _| Ok("utf-8".into()))
    .getter("errors", |_, _| Ok("strict".into()))
    .getter("newlines", |_, _| Ok(Value::None))
    .member("line_buffering", |_, _| Ok(Value::Bool(false)))
    .member("write_through", |_, _| Ok(Value::Bool(false)))
    .getter("closed", |_, this| {
        Ok(Value::Bool(receiver::<StandardInput>(this, "TextIOWrapper", "closed")?.closed.get()))
    })
    .sync("__repr__", |_, _| Ok("<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>".into()))
    .finish()
}
