//! `_dates`: ordinals of days, and the attributes of dates and times, for `datetime` (own Python text).

use std::rc::{Rc, Weak};

use super::calendar::{civil_from_days, days_from_civil};
use super::dates_quick::NAMES;
use super::shortcuts;
use crate::objects::args::Args;
use crate::objects::exception::{PyResult, attribute_error, type_error};
use crate::objects::function::{Builtin, SyncFn};
use crate::objects::module::Module;
use crate::objects::native_class::{GetFn, GetSet};
use crate::objects::object::Object;
use crate::objects::{Interp, Symbol, Value, ops, types};

/// The ordinal of 1970-01-01.
pub const EPOCH: i64 = 719_163;
pub const DAY: i64 = 86_400_000_000;
pub const LAST_DAY: i64 = 3_652_059;

pub fn small(value: &Value) -> Option<i64> {
    match value {
        Value::Int(n) => Some(*n),
        _ => None,
    }
}

/// `ordinal(year, month, day)`
fn ordinal(_: &mut dyn Interp, args: Args) -> PyResult {
    match args.exactly("ordinal")? {
        [Value::Int(year), Value::Int(month), Value::Int(day)] => {
            Ok(Value::Int(days_from_civil(year, month, day) + EPOCH))
        }
        _ => Err(type_error("an integer is required")),
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

/// `part(name, class, place)`: a part of a moment, which a program cannot set: what the text of datetime keeps under the
/// name with an underline.
fn part(_: &mut dyn Interp, args: Args) -> PyResult {
    let [name, class, place] = args.exactly("part")?;
    let place = small(&place).and_then(|place| PARTS.get(place as usize));
    let get = *place.ok_or_else(|| type_error("there is no such part"))?;
    let (name, owner) = (Symbol::new(&name.text_or_empty()), format!("datetime.{}", class.text_or_empty()).into());
    let part = GetSet { name, owner, get, set: None, on_stack: false, field: false, class: Weak::new() };
    Ok(Object::with_native(types().getset_descriptor.clone(), part))
}

fn get(i: &mut dyn Interp, moment: &Value, place: usize) -> PyResult {
    let known = shortcuts::known(i, shortcuts::DATES);
    let name = known.map_or_else(|| Symbol::new(NAMES[place]), |known| known.names[place]);
    let kept = moment.as_object().and_then(|moment| moment.own(name));
    kept.ok_or_else(|| attribute_error(NAMES[place][1..].to_string()))
}

const PARTS: [GetFn; 9] = [
    |i, moment| get(i, moment, 0),
    |i, moment| get(i, moment, 1),
    |i, moment| get(i, moment, 2),
    |i, moment| get(i, moment, 3),
    |i, moment| get(i, moment, 4),
    |i, moment| get(i, moment, 5),
    |i, moment| get(i, moment, 6),
    |i, moment| get(i, moment, 7),
    |i, moment| get(i, moment, 8),
];

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_dates");
    const FUNCTIONS: [(&str, SyncFn); 3] = [("ordinal", ordinal), ("of_ordinal", of_ordinal), ("part", part)];
    for (name, code) in FUNCTIONS {
        module.set(Symbol::new(name), Builtin::sync(name, "_dates", code));
    }
    Ok(module)
}
