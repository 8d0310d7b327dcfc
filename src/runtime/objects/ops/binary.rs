//! Binary and unary operators: exact built-ins at once, instances by their methods.

use std::rc::Rc;

use super::special::{Candidate, ask, has_methods, is_wrapper};
use super::{BinaryOp, Truth, UnaryOp, number, sequence, sequence_part, special, truth};
use crate::bytecode::CodeFlags;
use crate::objects::args::Args;
use crate::objects::class::{Class, class_flag};
use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::symbol::known;
use crate::objects::types::{type_name, type_of};
use crate::objects::value::Value;
use crate::trace::sorted::sort_by_key;

/// `a op b`, or `a op= b`.
pub fn binary(i: &mut dyn Interp, op: BinaryOp, inplace: bool, a: &Value, b: &Value) -> PyResult<Flow> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => {
            let small = match op {
                BinaryOp::Add => x.checked_add(*y),
                BinaryOp::Sub => x.checked_sub(*y),
                BinaryOp::Mul => x.checked_mul(*y),
                BinaryOp::And => Some(x & y),
                BinaryOp::Or => Some(x | y),
                BinaryOp::Xor => Some(x ^ y),
                BinaryOp::Mod if *y > 0 => Some(x.rem_euclid(*y)),
                BinaryOp::FloorDiv if *y > 0 => Some(x.div_euclid(*y)),
                _ => None,
            };
            if let Some(n) = small {
                return Ok(Flow::Done(Value::Int(n)));
            }
        }
        (Value::Float(x), Value::Float(y)) => {
            if let Some(value) = number::floats(op, *x, *y)? {
                return Ok(Flow::Done(value));
            }
        }
        _ => {}
    }
    if !has_methods(a) && !has_methods(b) {
        return match exact(i, op, inplace, a, b)? {
            Some(flow) => Ok(flow),
            None => Err(unsupported(op, inplace, a, b)),
        };
    }
    by_methods(i, op, inplace, a, b, false)
}

/// The Python function that `a op b` asks first with (a, b), if it is as simple as that.
pub fn first_function(op: BinaryOp, inplace: bool, a: &Value, b: &Value) -> Option<Value> {
    let left = asked_first(a, b)?;
    let in_place = if inplace { left.lookup(op.inplace()).map(|found| (op.inplace(), found)) } else { None };
    let (name, found) = in_place.or_else(|| left.lookup(op.method()).map(|found| (op.method(), found)))?;
    // Only a text of the library concatenates as a sequence does.
    let is_simple = match &found {
        Value::Function(f) => !f.code.has(CodeFlags::HIDDEN) || !sequence_part::concatenates(&left, name),
        _ => false,
    };
    is_simple.then_some(found)
}

/// `a op b` after its [`first_function`] has given NotImplemented.
pub fn binary_otherwise(i: &mut dyn Interp, op: BinaryOp, inplace: bool, a: &Value, b: &Value) -> PyResult<Flow> {
    by_methods(i, op, inplace, a, b, true)
}

/// The class of an instance whose operators come before those of `b`'s class.
pub(super) fn asked_first(a: &Value, b: &Value) -> Option<Rc<Class>> {
    let left = a.as_object()?.class();
    match b {
        Value::Object(b) if !b.with_class(|right| Rc::ptr_eq(right, &left) || !right.is_subclass_of(&left)) => None,
        Value::Type(_) => None,
        _ => Some(left),
    }
}

/// The operation of exact built-ins (of what instances carry); `None` if they do not know it.
pub(in crate::objects) fn exact(
    i: &mut dyn Interp,
    op: BinaryOp,
    inplace: bool,
    a: &Value,
    b: &Value,
) -> PyResult<Option<Flow>> {
    let (x, y) = (a.plain(), b.plain());
    if let Some(value) = number::arithmetic(i, op, x, y)? {
        return Ok(Some(Flow::Done(value)));
    }
    sequence::operation(i, op, inplace, (a, b), x, y)
}

/// The protocol of `binary_op1` and `binary_iop1` (Objects/abstract.c): in place, then left, then right; the right
/// operand first if its class derives from the left one's and provides another method.
/// `asked`: the first has been asked already and does not know.
fn by_methods(i: &mut dyn Interp, op: BinaryOp, inplace: bool, a: &Value, b: &Value, asked: bool) -> PyResult<Flow> {
    let (left, right) = (type_of(a), type_of(b));
    let mut candidates: Vec<Candidate> = Vec::with_capacity(3);
    let same_class = std::rc::Rc::ptr_eq(&left, &right);
    let forward = left.lookup(op.method()).map(|method| Candidate { method, receiver: a.clone(), argument: b.clone() });
    let backward = if same_class { None } else { right.lookup(op.reflected()) };
    let backward = backward.map(|method| Candidate { method, receiver: b.clone(), argument: a.clone() });
    let mut sequence = None;
    // Concatenation and repetition of sequences are no number's methods: they come last. Formatting is one.
    let comes_last = |candidate: &Candidate| {
        op != BinaryOp::Mod && is_wrapper(&candidate.method) && sequence::is_sequence(candidate.receiver.plain())
    };
    if inplace && let Some(method) = left.lookup(op.inplace()) {
        let in_place = Candidate { method, receiver: a.clone(), argument: b.clone() };
        // A list's `+=` as well: the right operand's `__radd__` comes before it, unless the class is derived from list
        // ([`sequence_part::is_concatenation`]).
        if comes_last(&in_place) && !(op == BinaryOp::Add && left.flag(class_flag::HEAP)) {
            sequence = Some(());
        } else {
            candidates.push(in_place);
        }
    }
    match (forward, backward) {
        (Some(forward), Some(backward)) => {
            let overrides = right.is_subclass_of(&left)
                && left.lookup(op.reflected()).is_none_or(|inherited| !inherited.is(&backward.method));
            let (first, second) = if overrides { (backward, forward) } else { (forward, backward) };
            for candidate in [first, second] {
                if comes_last(&candidate) {
                    sequence = Some(());
                } else {
                    candidates.push(candidate);
                }
            }
        }
        (Some(only), None) | (None, Some(only)) => {
            if comes_last(&only) {
                sequence = Some(());
            } else {
                candidates.push(only);
            }
        }
        (None, None) => {}
    }
    if asked {
        candidates.remove(0);
    }
    // So are those of a deque, though they are asked themselves.
    match op {
        BinaryOp::Add if candidates.len() > 1 => {
            sort_by_key(&mut candidates, |candidate| sequence_part::is_concatenation(candidate, op, a));
        }
        BinaryOp::Mul => {
            let times =
                |value: &Value| number::int_ref(value).is_some() || type_of(value).lookup(known::INDEX).is_some();
            let comes_last = |candidate: &Candidate| sequence_part::is_concatenation(candidate, op, a);
            let stays = inplace && sequence_part::has_sequence_part(a);
            candidates.retain(|candidate| {
                times(&candidate.argument) && (!stays || candidate.receiver.is(a)) || !comes_last(candidate)
            });
            sort_by_key(&mut candidates, comes_last);
        }
        _ => {}
    }
    let (x, y) = (a.clone(), b.clone());
    ask(i, candidates, move |i| match sequence.map_or(Ok(None), |()| exact(i, op, inplace, &x, &y))? {
        Some(flow) => Ok(flow),
        None => Err(unsupported(op, inplace, &x, &y)),
    })
}

/// TypeError: neither operand knows the operation.
#[cold]
pub(in crate::objects) fn unsupported(op: BinaryOp, inplace: bool, a: &Value, b: &Value) -> Exc {
    let (x, y) = (type_name(a), type_name(b));
    // A class with an `__add__` of its own has lost the slot by which sequences are concatenated.
    let own = has_methods(a) && matches!(type_of(a).lookup(known::ADD), Some(Value::Function(_)));
    if op == BinaryOp::Add && !own {
        match a.plain() {
            Value::Str(_) => return type_error(format!("can only concatenate str (not \"{y}\") to str")),
            Value::List(_) => return type_error(format!("can only concatenate list (not \"{y}\") to list")),
            Value::Tuple(_) => return type_error(format!("can only concatenate tuple (not \"{y}\") to tuple")),
            Value::Bytes(_) => return type_error(format!("can't concat {y} to {x}")),
            _ if type_of(a).is_subclass_of(&crate::objects::types().bytearray) => {
                return type_error(format!("can't concat {y} to {x}"));
            }
            _ => {}
        }
    }
    if op == BinaryOp::Mul {
        if sequence::is_sequence(a.plain()) || sequence_part::repeats(a) {
            return type_error(format!("can't multiply sequence by non-int of type '{y}'"));
        }
        if (sequence::is_sequence(b.plain()) || sequence_part::repeats(b))
            && !(inplace && sequence_part::has_sequence_part(a))
        {
            return type_error(format!("can't multiply sequence by non-int of type '{x}'"));
        }
    }
    let symbol = match (op, inplace) {
        (BinaryOp::Pow, false) => "** or pow()".to_string(),
        (_, false) => op.symbol().to_string(),
        (_, true) => format!("{}=", op.symbol()),
    };
    let mut text = format!("unsupported operand type(s) for {symbol}: '{x}' and '{y}'");
    if op == BinaryOp::RShift
        && !inplace
        && let Value::Builtin(f) = a
        && &*f.name == "print"
    {
        text += ". Did you mean \"print(<message>, file=<output_stream>)\"?";
    }
    type_error(text)
}

/// `pow(a, b, m)`
pub fn power_mod(i: &mut dyn Interp, a: &Value, b: &Value, m: &Value) -> PyResult<Flow> {
    if m.is_none() {
        return binary(i, BinaryOp::Pow, false, a, b);
    }
    let own = has_methods(a) && type_of(a).lookup(known::POW).is_some_and(|found| !is_wrapper(&found));
    if !own && let (Some(x), Some(y), Some(z)) = (number::int_ref(a), number::int_ref(b), number::int_ref(m)) {
        number::afford(i, crate::objects::int::cost::power_modulo(y, z))?;
        return Ok(Flow::Done(x.pow_mod(y, z)?.into()));
    }
    // Of the three, in order, the first that is no int says what is wrong (`ternary_op`).
    let number = |value: &Value| {
        matches!(value.plain(), Value::Float(_) | Value::Complex(_)) || number::int_ref(value).is_some()
    };
    for value in [a, b, m] {
        match value.plain() {
            Value::Float(_) => {
                return Err(type_error("pow() 3rd argument not allowed unless all arguments are integers"));
            }
            Value::Complex(_) if number(a) && number(b) => return Err(value_error("complex modulo")),
            _ => {}
        }
    }
    let text = format!(
        "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
        type_name(a),
        type_name(b),
        type_name(m)
    );
    match type_of(a).lookup(known::POW) {
        Some(method) if has_methods(a) => {
            let method = super::bind_method(i, &method, a)?;
            let args = Args::from([b.clone(), m.clone()]);
            let cx = i.cx();
            Ok(Flow::frame(async move {
                match cx.call(&method, args).await? {
                    Value::NotImplemented => Err(type_error(text)),
                    value => Ok(value),
                }
            }))
        }
        _ => Err(type_error(text)),
    }
}

pub fn unary(i: &mut dyn Interp, op: UnaryOp, value: &Value) -> PyResult<Flow> {
    match (op, value) {
        (UnaryOp::Neg, Value::Int(n)) if *n != i64::MIN => return Ok(Flow::Done(Value::Int(-n))),
        (UnaryOp::Neg, Value::Float(x)) => return Ok(Flow::Done(Value::Float(-x))),
        _ => {}
    }
    if has_methods(value) {
        if let Some(method) = special(i, value, op.method())? {
            return Ok(Flow::call(method, Args::none()));
        }
    } else if let Some(result) = number::unary_number(op, value) {
        return Ok(Flow::Done(result));
    }
    Err(type_error(format!("bad operand type for unary {}: '{}'", op.symbol(), type_name(value))))
}

/// `not value`
pub fn not_(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    match truth(i, value)? {
        Truth::Known(b) => Ok(Flow::Done(Value::Bool(!b))),
        Truth::Flow(flow) => {
            let by = value.clone();
            flow.then(i, move |i, result| super::judge_truth(i, &result, &by).map(|b| Value::Bool(!b).into()))
        }
    }
}
