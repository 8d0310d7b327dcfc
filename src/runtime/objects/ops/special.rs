//! Special methods: found on the class, bound to the instance, asked in turn until one answers.

use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::attribute;
use crate::objects::class::Class;
use crate::objects::exception::PyResult;
use crate::objects::function::{Binding, Flow, Method};
use crate::objects::instantiate;
use crate::objects::interp::Interp;
use crate::objects::native_function::of_receiver;
use crate::objects::symbol::{Symbol, known};
use crate::objects::types::{type_of, types};
use crate::objects::value::Value;

/// Whether operators must look at the value's class: instances, classes of a metaclass, modules of a subclass.
#[inline(always)]
pub(in crate::objects) fn has_methods(value: &Value) -> bool {
    match value {
        Value::Object(_) => true,
        Value::Type(class) => class.has_metaclass(),
        Value::Module(module) => !module.is_plain(),
        _ => false,
    }
}

/// Whether instances are sequences by their `__getitem__` (`PySequence_Check`): a union's is a mapping's alone.
pub fn has_items(class: &Rc<Class>) -> bool {
    class.lookup(known::GETITEM).is_some() && !Rc::ptr_eq(class, &types().union_type)
}

/// What `found`, an attribute of `receiver`'s class, gives when it is got through `receiver`; a `__get__` of the
/// program's runs nested.
pub fn bind_method(i: &mut dyn Interp, found: &Value, receiver: &Value) -> PyResult<Value> {
    match found {
        Value::Function(_) => Ok(Method::new(found.clone(), receiver.clone())),
        _ => {
            let flow = attribute::bind(i, found, receiver, &type_of(receiver))?;
            i.finish(flow)
        }
    }
}

/// The special method `name` of `value`'s class, bound; `None` if it has none.
pub fn special(i: &mut dyn Interp, value: &Value, name: Symbol) -> PyResult<Option<Value>> {
    match type_of(value).lookup(name) {
        Some(found) => bind_method(i, &found, value).map(Some),
        None => Ok(None),
    }
}

/// Calls a function at once if it is native, or has a shortcut that knows the arguments.
pub fn call_now(i: &mut dyn Interp, callable: &Value, mut args: Args) -> PyResult<Flow> {
    match callable {
        Value::Function(function) if args.names.is_none() => Ok(match function.answer(i, &mut args.values) {
            Some(answer) => answer.into(),
            None => Flow::of_call(i, callable, args),
        }),
        Value::Builtin(b) if b.binding != Binding::ClassMethod => b.invoke(i, args),
        Value::Method(method) if args.names.is_none() => match &method.function {
            // `d.get`
            Value::Builtin(b) if b.binds() => {
                args.insert_first(method.receiver.clone());
                b.invoke(i, args).map_err(|exc| of_receiver(exc, b, &type_of(&method.receiver)))
            }
            function @ Value::Function(_) => {
                args.insert_first(method.receiver.clone());
                call_now(i, function, args)
            }
            _ => Ok(Flow::call(callable.clone(), args)),
        },
        Value::Type(class) if !class.has_metaclass() => instantiate::call_class(i, class, args),
        // An `itemgetter`, a `partial`.
        Value::Object(o) => match o.with_class(|class| class.lookup(crate::objects::known::CALL)) {
            Some(Value::Builtin(b)) if args.names.is_none() && b.binds() => {
                args.insert_first(callable.clone());
                match b.answer(i, &mut args.values) {
                    Some(answer) => Ok(answer.into()),
                    None => b.invoke(i, args),
                }
            }
            Some(method @ Value::Builtin(_)) => call_found(i, &method, callable, args),
            _ => Ok(Flow::call(callable.clone(), args)),
        },
        _ => Ok(Flow::call(callable.clone(), args)),
    }
}

/// Calls `found`, an attribute of `receiver`'s class: a function without making a bound method.
pub(in crate::objects) fn call_found(
    i: &mut dyn Interp,
    found: &Value,
    receiver: &Value,
    mut args: Args,
) -> PyResult<Flow> {
    match found {
        Value::Function(function) => {
            if args.names.is_none()
                && let Some(frame) = i.frame_of_call(function, Some(receiver), &mut args.values)
            {
                return Ok(Flow::Enter(frame));
            }
            args.insert_first(receiver.clone());
            if args.names.is_none()
                && let Some(answer) = function.answer(i, &mut args.values)
            {
                return Ok(Flow::Done(answer));
            }
            Ok(Flow::of_call(i, found, args))
        }
        Value::Builtin(b) if b.binds() => {
            args.insert_first(receiver.clone());
            b.invoke(i, args)
        }
        _ => {
            let method = bind_method(i, found, receiver)?;
            Ok(Flow::call(method, args))
        }
    }
}

/// Whether a method is that of a built-in class: what it does, [`super::binary::exact`] and its like do.
pub(in crate::objects) fn is_wrapper(method: &Value) -> bool {
    matches!(
        method,
        Value::Builtin(b) if matches!(
            &*b.owner,
            "object" | "int" | "bool" | "float" | "complex" | "str" | "bytes" | "tuple" | "list" | "dict" | "set" | "frozenset"
        )
    )
}

/// Whether a method found on a class is the one that `object` gives to all.
pub(in crate::objects) fn is_default(method: &Value) -> bool {
    matches!(method, Value::Builtin(b) if &*b.owner == "object")
}

/// The special method as a class of the program (or a native one) defines it; `None` where `object`'s or none is.
pub(in crate::objects) fn own(class: &Class, name: Symbol) -> Option<Value> {
    class.lookup(name).filter(|m| !is_default(m))
}

/// A method that may know the operation.
pub(super) struct Candidate {
    pub method: Value,
    pub receiver: Value,
    pub argument: Value,
}

/// The first answer that is not NotImplemented; `otherwise` if there is none.
pub(super) fn ask(
    i: &mut dyn Interp,
    candidates: Vec<Candidate>,
    otherwise: impl FnOnce(&mut dyn Interp) -> PyResult<Flow> + 'static,
) -> PyResult<Flow> {
    let mut rest = candidates.into_iter();
    for candidate in rest.by_ref() {
        let flow = call_found(i, &candidate.method, &candidate.receiver, Args::one(candidate.argument))?;
        match flow {
            Flow::Done(Value::NotImplemented) => {}
            Flow::Done(value) => return Ok(Flow::Done(value)),
            flow => {
                return flow.then(i, move |i, answer| match answer {
                    Value::NotImplemented => ask(i, rest.collect(), otherwise),
                    answer => Ok(answer.into()),
                });
            }
        }
    }
    otherwise(i)
}
