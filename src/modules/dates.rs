//! `_dates`: what of datetime's arithmetic is done often, for `datetime` (own Python text). What is out of range or no
//! plain int is left to the text, which words the errors.

use std::rc::Rc;

use super::calendar::{civil_from_days, days_from_civil};
use crate::objects::args::Args;
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, attribute_error, type_error};
use crate::objects::function::{Builtin, SyncFn};
use crate::objects::module::Module;
use crate::objects::native_class::{GetFn, GetSet};
use crate::objects::object::{Object, Payload};
use crate::objects::{Interp, Symbol, Value, ops, types};

/// The ordinal of 1970-01-01.
pub const EPOCH: i64 = 719_163;
pub const DAY: i64 = 86_400_000_000;
pub const LAST_DAY: i64 = 3_652_059;

/// The names under which a moment keeps its parts.
pub struct Names(pub [Symbol; 9], Symbol);

pub fn names(i: &mut dyn Interp) -> &Names {
    i.states().get_or(|| {
        let parts = ["_year", "_month", "_day", "_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold"];
        Names(parts.map(Symbol::new), Symbol::new("_us"))
    })
}

pub fn small(value: &Value) -> Option<i64> {
    match value {
        Value::Int(n) => Some(*n),
        _ => None,
    }
}

/// Ints for `N` arguments; None if one of them is something else.
fn ints<const N: usize>(args: &[Value]) -> Option<[i64; N]> {
    let mut all = [0; N];
    for (place, value) in all.iter_mut().zip(args) {
        *place = small(value)?;
    }
    Some(all)
}

/// `ordinal(year, month, day)`
fn ordinal(_: &mut dyn Interp, args: Args) -> PyResult {
    match ints::<3>(&args.values) {
        Some([year, month, day]) => Ok(Value::Int(days_from_civil(year, month, day) + EPOCH)),
        None => Err(type_error("an integer is required")),
    }
}

/// `of_ordinal(n)`: year, month, day.
fn of_ordinal(i: &mut dyn Interp, args: Args) -> PyResult {
    let [n] = args.exactly("of_ordinal")?;
    let (year, month, day) = civil_from_days(ops::index(i, &n)?.saturating_sub(EPOCH));
    Ok(Value::tuple([year.into(), month.into(), day.into()]))
}

/// Whether these are a date, and a time of day, that there are.
pub fn exist(parts: &[i64]) -> bool {
    let [year, month, day, rest @ ..] = parts else { return false };
    if !(1..=9999).contains(year) || !(1..=12).contains(month) || *day < 1 {
        return false;
    }
    let (next_year, next) = if *month == 12 { (year + 1, 1) } else { (*year, month + 1) };
    if *day > 28 && *day > days_from_civil(next_year, next, 1) - days_from_civil(*year, *month, 1) {
        return false;
    }
    rest.iter().zip([24, 60, 60, 1_000_000]).all(|(part, bound)| (0..bound).contains(part))
}

/// `fill(moment, year, month, day[, hour, minute, second, microsecond, tzinfo, fold])`: sets the parts; False: these are
/// not to be had so.
fn fill(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let Some(Value::Object(moment)) = args.take_first() else { return Ok(Value::Bool(false)) };
    let values = &args.values;
    let numbers = match values.len() {
        3 => ints::<3>(values).map(|all| all.to_vec()),
        9 if values[7].is_none() && matches!(values[8], Value::Int(0 | 1)) => ints::<7>(values).map(|all| all.to_vec()),
        _ => None,
    };
    if !numbers.is_some_and(|numbers| exist(&numbers)) {
        return Ok(Value::Bool(false));
    }
    let names = names(i);
    for (name, value) in names.0.iter().zip(values) {
        moment.set_own(*name, value.clone());
    }
    Ok(Value::Bool(true))
}

/// `moment(class, microseconds, tzinfo)`: that of so many microseconds since the day before the first one; None: it is
/// out of range.
fn moment(i: &mut dyn Interp, args: Args) -> PyResult {
    let [class, us, zone] = args.exactly("moment")?;
    let (Value::Type(class), Value::Int(us)) = (class, us) else { return Ok(Value::None) };
    let (days, us) = (us.div_euclid(DAY), us.rem_euclid(DAY));
    if !(1..=LAST_DAY).contains(&days) {
        return Ok(Value::None);
    }
    let (year, month, day) = civil_from_days(days - EPOCH);
    let (seconds, us) = (us / 1_000_000, us % 1_000_000);
    let made = Object::new(class, Payload::None);
    let parts = [year, month, day, seconds / 3600, seconds / 60 % 60, seconds % 60, us].map(Value::Int);
    for (name, value) in names(i).0.iter().zip(parts.into_iter().chain([zone, Value::Int(0)])) {
        made.set_own(*name, value);
    }
    Ok(Value::Object(made))
}

/// `microseconds(moment)`: as `moment` takes them.
fn microseconds(i: &mut dyn Interp, args: Args) -> PyResult {
    let [moment] = args.exactly("microseconds")?;
    let names = names(i).0;
    let mut parts = [0; 7];
    if let Value::Object(moment) = &moment {
        let attrs = moment.attrs.borrow();
        for (part, name) in parts.iter_mut().zip(names) {
            *part = attrs.get(name).and_then(small).unwrap_or(0);
        }
    }
    let [year, month, day, hour, minute, second, us] = parts;
    let days = days_from_civil(year, month, day) + EPOCH;
    Ok(Value::Int((((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000_000 + us))
}

/// `delta(class, microseconds)`: a timedelta; None: it is out of range.
fn delta(i: &mut dyn Interp, args: Args) -> PyResult {
    let [class, us] = args.exactly("delta")?;
    let (Value::Type(class), Value::Int(us)) = (class, us) else { return Ok(Value::None) };
    Ok(made_delta(i, class, us))
}

fn made_delta(i: &mut dyn Interp, class: Rc<Class>, us: i64) -> Value {
    let made = Object::new(class, Payload::None);
    made.set_own(names(i).1, Value::Int(us));
    Value::Object(made)
}

/// `delta_of(class, days, seconds, microseconds, milliseconds, minutes, hours, weeks)`, of ints that are not too large;
/// else None.
fn delta_of(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let Some(Value::Type(class)) = args.take_first() else { return Ok(Value::None) };
    let Some(parts) = ints::<7>(&args.values) else { return Ok(Value::None) };
    let units = [DAY, 1_000_000, 1, 1000, 60_000_000, 3_600_000_000, 7 * DAY];
    let sum: i128 = parts.iter().zip(units).map(|(part, unit)| i128::from(*part) * i128::from(unit)).sum();
    match i64::try_from(sum) {
        Ok(us) => Ok(made_delta(i, class, us)),
        Err(_) => Ok(Value::None),
    }
}

/// `part(name, class, place)`: a part of a moment, which a program cannot set: what the text of datetime keeps under the name
/// with an underline.
fn part(_: &mut dyn Interp, args: Args) -> PyResult {
    let [name, class, place] = args.exactly("part")?;
    let place = small(&place).and_then(|place| PARTS.get(place as usize));
    let get = *place.ok_or_else(|| type_error("there is no such part"))?;
    let (name, owner) = (Symbol::new(&name.text_or_empty()), format!("datetime.{}", class.text_or_empty()).into());
    let part = GetSet { name, owner, get, set: None, on_stack: false };
    Ok(Object::with_native(types().getset_descriptor.clone(), part))
}

fn get<const PLACE: usize>(i: &mut dyn Interp, moment: &Value) -> PyResult {
    let name = names(i).0[PLACE];
    let kept = moment.as_object().and_then(|moment| moment.own(name));
    kept.ok_or_else(|| attribute_error(name.text()[1..].to_string()))
}

const PARTS: [GetFn; 9] = [get::<0>, get::<1>, get::<2>, get::<3>, get::<4>, get::<5>, get::<6>, get::<7>, get::<8>];

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_dates");
    const FUNCTIONS: [(&str, SyncFn); 9] = [
        ("ordinal", ordinal),
        ("of_ordinal", of_ordinal),
        ("fill", fill),
        ("moment", moment),
        ("microseconds", microseconds),
        ("delta", delta),
        ("delta_of", delta_of),
        ("part", part),
        ("install", super::dates_quick::set_up),
    ];
    for (name, code) in FUNCTIONS {
        module.set(Symbol::new(name), Builtin::sync(name, "_dates", code));
    }
    Ok(module)
}
