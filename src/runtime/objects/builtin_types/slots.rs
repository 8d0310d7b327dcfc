//! The special methods of built-in classes: operators, `__len__`, `__getitem__` and so on, over the operations of `ops`.

use std::rc::Rc;

use crate::objects::args::{Args, not_between, not_exactly};
use crate::objects::class::Class;
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::function::{Binding, Builtin, BuiltinCode, Flow};
use crate::objects::interp::Interp;
use crate::objects::ops::{self, BinaryOp, CompareOp, UnaryOp, binary, compare, item, iterate, number, sequence, text};
use crate::objects::symbol::{Symbol, known};
use crate::objects::types::{Types, type_name, type_of};
use crate::objects::value::Value;

type PlainFn = fn(&mut dyn Interp, &[Value]) -> PyResult<Flow>;

/// What a special method does.
#[derive(Clone, Copy)]
enum Slot {
    Binary(BinaryOp),
    Reflected(BinaryOp),
    Inplace(BinaryOp),
    Compare(CompareOp),
    Unary(UnaryOp),
    /// With so many arguments besides the receiver.
    Plain(usize, PlainFn),
}

fn install_slot(class: &Rc<Class>, name: Symbol, slot: Slot) {
    let owner = class.clone();
    let code = BuiltinCode::Closure(Rc::new(move |i: &mut dyn Interp, args: Args| run(i, &owner, name, slot, args)));
    class.set(name, Builtin::of(name.text(), class.name(), Binding::Method, None, code));
}

fn run(i: &mut dyn Interp, owner: &Rc<Class>, name: Symbol, slot: Slot, args: Args) -> PyResult<Flow> {
    let values = &args.values[..];
    let this = &values[0];
    if args.names.is_some() {
        args.no_keywords(&format!("{}.{}", owner.name(), name.text()))?;
    }
    if !type_of(this).is_subclass_of(owner) {
        return Err(type_error(format!(
            "descriptor '{}' requires a '{}' object but received a '{}'",
            name.text(),
            owner.name(),
            type_name(this)
        )));
    }
    let expected = match slot {
        Slot::Plain(n, _) => n,
        Slot::Unary(_) => 0,
        // pow's modulus
        Slot::Binary(BinaryOp::Pow) if values.len() == 3 => 2,
        _ => 1,
    };
    if values.len() - 1 != expected {
        return Err(wrong_count(owner, name, slot, this, expected, values.len() - 1));
    }
    // A number leaves the operation to the wider one, or to what is no number.
    if matches!(slot, Slot::Binary(_) | Slot::Reflected(_) | Slot::Compare(_)) && is_wider(&values[1], this) {
        return Ok(Flow::Done(Value::NotImplemented));
    }
    let not_implemented = |flow: Option<Flow>| flow.unwrap_or(Flow::Done(Value::NotImplemented));
    // A sequence asks at once how often.
    if let Slot::Binary(BinaryOp::Mul) | Slot::Reflected(BinaryOp::Mul) | Slot::Inplace(BinaryOp::Mul) = slot
        && sequence::is_sequence(this.plain())
    {
        let times = ops::to_int(i, &values[1])?;
        return binary::exact(i, BinaryOp::Mul, matches!(slot, Slot::Inplace(_)), this, &times).map(not_implemented);
    }
    match slot {
        Slot::Binary(BinaryOp::Pow) if expected == 2 => ops::power_mod(i, this.plain(), &values[1], &values[2]),
        Slot::Binary(op) => {
            let flow = binary::exact(i, op, false, this, &values[1])?;
            if flow.is_none() && sequence::is_sequence(this.plain()) && op != BinaryOp::Mod {
                return Err(binary::unsupported(op, false, this.plain(), &values[1]));
            }
            Ok(not_implemented(flow))
        }
        Slot::Reflected(BinaryOp::Mod) if width(this).is_none() && !type_of(&values[1]).is_subclass_of(owner) => {
            Ok(Flow::Done(Value::NotImplemented))
        }
        Slot::Reflected(op) => binary::exact(i, op, false, &values[1], this).map(not_implemented),
        Slot::Inplace(op) => binary::exact(i, op, true, this, &values[1]).map(not_implemented),
        Slot::Compare(op) => {
            let answer = compare::exact(i, op, this.plain(), values[1].plain())?;
            Ok(Flow::Done(answer.map_or(Value::NotImplemented, Value::Bool)))
        }
        Slot::Unary(op) => match number::unary_number(op, this.plain()) {
            Some(value) => Ok(Flow::Done(value)),
            None => ops::unary(i, op, this.plain()),
        },
        Slot::Plain(_, f) => f(i, values),
    }
}

/// Whether a number leaves an operation to what stands on the other side.
fn is_wider(other: &Value, number: &Value) -> bool {
    width(number).is_some_and(|own| width(other).is_none_or(|other| other > own))
}

/// How wide a number is: int, float, complex. None: no number.
fn width(value: &Value) -> Option<usize> {
    match value.plain() {
        Value::Float(_) => Some(1),
        Value::Complex(_) => Some(2),
        _ => ops::int_ref(value).map(|_| 0),
    }
}

#[cold]
fn wrong_count(owner: &Class, name: Symbol, slot: Slot, this: &Value, expected: usize, given: usize) -> Exc {
    // The function that takes these slots' arguments apart is told no name for them, but puts a space behind it.
    let nameless = match slot {
        Slot::Binary(BinaryOp::Pow) | Slot::Plain(2, _) => true,
        Slot::Binary(BinaryOp::Mul) | Slot::Reflected(BinaryOp::Mul) | Slot::Inplace(BinaryOp::Mul) => {
            width(this).is_none()
        }
        _ => false,
    };
    match slot {
        Slot::Binary(BinaryOp::Pow) => not_between("", 1, 2, given),
        _ if nameless => not_between("", expected, expected, given),
        _ => not_exactly(&format!("{}.{}", owner.name(), name.text()), expected, given),
    }
}

/// `__divmod__` or `__rdivmod__`, by the places of the two numbers.
fn divmod(i: &mut dyn Interp, values: &[Value], dividend: usize, divisor: usize) -> PyResult<Flow> {
    match is_wider(&values[1], &values[0]) {
        true => done(Value::NotImplemented),
        false => super::int::divmod_exact(i, &values[dividend], &values[divisor]),
    }
}

fn binaries(class: &Rc<Class>, operators: &[BinaryOp], reflected: bool) {
    for &op in operators {
        install_slot(class, op.method(), Slot::Binary(op));
        if reflected {
            install_slot(class, op.reflected(), Slot::Reflected(op));
        }
    }
}

fn inplaces(class: &Rc<Class>, operators: &[BinaryOp]) {
    for &op in operators {
        install_slot(class, op.inplace(), Slot::Inplace(op));
    }
}

fn comparisons(class: &Rc<Class>, ordered: bool) {
    for &op in CompareOp::ALL {
        if ordered || matches!(op, CompareOp::Eq | CompareOp::Ne) {
            install_slot(class, op.method(), Slot::Compare(op));
        }
    }
}

fn unaries(class: &Rc<Class>, operators: &[UnaryOp]) {
    for &op in operators {
        install_slot(class, op.method(), Slot::Unary(op));
    }
}

pub(super) fn plain(class: &Rc<Class>, name: &str, arity: usize, f: PlainFn) {
    install_slot(class, Symbol::new(name), Slot::Plain(arity, f));
}

fn done(value: impl Into<Value>) -> PyResult<Flow> {
    Ok(Flow::Done(value.into()))
}

fn hashable(class: &Rc<Class>) {
    plain(class, "__hash__", 0, |i, v| {
        let plain = v[0].plain().clone();
        done(ops::hash(i, &plain)?)
    });
}

fn unhashable(class: &Rc<Class>) {
    class.set(known::HASH, Value::None);
}

/// `__len__`, `__getitem__`, `__iter__`, `__contains__`.
fn container(class: &Rc<Class>) {
    plain(class, "__len__", 0, |_, v| done(item::exact_len(v[0].plain()).unwrap_or(0)));
    plain(class, "__getitem__", 1, |i, v| match (&v[0], v[0].plain()) {
        // `__missing__` is asked by the subclass's own dict.
        (Value::Object(_), Value::Dict(d)) => match d.get(i, &v[1])? {
            Some(value) => done(value),
            None => match type_of(&v[0]).lookup(known::MISSING) {
                Some(missing) => ops::special::call_found(i, &missing, &v[0], Args::one(v[1].clone())),
                None => Err(crate::objects::exception::key_error(v[1].clone())),
            },
        },
        (_, plain) => ops::get_item(i, plain, &v[1]),
    });
    plain(class, "__iter__", 0, |_, v| match iterate::exact_iter(v[0].plain()) {
        Some(iterator) => done(iterator),
        None => Err(iterate::not_iterable(&v[0])),
    });
    plain(class, "__contains__", 1, |i, v| ops::contains(i, v[0].plain(), &v[1]));
}

fn assignable(class: &Rc<Class>) {
    plain(class, "__setitem__", 2, |i, v| ops::set_item(i, v[0].plain(), &v[1], v[2].clone()));
    plain(class, "__delitem__", 1, |i, v| ops::del_item(i, v[0].plain(), &v[1]));
}

fn reversible(class: &Rc<Class>) {
    plain(class, "__reversed__", 0, |i, v| super::iterator_types::reversed(i, v[0].plain()));
}

fn shown(class: &Rc<Class>) {
    plain(class, "__repr__", 0, |i, v| super::repr::repr(i, &v[0]).map(|s| Flow::Done(Value::Str(s))));
}

fn formatted(class: &Rc<Class>) {
    plain(class, "__format__", 1, |i, v| match v[1].as_str() {
        Some(spec) => text::exact_format(i, &v[0], spec),
        None => Err(type_error(format!(
            "__format__() argument must be str, not {}",
            crate::objects::types::argument_type(&v[1])
        ))),
    });
}

fn arguments_for_new(class: &Rc<Class>) {
    plain(class, "__getnewargs__", 0, |_, v| match v[0].plain() {
        Value::Complex(c) => done(Value::tuple([Value::Float(c.real), Value::Float(c.imag)])),
        plain => done(Value::tuple([plain.clone()])),
    });
}

fn truthful(class: &Rc<Class>) {
    plain(class, "__bool__", 0, |i, v| {
        let plain = v[0].plain().clone();
        done(ops::is_true(i, &plain)?)
    });
}

/// Gives the built-in classes their special methods.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    use BinaryOp::*;
    let arithmetic = [Add, Sub, Mul, TrueDiv, FloorDiv, Mod, Pow];
    binaries(&t.int, &arithmetic, true);
    binaries(&t.int, &[LShift, RShift, And, Or, Xor], true);
    binaries(&t.bool_, &[And, Or, Xor], true);
    binaries(&t.float, &arithmetic, true);
    binaries(&t.complex, &[Add, Sub, Mul, TrueDiv, Pow], true);
    for class in [&t.int, &t.float, &t.complex] {
        unaries(class, &[UnaryOp::Neg, UnaryOp::Pos]);
        truthful(class);
        arguments_for_new(class);
        formatted(class);
        hashable(class);
        shown(class);
    }
    unaries(&t.int, &[UnaryOp::Invert]);
    unaries(&t.bool_, &[UnaryOp::Invert]);
    shown(&t.bool_);
    for class in [&t.int, &t.float] {
        plain(class, "__divmod__", 1, |i, v| divmod(i, v, 0, 1));
        plain(class, "__rdivmod__", 1, |i, v| divmod(i, v, 1, 0));
        comparisons(class, true);
    }
    comparisons(&t.complex, false);
    for class in [&t.str, &t.bytes, &t.tuple, &t.list] {
        container(class);
        binaries(class, &[Add, Mul], false);
        install_slot(class, known::RMUL, Slot::Reflected(Mul));
        comparisons(class, true);
        shown(class);
    }
    for class in [&t.str, &t.bytes] {
        binaries(class, &[Mod], true);
        arguments_for_new(class);
        hashable(class);
    }
    plain(&t.str, "__str__", 0, |_, v| done(v[0].plain().clone()));
    plain(&t.bytes, "__str__", 0, |i, v| text::repr(i, v[0].plain()));
    formatted(&t.str);
    hashable(&t.tuple);
    arguments_for_new(&t.tuple);
    inplaces(&t.list, &[Add, Mul]);
    assignable(&t.list);
    reversible(&t.list);
    unhashable(&t.list);

    container(&t.dict);
    assignable(&t.dict);
    reversible(&t.dict);
    binaries(&t.dict, &[Or], true);
    inplaces(&t.dict, &[Or]);
    comparisons(&t.dict, false);
    shown(&t.dict);
    unhashable(&t.dict);

    for class in [&t.set, &t.frozenset] {
        plain(class, "__len__", 0, |_, v| done(item::exact_len(v[0].plain()).unwrap_or(0)));
        plain(class, "__iter__", 0, |_, v| done(iterate::exact_iter(v[0].plain()).unwrap_or_default()));
        plain(class, "__contains__", 1, |i, v| ops::contains(i, v[0].plain(), &v[1]));
        binaries(class, &[Or, And, Sub, Xor], true);
        comparisons(class, true);
        shown(class);
    }
    inplaces(&t.set, &[Or, And, Sub, Xor]);
    unhashable(&t.set);
    hashable(&t.frozenset);

    container(&t.range);
    reversible(&t.range);
    truthful(&t.range);
    comparisons(&t.range, false);
    comparisons(&t.slice, true);
    comparisons(&t.method, false);
    for class in [&t.range, &t.slice, &t.method] {
        shown(class);
        hashable(class);
    }
    binaries(&t.type_, &[Or], true);
    plain(&t.none_type, "__bool__", 0, |_, _| done(false));
    shown(&t.none_type);
    for class in [
        &t.function,
        &t.builtin_function,
        &t.method_descriptor,
        &t.wrapper_descriptor,
        &t.method_wrapper,
        &t.module,
        &t.generator,
        &t.coroutine,
        &t.cell,
    ] {
        shown(class);
    }
}
