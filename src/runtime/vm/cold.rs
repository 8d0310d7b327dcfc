//! The instructions outside the loop's hot paths: dispatch, containers, formatting, calls with keywords, iteration.

use std::rc::Rc;

use super::core::Vm;
use super::registers::{peek, read, write};
use super::settle::{Settled, settle, truth};
use super::{
    attributes, awaiting, call, class_body, delegation, generators, handlers, imports, matching, names, slow, unpack,
    unwind,
};
use crate::bytecode::{Instr, Op, flag, format_conversion, reg};
use crate::objects::code::CodeObject;
use crate::objects::containers::{Dict, Set, Slice};
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::frame::{After, AnyFrame, Frame};
use crate::objects::generator::{GeneratorKind, NativeCoroutine};
use crate::objects::lookup::{self, Filling, Table, Use};
use crate::objects::ops::{self, UnaryOp};
use crate::objects::str::PyStr;
use crate::objects::string::Str;
use crate::objects::{Flow, Value, attribute, known, types, warnings};

/// How the loop goes on after an instruction.
pub enum Cold {
    Next,
    /// The next instruction is skipped.
    Skip,
    /// `frame.after` says what to do with its value.
    Flow(Flow),
    /// `Send`: delegates to this iterator.
    Delegate(Value),
    /// As what awaits it stands next: the coroutine is begun, `frame.after` says what to do with what it comes to.
    Await(NativeCoroutine),
    Yield(Value),
    /// A function's frame, whose value `frame.after` says what to do with.
    Enter(Box<Frame>),
    /// Raises an exception again whose traceback is complete.
    Reraise(Exc),
}

/// Where execution goes on after an instruction that is not done yet. `cost` is not accounted for; what is left of it
/// comes back.
#[inline(never)]
pub fn settle_outcome(vm: &mut Vm, frame: Box<Frame>, outcome: PyResult<Cold>, cost: i64) -> (Settled, i64) {
    match outcome {
        Ok(Cold::Delegate(iterator)) => {
            vm.spend(cost);
            (delegation::delegate(vm, frame, iterator), 0)
        }
        Ok(Cold::Await(coroutine)) => {
            vm.spend(cost);
            (awaiting::give_way(vm, frame, Some(coroutine)), 0)
        }
        Ok(Cold::Yield(value)) => {
            generators::yield_value(vm, frame, value);
            vm.spend(cost);
            (generators::go_on(vm), 0)
        }
        Ok(Cold::Flow(Flow::Enter(called))) if !vm.at_limit() => {
            vm.stack.push(AnyFrame::Python(frame));
            (Settled::Go(called), cost)
        }
        Ok(Cold::Flow(flow)) => (settle(vm, frame, Ok(flow)), cost),
        Ok(Cold::Enter(called)) => {
            vm.stack.push(AnyFrame::Python(frame));
            (Settled::Go(called), cost)
        }
        Ok(Cold::Reraise(exc)) => (unwind::raise_again(vm, frame, exc), cost),
        Ok(Cold::Next | Cold::Skip) => (Settled::Go(frame), cost),
        Err(exc) => (settle(vm, frame, Err(exc)), cost),
    }
}

/// Stores what an operation came to, now or when it is known.
pub fn store(frame: &mut Frame, slot: u16, flow: Flow) -> Cold {
    match flow {
        Flow::Done(value) => {
            write(frame, slot, value);
            Cold::Next
        }
        flow => {
            frame.after = After::Store(slot);
            Cold::Flow(flow)
        }
    }
}

fn discard(frame: &mut Frame, flow: Flow) -> Cold {
    match flow {
        Flow::Done(_) => Cold::Next,
        flow => {
            frame.after = After::Discard;
            Cold::Flow(flow)
        }
    }
}

/// The values of `count` slots from `first` on, moved out.
pub fn take_slots(frame: &mut Frame, first: u16, count: u16) -> Vec<Value> {
    let first = (first & reg::SLOT) as usize;
    frame.slots[first..first + count as usize].iter_mut().map(Value::take).collect()
}

/// Runs one instruction; `frame.pc` is past it.
pub fn execute(vm: &mut Vm, frame: &mut Frame, code: &CodeObject, i: Instr) -> PyResult<Cold> {
    frame.after = After::Discard;
    let flow = match i.op {
        Op::Pow | Op::MatMul => return slow::binary(vm, frame, i),
        Op::Neg => unary(vm, frame, i, UnaryOp::Neg)?,
        Op::Pos => unary(vm, frame, i, UnaryOp::Pos)?,
        Op::Invert => unary(vm, frame, i, UnaryOp::Invert)?,
        Op::Not => {
            frame.after = After::StoreTruth { slot: i.a, negate: true };
            let value = read(frame, i.b);
            match truth(vm, value)? {
                Ok(holds) => Value::Bool(!holds).into(),
                Err(flow) => return Ok(Cold::Flow(flow)),
            }
        }
        Op::Is | Op::IsNot => Value::Bool(is(frame, i) == (i.op == Op::Is)).into(),
        Op::TestIs | Op::TestIsNot => return Ok(skip_if(is(frame, i) == (i.op == Op::TestIs))),
        Op::In | Op::NotIn => {
            let negate = i.op == Op::NotIn;
            match contains(vm, frame, i)? {
                Flow::Done(Value::Bool(holds)) => Value::Bool(holds != negate).into(),
                flow => {
                    frame.after = After::StoreTruth { slot: i.a, negate };
                    return Ok(Cold::Flow(flow));
                }
            }
        }
        Op::TestIn | Op::TestNotIn => {
            let when = i.op == Op::TestIn;
            match contains(vm, frame, i)? {
                Flow::Done(Value::Bool(holds)) => return Ok(skip_if(holds == when)),
                flow => {
                    frame.after = After::Test { when };
                    return Ok(Cold::Flow(flow));
                }
            }
        }

        Op::BuildTuple => Value::tuple(take_slots(frame, i.b, i.c)).into(),
        Op::BuildList => Value::list(take_slots(frame, i.b, i.c)).into(),
        Op::BuildSet => {
            let items = take_slots(frame, i.b, i.c);
            if items.iter().any(lookup::asks_member) {
                return fill(vm, frame, i, Table::Set(Set::new(false)), items);
            }
            Value::Set(Set::of(vm, false, items)?).into()
        }
        Op::BuildDict => {
            let items = take_slots(frame, i.b, i.c * 2);
            let dict = Dict::new();
            if items.iter().step_by(2).any(|key| lookup::asks(&dict, key)) {
                return fill(vm, frame, i, Table::Dict(dict), items);
            }
            let mut items = items.into_iter();
            while let (Some(key), Some(value)) = (items.next(), items.next()) {
                dict.set(vm, key, value)?;
            }
            Value::Dict(dict).into()
        }
        Op::BuildString => build_string(take_slots(frame, i.b, i.c)).into(),
        Op::BuildSlice => {
            let mut parts = take_slots(frame, i.b, 3).into_iter();
            let mut next = || parts.next().unwrap_or_default();
            let slice = Slice { header: Default::default(), start: next(), stop: next(), step: next() };
            Value::Slice(Rc::new(slice)).into()
        }
        Op::SetAdd => {
            let item = read(frame, i.b);
            if let Value::Set(set) = peek(frame, i.a)
                && !set.add_plain(&item)
            {
                let set = set.clone();
                if lookup::asks_member(&item) {
                    let flow = lookup::begin(vm, Table::Set(set), &item, Use::Add)?;
                    return Ok(discard(frame, flow));
                }
                set.add(vm, item)?;
            }
            return Ok(Cold::Next);
        }
        Op::DictSet => {
            let (key, value) = (read(frame, i.b), read(frame, i.c));
            if let Value::Dict(dict) = peek(frame, i.a)
                && let Err((key, value)) = dict.set_simple(key, value)
            {
                let dict = dict.clone();
                if lookup::asks(&dict, &key) {
                    let flow = lookup::begin(vm, Table::Dict(dict), &key, Use::Put(value))?;
                    return Ok(discard(frame, flow));
                }
                dict.set(vm, key, value)?;
            }
            return Ok(Cold::Next);
        }
        Op::StarArgs => return unpack::star_arguments(vm, frame, i),
        Op::ListExtend => return unpack::list_extend(vm, frame, i),
        Op::SetUpdate => return unpack::set_update(vm, frame, i),
        Op::DictUpdate => return unpack::dict_update(vm, frame, i),
        Op::DictMerge => return unpack::dict_merge(vm, frame, i),
        Op::ListToTuple => match read(frame, i.b) {
            Value::List(list) => Value::tuple(list.items.take()).into(),
            other => other.into(),
        },
        Op::FormatValue => format_value(vm, frame, i)?,
        Op::UnpackSequence => {
            let value = read(frame, i.b);
            return unpack::unpack(vm, frame, value, i.a, i.c);
        }
        Op::UnpackEx => {
            let value = read(frame, i.b);
            return unpack::unpack_starred(vm, frame, value, i.a, i.c);
        }

        Op::LoadAttr | Op::AddAttr => match attributes::cached_property(vm, frame, code, i) {
            Some(known) => return Ok(known),
            None => attributes::load_attr(vm, frame, code, i)?,
        },
        Op::StoreAttr => {
            let flow = attributes::store_attr(vm, frame, code, i)?;
            return Ok(discard(frame, flow));
        }
        Op::LoadMethod => return attributes::load_method(vm, frame, code, i),
        Op::LoadGlobal => names::load_global(vm, frame, &code.sites[i.b as usize])?.into(),
        Op::DeleteAttr => {
            let object = read(frame, i.a);
            let flow = attribute::del_attr(vm, &object, code.sites[i.c as usize].name)?;
            return Ok(discard(frame, flow));
        }
        Op::DeleteSubscr => {
            let (object, key) = (read(frame, i.a), read(frame, i.b));
            let flow = ops::del_item(vm, &object, &key)?;
            return Ok(discard(frame, flow));
        }

        Op::CallKw => {
            let names = code.keyword_names(code.instrs[frame.pc].operand());
            frame.pc += 1;
            frame.after = After::Store(i.a);
            return call::call_keywords(vm, frame, i, names);
        }
        Op::CallEx => {
            frame.after = After::Store(i.a);
            return call::call_unpacked(vm, frame, i);
        }
        Op::MakeFunction => class_body::make_function(frame, code, i).into(),
        Op::LoadBuildClass => class_body::build_class_function(vm, frame)?.into(),

        Op::GetIter => {
            let value = read(frame, i.b);
            ops::iter(vm, &value)?
        }
        Op::GetYieldFromIter => {
            let value = read(frame, i.b);
            match &value {
                Value::Generator(g) if g.kind == GeneratorKind::Generator => value.into(),
                Value::Generator(g) if g.is_coroutine() => {
                    let flags = crate::bytecode::CodeFlags::COROUTINE | crate::bytecode::CodeFlags::ITERABLE_COROUTINE;
                    if !code.has(flags) {
                        return Err(type_error("cannot 'yield from' a coroutine object in a non-coroutine generator"));
                    }
                    value.into()
                }
                _ => ops::iter(vm, &value)?,
            }
        }
        _ => return rest(vm, frame, code, i),
    };
    Ok(store(frame, i.a, flow))
}

/// Names, handlers, imports and patterns.
fn rest(vm: &mut Vm, frame: &mut Frame, code: &CodeObject, i: Instr) -> PyResult<Cold> {
    match i.op {
        Op::CheckLocal
        | Op::CheckNamed
        | Op::DeleteLocal
        | Op::StoreGlobal
        | Op::DeleteGlobal
        | Op::LoadName
        | Op::StoreName
        | Op::DeleteName
        | Op::MakeCell
        | Op::LoadDeref
        | Op::StoreDeref
        | Op::DeleteDeref
        | Op::LoadClassDeref => names::execute(vm, frame, code, i),
        Op::EndAsyncFor
        | Op::PushExcInfo
        | Op::PopExcept
        | Op::CheckExcMatch
        | Op::CheckEgMatch
        | Op::PrepReraiseStar
        | Op::Raise
        | Op::Reraise
        | Op::WithExceptStart
        | Op::LoadAssertionError => handlers::execute(vm, frame, i),
        Op::ImportName | Op::ImportFrom => imports::execute(vm, frame, code, i),
        Op::MatchSequence | Op::MatchMapping | Op::MatchKeys | Op::MatchClass | Op::GetLen | Op::CopyWithoutKeys => {
            let flow = matching::execute(vm, frame, i)?;
            Ok(store(frame, i.a, flow))
        }
        Op::SetupAnnotations => names::setup_annotations(vm, frame).map(|()| Cold::Next),
        Op::Intrinsic => {
            let flow = class_body::intrinsic(vm, frame, i)?;
            Ok(store(frame, i.a, flow))
        }
        op => unreachable!("{} is run by the loop", op.info().name),
    }
}

fn unary(vm: &mut Vm, frame: &mut Frame, i: Instr, op: UnaryOp) -> PyResult<Flow> {
    let value = read(frame, i.b);
    if let (UnaryOp::Invert, Value::Bool(_)) = (op, &value) {
        warn_where_it_stands(vm, frame, warnings::INVERTED_BOOL)?;
    }
    ops::unary(vm, op, &value)
}

/// A DeprecationWarning of what a frame does.
#[cold]
#[inline(never)]
pub fn warn_where_it_stands(vm: &mut Vm, frame: &Frame, text: &str) -> PyResult<()> {
    let module = frame.globals.names.borrow().get(known::NAME).cloned().unwrap_or("<unknown>".into());
    let module = module.as_str().map(|name| name.text().into_owned()).unwrap_or_default();
    let line = super::interp::standing_at(&frame.code, frame.pc);
    let place = (&*frame.code.filename, line, &*module);
    warnings::warn_at(vm, &types().deprecation_warning, text, Value::None, place)
}

fn is(frame: &mut Frame, i: Instr) -> bool {
    let a = read(frame, i.b);
    let b = read(frame, i.c);
    a.is(&b)
}

/// Enters items, some of whose hashes are the program's to tell, into what is stored when that is done.
#[inline(never)]
fn fill(vm: &mut Vm, frame: &mut Frame, i: Instr, table: Table, items: Vec<Value>) -> PyResult<Cold> {
    let made = match &table {
        Table::Dict(dict) => Value::Dict(dict.clone()),
        Table::Set(set) => Value::Set(set.clone()),
    };
    let flow = Filling::begin(vm, table, items, move || made)?;
    Ok(store(frame, i.a, flow))
}

fn skip_if(holds: bool) -> Cold {
    if holds { Cold::Skip } else { Cold::Next }
}

fn contains(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Flow> {
    let item = read(frame, i.b);
    let container = read(frame, i.c);
    ops::contains(vm, &container, &item)
}

#[inline(never)]
fn build_string(parts: Vec<Value>) -> Value {
    let mut text = PyStr::new();
    for part in &parts {
        if let Value::Str(s) = part.plain() {
            text.push_py(&s.data);
        }
    }
    Value::from(text)
}

#[inline(never)]
fn format_value(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Flow> {
    let value = read(frame, i.b);
    let spec = if i.c & reg::SLOT == reg::NONE { None } else { read(frame, i.c).some() };
    let converted = match i.flags >> flag::SHIFT {
        format_conversion::STR => Some(ops::str_of(vm, &value)?),
        format_conversion::REPR => Some(ops::repr(vm, &value)?),
        format_conversion::ASCII => Some(ops::ascii(vm, &value)?),
        _ => None,
    };
    let spec: Option<Rc<Str>> = spec.and_then(|s| s.as_str().cloned()).filter(|s| !s.data.is_empty());
    match (converted, spec) {
        (None, None) => match &value {
            Value::Str(_) => Ok(Flow::Done(value)),
            _ => ops::format(vm, &value, &empty()),
        },
        (None, Some(spec)) => ops::format(vm, &value, &spec),
        (Some(flow), None) => Ok(flow),
        (Some(Flow::Done(text)), Some(spec)) => ops::format(vm, &text, &spec),
        (Some(flow), Some(spec)) => {
            let cx = vm.cx();
            Ok(Flow::frame(async move {
                let text = cx.finish(Ok(flow)).await?;
                cx.run(|i| ops::format(i, &text, &spec)).await
            }))
        }
    }
}

fn empty() -> Rc<Str> {
    match known::EMPTY.value() {
        Value::Str(s) => s,
        _ => unreachable!("a symbol's value is a str"),
    }
}
