//! The methods and attributes of functions, bound methods, native functions and generators.

use std::rc::Rc;

use super::containers::Dict;
use super::descriptor::dict_of;
use super::descriptor_types::get_method;
use super::docstrings;
use super::exception::{PyResult, attribute_error, type_error, value_error};
use super::frame::AnyFrame;
use super::function::{Binding, Flow, Function, Method};
use super::generator::{Generator, GeneratorState};
use super::identity::id;
use super::interp::Interp;
use super::native_class::NativeClass;
use super::native_function::{builtin, builtin_repr, class_of, declared, module_of, qualname_of};
use super::ops;
use super::stack_entry::StackEntry;
use super::symbol::{Symbol, known};
use super::types::{Types, type_name, types};
use super::value::Value;
use super::warnings::warn;
use crate::bytecode::{CodeFlags, Op, reg};

/// Fills these classes.
#[inline(never)]
pub fn install(t: &'static Types) {
    install_function(t);
    install_method(t);
    let descriptors = [&t.method_descriptor, &t.wrapper_descriptor, &t.classmethod_descriptor];
    for class in [&t.builtin_function, &t.method_wrapper].into_iter().chain(descriptors) {
        NativeClass::extend(class)
            .sync("__repr__", |_, args| Ok(Value::from(builtin_repr(&args.values[0]))))
            .method("__call__", call)
            .getter("__name__", |_, v| Ok(Value::from(&*builtin(v)?.name)))
            .getter("__qualname__", |_, v| Ok(Value::from(qualname_of(v, builtin(v)?))))
            .getter("__module__", |_, v| Ok(module_of(builtin(v)?)))
            .getter("__doc__", |i, v| docstrings::of_function(i, v, builtin(v)?))
            .getter("__text_signature__", |i, v| docstrings::signature_of(i, v));
    }
    for class in descriptors {
        NativeClass::extend(class).method("__get__", get_method);
    }
    for class in descriptors.into_iter().chain([&t.method_wrapper]) {
        NativeClass::extend(class).getter("__objclass__", |_, v| Ok(class_of(builtin(v)?).map(Value::Type).into()));
    }
    for class in [&t.builtin_function, &t.method_wrapper] {
        NativeClass::extend(class).sync("__eq__", method_eq).sync("__hash__", method_hash).member(
            "__self__",
            |i, v| match v {
                Value::Method(m) => Ok(m.receiver.clone()),
                Value::Builtin(b) if &*b.name == "__new__" => Ok(class_of(b).map(Value::Type).into()),
                // A function of a module; those of a class have none.
                Value::Builtin(b) if b.binding == Binding::Function => Ok(match class_of(b) {
                    Some(_) => Value::None,
                    None => i.import(&b.owner).unwrap_or(Value::None),
                }),
                _ => Ok(Value::None),
            },
        );
    }
    for class in [&t.generator, &t.coroutine, &t.async_generator] {
        NativeClass::extend(class)
            .property(
                "__name__",
                |_, v| Ok(generator(v)?.naming.name()),
                |_, v, new| {
                    generator(v)?.naming.set_name(string(new, "__name__")?);
                    Ok(())
                },
            )
            .property(
                "__qualname__",
                |_, v| Ok(generator(v)?.naming.qualname()),
                |_, v, new| {
                    generator(v)?.naming.set_qualname(string(new, "__qualname__")?);
                    Ok(())
                },
            )
            .sync("__repr__", |_, args| {
                let (value, generator) = (&args.values[0], generator(&args.values[0])?);
                let qualname = generator.naming.qualname();
                let qualname = qualname.as_str().map_or_else(String::new, |s| s.text().into_owned());
                Ok(Value::from(format!("<{} object {qualname} at {:#x}>", type_name(value), id(value))))
            });
    }
    NativeClass::extend(&t.generator)
        .getter("gi_running", |_, v| Ok(Value::Bool(is_running(generator(v)?))))
        .getter("gi_suspended", |_, v| Ok(Value::Bool(is_suspended(generator(v)?))))
        .of_stack("gi_frame", |i, v| Ok(frame_of_generator(i, generator(v)?)), None)
        .getter("gi_code", |_, v| Ok(code_of(generator(v)?)))
        .getter("gi_yieldfrom", |i, v| {
            let found = awaited(i, generator(v)?);
            iterator_of(i, found)
        });
    NativeClass::extend(&t.coroutine)
        .getter("cr_running", |_, v| Ok(Value::Bool(is_running(generator(v)?))))
        .getter("cr_suspended", |_, v| Ok(Value::Bool(is_suspended(generator(v)?))))
        .of_stack("cr_frame", |i, v| Ok(frame_of_generator(i, generator(v)?)), None)
        .getter("cr_code", |i, v| {
            let generator = generator(v)?;
            if generator.code.is_some() {
                return Ok(code_of(generator));
            }
            // One of the library's: as far as its frame shows.
            Ok(i.frame_of(generator).map(|frame| Value::Code(frame.code.clone())).into())
        })
        .getter("cr_await", |i, v| {
            let found = awaited(i, generator(v)?);
            iterator_of(i, found)
        })
        .member("cr_origin", |_, v| Ok(origin(generator(v)?)));
    NativeClass::extend(&t.async_generator)
        .member("ag_running", |_, v| Ok(Value::Bool(generator(v)?.running_async.get())))
        .getter("ag_suspended", |_, v| Ok(Value::Bool(is_suspended(generator(v)?))))
        .of_stack("ag_frame", |i, v| Ok(frame_of_generator(i, generator(v)?)), None)
        .getter("ag_code", |_, v| Ok(code_of(generator(v)?)))
        .getter("ag_await", |i, v| {
            let found = awaited(i, generator(v)?);
            iterator_of(i, found)
        });
}

fn function(i: &mut dyn Interp, value: &Value) -> PyResult<Rc<Function>> {
    match value {
        Value::Function(f) => Ok(f.clone()),
        Value::Builtin(b) => declared(i, b),
        other => Err(type_error(format!("expected a function, not '{}'", type_name(other)))),
    }
}

fn string(new: Value, what: &str) -> PyResult {
    match new.as_str() {
        Some(_) => Ok(new),
        None => Err(type_error(format!("{what} must be set to a string object"))),
    }
}

fn call(_: &mut dyn Interp, mut args: super::Args) -> PyResult<Flow> {
    let this = args.take_receiver();
    Ok(Flow::call(this, args))
}

/// A member that has been set.
fn kept(i: &mut dyn Interp, value: &Value, name: Symbol, absent: Value) -> PyResult {
    Ok(function(i, value)?.members.borrow().get(name).cloned().unwrap_or(absent))
}

/// `__module__`: what the globals are called, unless it was set.
fn module(i: &mut dyn Interp, value: &Value) -> PyResult {
    if let Value::Builtin(b) = value {
        return Ok(module_of(b));
    }
    let f = function(i, value)?;
    let name = || f.globals.names.borrow().get(known::NAME).cloned();
    Ok(f.members.borrow().get(known::MODULE).cloned().or_else(name).into())
}

/// `__doc__`: the code's docstring, unless it was set.
fn doc(i: &mut dyn Interp, value: &Value) -> PyResult {
    if let Value::Builtin(b) = value {
        return docstrings::of_function(i, value, b);
    }
    let f = function(i, value)?;
    if let Some(known) = f.members.borrow().get(known::DOC) {
        return Ok(known.clone());
    }
    let Some(docstring) = f.code.code.doc.as_deref().map(Value::from) else { return Ok(Value::None) };
    // Whoever asks again gets the same text.
    f.members.borrow_mut().set(known::DOC, docstring.clone());
    Ok(docstring)
}

fn keep(i: &mut dyn Interp, value: &Value, name: Symbol, new: Value) -> PyResult<()> {
    let new = if new.is_unset() { Value::None } else { new };
    let old = function(i, value)?.members.borrow_mut().set(name, new);
    drop(old);
    Ok(())
}

/// `f.__code__ = code`: its names, docstring and annotations stay.
fn set_code(i: &mut dyn Interp, value: &Value, new: Value) -> PyResult<()> {
    let Value::Code(new) = new else { return Err(type_error("__code__ must be set to a code object")) };
    let f = function(i, value)?;
    let (free, own) = (new.code.free.len(), f.code.code.free.len());
    if free != own {
        let name = f.naming.name().text_or_empty();
        return Err(value_error(format!("{name}() requires a code object with {own} free vars, not {free}")));
    }
    if !Rc::ptr_eq(&new, &f.code) {
        let kind = CodeFlags::GENERATOR | CodeFlags::COROUTINE | CodeFlags::ASYNC_GENERATOR;
        if new.code.flags.0 & kind != f.code.code.flags.0 & kind {
            let odd = "Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)";
            warn(i, &types().deprecation_warning, odd, None)?;
        }
        doc(i, value)?;
        f.code.set(new);
    }
    Ok(())
}

fn install_function(t: &'static Types) {
    NativeClass::extend(&t.function)
        .sync("__repr__", |i, args| {
            let this = &args.values[0];
            if let Value::Builtin(_) = this {
                return Ok(Value::from(builtin_repr(this)));
            }
            let name = function(i, this)?.naming.qualname();
            let name = name.as_str().map_or_else(String::new, |s| s.text().into_owned());
            Ok(Value::from(format!("<function {name} at {:#x}>", id(this))))
        })
        .method("__get__", get_method)
        .method("__call__", call)
        .property(
            "__name__",
            |i, v| match v {
                Value::Builtin(b) => Ok(b.name.rsplit('.').next().map(Value::from).into()),
                _ => Ok(function(i, v)?.naming.name()),
            },
            |i, v, new| {
                function(i, v)?.naming.set_name(string(new, "__name__")?);
                Ok(())
            },
        )
        .property(
            "__qualname__",
            |i, v| match v {
                Value::Builtin(b) => Ok(Value::from(qualname_of(v, b))),
                _ => Ok(function(i, v)?.naming.qualname()),
            },
            |i, v, new| {
                function(i, v)?.naming.set_qualname(string(new, "__qualname__")?);
                Ok(())
            },
        )
        .of_stack("__code__", |i, v| Ok(Value::Code(function(i, v)?.code.clone())), Some(set_code))
        .member("__builtins__", |i, v| {
            let found = function(i, v)?.globals.names.borrow().get(known::BUILTINS).cloned();
            Ok(match found {
                Some(Value::Module(m)) => dict_of(&Value::Module(m)).into(),
                other => other.into(),
            })
        })
        .member("__globals__", |i, v| Ok(Value::Dict(Dict::view(function(i, v)?.globals.clone()))))
        .member("__closure__", |i, v| Ok(function(i, v)?.closure.clone().map(Value::Tuple).into()))
        .property(
            "__defaults__",
            |i, v| Ok(function(i, v)?.defaults.borrow().clone().map(Value::Tuple).into()),
            |i, v, new| {
                let new = match new {
                    Value::Unset | Value::None => None,
                    Value::Tuple(t) => Some(t),
                    _ => return Err(type_error("__defaults__ must be set to a tuple object")),
                };
                function(i, v)?.defaults.replace(new);
                Ok(())
            },
        )
        .property(
            "__kwdefaults__",
            |i, v| Ok(function(i, v)?.kwdefaults.borrow().clone().map(Value::Dict).into()),
            |i, v, new| {
                let new = match new {
                    Value::Unset | Value::None => None,
                    Value::Dict(d) => Some(d),
                    _ => return Err(type_error("__kwdefaults__ must be set to a dict object")),
                };
                function(i, v)?.kwdefaults.replace(new);
                Ok(())
            },
        )
        .property("__doc__", |i, v| doc(i, v), |i, v, new| keep(i, v, known::DOC, new))
        .property("__module__", |i, v| module(i, v), |i, v, new| keep(i, v, known::MODULE, new))
        .property(
            "__type_params__",
            |i, v| kept(i, v, known::TYPE_PARAMS, Value::tuple([])),
            |i, v, new| match new {
                Value::Tuple(_) => keep(i, v, known::TYPE_PARAMS, new),
                _ => Err(type_error("__type_params__ must be set to a tuple")),
            },
        )
        .property(
            "__annotations__",
            |i, v| {
                let found = kept(i, v, known::ANNOTATIONS, Value::Unset)?;
                if !matches!(found, Value::Unset | Value::None) {
                    return Ok(found);
                }
                let made = Value::Dict(Dict::new());
                keep(i, v, known::ANNOTATIONS, made.clone())?;
                Ok(made)
            },
            |i, v, new| match new {
                Value::Dict(_) | Value::None | Value::Unset => keep(i, v, known::ANNOTATIONS, new),
                _ => Err(type_error("__annotations__ must be set to a dict object")),
            },
        )
        .property(
            "__dict__",
            |_, v| Ok(dict_of(v).unwrap_or_else(|| Value::Dict(Dict::new()))),
            |i, v, new| super::instance_dict::set_dict(i, v, new),
        );
}

fn method(value: &Value) -> PyResult<&Rc<Method>> {
    match value {
        Value::Method(m) => Ok(m),
        other => Err(type_error(format!("expected a method, not '{}'", type_name(other)))),
    }
}

fn method_eq(_: &mut dyn Interp, args: super::Args) -> PyResult {
    Ok(match args.values.as_slice() {
        [Value::Method(a), Value::Method(b)] => Value::Bool(a.function.is(&b.function) && a.receiver.is(&b.receiver)),
        [a, b] if a.is(b) => Value::Bool(true),
        _ => Value::NotImplemented,
    })
}

fn method_hash(_: &mut dyn Interp, args: super::Args) -> PyResult {
    use super::hash::hash_pointer;
    Ok(Value::Int(match &args.values[0] {
        Value::Method(m) => hash_pointer(id(&m.receiver)) ^ hash_pointer(id(&m.function)),
        other => hash_pointer(id(other)),
    }))
}

fn install_method(t: &'static Types) {
    NativeClass::extend(&t.method)
        .member("__func__", |_, v| Ok(method(v)?.function.clone()))
        .member("__self__", |_, v| Ok(method(v)?.receiver.clone()))
        .getter("__doc__", |i, v| super::attribute::get_attr_now(i, &method(v)?.function, known::DOC))
        .sync("__dir__", |_, args| {
            use super::object_methods::{dir_of_instance, distinct, names_list};
            let this = method(&args.values[0])?;
            // Its `__dict__` is the function's.
            let mut names = match &this.function {
                Value::Function(function) => function.attrs.borrow().iter().map(|(name, _)| name).collect(),
                _ => Vec::new(),
            };
            names.extend(dir_of_instance(&args.values[0]));
            Ok(names_list(distinct(names)))
        })
        .method("__call__", call)
        .sync("__get__", |_, args| Ok(args.values.into_iter().next().unwrap_or_default()))
        .sync("__eq__", method_eq)
        .sync("__hash__", method_hash)
        .sync("__repr__", |i, args| {
            let method = method(&args.values[0])?;
            let name = super::function_names::shown_name(i, &method.function);
            let receiver = ops::repr_text(i, &method.receiver)?;
            Ok(Value::from(format!("<bound method {name} of {}>", receiver.text())))
        });
    t.method.make.set(|_, _, args| {
        let [function, receiver] = args.clone().between::<2>("method", 2)?;
        if !super::function::is_callable(&function) {
            return Err(type_error("first argument must be callable"));
        }
        if receiver.is_none() {
            return Err(type_error("instance must not be None"));
        }
        Ok(Method::new(function, receiver))
    });
}

fn generator(value: &Value) -> PyResult<&Rc<Generator>> {
    match value {
        Value::Generator(g) => Ok(g),
        other => Err(attribute_error(format!("expected a generator, not '{}'", type_name(other)))),
    }
}

fn code_of(generator: &Rc<Generator>) -> Value {
    generator.code.clone().map(Value::Code).into()
}

/// Whether the generator's frame is on a stack.
pub fn is_running(generator: &Rc<Generator>) -> bool {
    match &*generator.state.borrow() {
        GeneratorState::Running => true,
        GeneratorState::Chained(root) => root.upgrade().is_some_and(|r| is_running(&r)),
        _ => false,
    }
}

/// Whether it waits at a yield or await.
pub fn is_suspended(generator: &Rc<Generator>) -> bool {
    match &*generator.state.borrow() {
        GeneratorState::Chained(root) => root.upgrade().is_some_and(|r| is_suspended(&r)),
        state => state.chain().is_some(),
    }
}

/// Runs `f` on the generator's frame and those of what it awaits, and on the generator that holds them all, if it is not
/// running and not closed.
pub fn with_frames<R>(
    generator: &Rc<Generator>,
    f: impl FnOnce(&mut AnyFrame, &mut [AnyFrame], &Rc<Generator>) -> R,
) -> Option<R> {
    let is_its = |frame: &AnyFrame| frame.generator().is_some_and(|of| Rc::ptr_eq(of, generator));
    let mut holder = generator.clone();
    loop {
        let outer = match &mut *holder.state.borrow_mut() {
            GeneratorState::Created(frame) => return Some(f(frame, &mut [], &holder)),
            GeneratorState::Chained(outer) => outer.upgrade()?,
            state => {
                let chain = state.chain_mut()?;
                let at = if Rc::ptr_eq(&holder, generator) { 0 } else { chain.iter().position(is_its)? };
                let (own, awaited) = chain.get_mut(at..)?.split_first_mut()?;
                return Some(f(own, awaited, &holder));
            }
        };
        holder = outer;
    }
}

/// `cr_origin`: file, line and function of the frames that made a coroutine, the innermost first.
fn origin(generator: &Generator) -> Value {
    let entry = |e: &StackEntry| Value::tuple([(&*e.file).into(), Value::Int(e.line.into()), (&*e.function).into()]);
    match generator.given.get().and_then(|given| given.origin.clone()) {
        Some(frames) => Value::tuple(frames.iter().rev().map(entry).collect::<Vec<_>>()),
        None => Value::None,
    }
}

/// `gi_frame`, `cr_frame`: the frame as an object, None once it has ended.
fn frame_of_generator(i: &mut dyn Interp, generator: &Rc<Generator>) -> Value {
    if let Some(running) = i.frame_of(generator) {
        return super::frame_type::frame_value(&running);
    }
    let frame = with_frames(generator, |frame, _, _| match frame {
        AnyFrame::Python(frame) => Some(super::frame_type::of_suspended(frame)),
        AnyFrame::Native(_) => None,
    });
    let frame = frame.flatten();
    if let Some(frame) = &frame {
        frame.generator.replace(Rc::downgrade(generator));
    }
    frame.map(|f| super::frame_type::frame_value(&f)).into()
}

/// A coroutine of asyncio's that was not needed until now: one that is waited for, as far as can be seen.
fn made_up(name: &'static str) -> Value {
    Value::Generator(Generator::chained_native(name, Default::default()))
}

/// A future that is waited for without an iterator has one for who looks.
fn iterator_of(i: &mut dyn Interp, awaited: Value) -> PyResult {
    let Value::Object(_) = &awaited else { return Ok(awaited) };
    let class = super::types::type_of(&awaited);
    match class.lookup(known::AWAIT) {
        Some(method @ Value::Builtin(_)) if class.lookup(known::NEXT).is_none() => {
            i.call(&method, super::Args::one(awaited))
        }
        _ => Ok(awaited),
    }
}

/// `cr_await`, `gi_yieldfrom`: what the generator delegates to. A coroutine that was no object becomes one.
fn awaited(i: &dyn Interp, generator: &Rc<Generator>) -> Value {
    let found = with_frames(generator, |frame, awaited, holder| {
        if let Some(next) = awaited.first_mut() {
            next.ensure_coroutine(Rc::downgrade(holder));
            if let Some(inner) = next.generator() {
                return Value::Generator(inner.clone());
            }
        }
        let frame = match frame {
            AnyFrame::Python(frame) => frame,
            AnyFrame::Native(frame) => {
                let Some(future) = frame.waits_for.clone() else { return Value::None };
                return match i.awaits_within(frame.label, frame.owner.as_ref()) {
                    Some(inner) => Value::Generator(Generator::within(inner, frame.owner.clone(), future)),
                    None => Value::Object(future),
                };
            }
        };
        if let Some(name) = frame.after.awaits_unmade() {
            return made_up(name);
        }
        for pc in [frame.pc, frame.pc.wrapping_sub(1)] {
            if let Some(instr) = frame.code.instrs.get(pc)
                && instr.op == Op::Send
            {
                return frame.slots.get((instr.b & reg::SLOT) as usize).cloned().and_then(Value::some).into();
            }
        }
        Value::None
    });
    found.unwrap_or(Value::None)
}
