//! The end of a pipe between processes, as `_processes` has it.

use std::rc::Rc;

use super::processes::end_value;
use super::thread_trace::purpose_of;
use crate::machine::pipe::PipeEnd;
use crate::machine::process::Watcher;
use crate::objects::builtin_types::bytes_like;
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::function::Flow;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::{Args, Interp, Value, ops};
use crate::trace::ObjectId;

pub(super) fn end_of(value: &Value) -> PyResult<Rc<PipeEnd>> {
    receiver::<Rc<PipeEnd>>(value, "PipeEnd", "read").cloned()
}

/// What tells a `_selector.Source` of changes, as long as it lives.
pub(super) fn watcher(source: &Value) -> PyResult<Watcher> {
    let Some(object) = source.as_object() else { return Err(type_error("a source was expected")) };
    let source = Rc::downgrade(object);
    Ok(Rc::new(move |i, readable, writable| {
        if let Some(source) = source.upgrade() {
            crate::asyncio::selector::update(i, &source, readable, writable);
        }
    }))
}

/// The class.
pub(super) fn end_class() -> Rc<Class> {
    NativeClass::new("PipeEnd", "_processes", &[], |_, _, _| Err(type_error("cannot create 'PipeEnd' instances")))
        .method("read", |i, args| {
            let [this, count] = args.exactly::<2>("read")?;
            let (end, count, cx) = (end_of(&this)?, ops::index(i, &count)? as usize, i.cx());
            Ok(Flow::frame(async move { Ok(Value::bytes(end.read(&cx, count).await?)) }))
        })
        .sync("read_now", |i, args| {
            let [this, count] = args.exactly::<2>("read_now")?;
            let count = ops::index(i, &count)? as usize;
            Ok(end_of(&this)?.read_now(i, count)?.map(Value::bytes).into())
        })
        .method("write", |i, args| {
            let [this, data] = args.exactly::<2>("write")?;
            let (end, data, cx) = (end_of(&this)?, bytes_like::required(i, &data)?, i.cx());
            Ok(Flow::frame(async move { end.write(&cx, &data).await.map(|()| Value::None) }))
        })
        .sync("write_now", |i, args| {
            let [this, data] = args.exactly::<2>("write_now")?;
            let data = bytes_like::required(i, &data)?;
            Ok(Value::Int(end_of(&this)?.write_now(i, &data)? as i64))
        })
        .sync("push", |i, args| {
            let [this, data] = args.exactly::<2>("push")?;
            let data = bytes_like::required(i, &data)?;
            end_of(&this)?.write_all_now(i, &data);
            Ok(Value::None)
        })
        .sync("serves", |i, args| {
            // number, purpose: the pipe is a part of that object of the program's.
            let [this, number, purpose] = args.exactly::<3>("serves")?;
            let object = ObjectId(ops::index(i, &number)? as u32);
            end_of(&this)?.pipe.serves.set(object, purpose_of(&purpose));
            Ok(Value::None)
        })
        .sync("is_ready", |_, args| Ok(Value::Bool(end_of(&args.values[0])?.is_ready())))
        .sync("watch", |i, args| {
            let [this, source] = args.exactly::<2>("watch")?;
            end_of(&this)?.watch(i, watcher(&source)?);
            Ok(Value::None)
        })
        .sync("duplicate", |i, args| {
            let end = end_of(&args.values[0])?.duplicate();
            Ok(end_value(i, end))
        })
        .sync("close", close)
        .sync("__del__", close)
        .getter("closed", |_, this| Ok(Value::Bool(!end_of(this)?.is_open())))
        .getter("others", |_, this| Ok(Value::Int(end_of(this)?.others().into())))
        .getter("writes", |_, this| Ok(Value::Bool(end_of(this)?.writes)))
        .finish()
}

fn close(i: &mut dyn Interp, args: Args) -> PyResult {
    end_of(&args.values[0])?.close(i);
    Ok(Value::None)
}
