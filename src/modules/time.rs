//! Module `time` over the virtual clock; the zone is UTC until `tzset()` is called.

use std::cell::RefCell;
use std::rc::Rc;

use crate::machine::{SECOND, machine, to_ns};
use crate::objects::class::Class;
use crate::objects::cx::Block;
use crate::objects::exception::{PyResult, overflow_error, type_error, value_error};
use crate::objects::exception_types::exception_of;
use crate::objects::function::{Builtin, FlowFn, SyncFn};
use crate::objects::module::Module;
use crate::objects::{Args, Flow, Interp, Symbol, Value, known, ops, type_name, types};
use crate::trace::Purpose;

use super::calendar::{DAYS, MONTHS, Moment, days_from_civil};
use super::local_zone::LocalZone;
use super::struct_sequence::{Fields, hidden, instance};
use super::zone_rules::{Rule, Time};

/// The class of `struct_time`, of one interpreter.
struct StructTime(Rc<Class>);

/// The zone of one interpreter.
#[derive(Default)]
struct Local(Rc<RefCell<LocalZone>>);

/// What a `struct_time` is made of; the last two are not shown.
const FIELDS: [&str; 11] = [
    "tm_year",
    "tm_mon",
    "tm_mday",
    "tm_hour",
    "tm_min",
    "tm_sec",
    "tm_wday",
    "tm_yday",
    "tm_isdst",
    "tm_zone",
    "tm_gmtoff",
];

const SYNCS: &[(&str, SyncFn)] = &[
    ("time", |i, args| wall(i, args, "time.time").map(seconds)),
    ("time_ns", |i, args| wall(i, args, "time.time_ns").map(whole)),
    ("monotonic", |i, args| steady(i, args, "time.monotonic").map(seconds)),
    ("monotonic_ns", |i, args| steady(i, args, "time.monotonic_ns").map(whole)),
    ("perf_counter", |i, args| steady(i, args, "time.perf_counter").map(seconds)),
    ("perf_counter_ns", |i, args| steady(i, args, "time.perf_counter_ns").map(whole)),
    ("process_time", |_, args| args.exactly::<0>("time.process_time").map(|_| Value::Float(0.0))),
    ("process_time_ns", |_, args| args.exactly::<0>("time.process_time_ns").map(|_| Value::Int(0))),
    ("thread_time", |_, args| args.exactly::<0>("time.thread_time").map(|_| Value::Float(0.0))),
    ("thread_time_ns", |_, args| args.exactly::<0>("time.thread_time_ns").map(|_| Value::Int(0))),
    ("localtime", |i, args| {
        let [given] = args.parsed::<1>("localtime", 0)?;
        let moment = seconds_argument(i, &given)?;
        let (moment, time) = local(i, moment)?;
        Ok(struct_time(i, &moment, &time))
    }),
    ("gmtime", |i, args| {
        let [given] = args.parsed::<1>("gmtime", 0)?;
        let moment = seconds_argument(i, &given)?;
        Ok(struct_time(i, &moment, &Time::standard("GMT", 0)))
    }),
    ("mktime", |i, args| {
        let [given] = args.exactly::<1>("time.mktime")?;
        let [year, month, day, hour, minute, second, _, _, summer] = time_tuple(i, &given, "mktime")?;
        // Fields beyond their ranges go on into the next ones, as C's mktime has it.
        let (year, month) = (year + (month - 1).div_euclid(12), (month - 1).rem_euclid(12) + 1);
        let days = days_from_civil(year, month, 1) + day - 1;
        let (zone, local) = (zone(i), days * 86_400 + hour * 3600 + minute * 60 + second);
        let seconds = zone.borrow_mut().moment_of(i, local, (summer >= 0).then_some(summer > 0))?;
        Ok(Value::Float(seconds as f64))
    }),
    ("ctime", |i, args| {
        let [given] = args.parsed::<1>("ctime", 0)?;
        let moment = seconds_argument(i, &given)?;
        Ok(asctime(&local(i, moment)?.0).into())
    }),
    ("asctime", |i, args| {
        let [given] = args.between::<1>("asctime", 0)?;
        let moment = if given.is_unset() { local_now(i)?.0 } else { moment_of_tuple(i, &given, "asctime")? };
        Ok(asctime(&moment).into())
    }),
    ("strftime", |i, args| {
        let [format, given] = args.parsed::<2>("strftime", 1)?;
        let Some(mut format) = format.as_str().map(|s| s.text().into_owned()) else {
            return Err(type_error(format!(
                "strftime() argument 1 must be str, not {}",
                crate::objects::types::argument_type(&format)
            )));
        };
        if format.contains('\0') {
            return Err(value_error("embedded null character"));
        }
        let (moment, time) = match given.is_unset() {
            true => local_now(i).map(|(moment, time)| (moment, Shown::of(&time)))?,
            false => (moment_of_tuple(i, &given, "strftime")?, Shown::of_tuple(i, &given)),
        };
        if ["%Z", "%z", "%s"].iter().any(|directive| format.contains(directive)) {
            format = with_zone(i, &format, &moment, &time)?;
        }
        Ok(moment.format(&format).into())
    }),
];

const FLOWS: &[(&str, FlowFn)] = &[("sleep", sleep)];

fn wall(i: &mut dyn Interp, args: Args, name: &str) -> PyResult<u64> {
    if !args.values.is_empty() {
        args.exactly::<0>(name)?;
    }
    let now = machine(i).read_wall(i.log());
    settle(i);
    Ok(now)
}

fn steady(i: &mut dyn Interp, args: Args, name: &str) -> PyResult<u64> {
    if !args.values.is_empty() {
        args.exactly::<0>(name)?;
    }
    let now = machine(i).read_monotonic(i.log());
    settle(i);
    Ok(now)
}

/// What reading the clock costs among several processes is charged at the next back-edge.
fn settle(i: &mut dyn Interp) {
    if machine(i).debt() > 0
        && let Some(vm) = i.as_any().downcast_mut::<crate::vm::Vm>()
        && vm.nested == 0
    {
        vm.alarm = 0;
    }
}

fn seconds(ns: u64) -> Value {
    Value::Float(ns as f64 / 1e9)
}

fn whole(ns: u64) -> Value {
    Value::Int(ns as i64)
}

/// `time.sleep(seconds)`: blocks the thread; 0 lets the other threads run first.
fn sleep(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [given] = args.exactly::<1>("time.sleep")?;
    let delay = super::thread_locks::seconds(i, &given)?;
    if delay < 0.0 {
        return Err(value_error("sleep length must be non-negative"));
    }
    let label = crate::asyncio::labels::short(i, &given);
    Ok(blocked_for(i, delay, Purpose::Sleep, label))
}

/// Blocks the thread for so many seconds, whatever wakes it meanwhile.
pub(super) fn blocked_for(i: &mut dyn Interp, seconds: f64, why: Purpose, label: String) -> Flow {
    let deadline = machine(i).now() + to_ns(seconds);
    let cx = i.cx();
    Flow::frame(async move {
        loop {
            cx.block(Block::new(Some(deadline), why, label.as_str())).await?;
            if cx.enter(|i| machine(i).now()) >= deadline {
                return Ok(Value::None);
            }
        }
    })
}

fn now(i: &mut dyn Interp) -> Moment {
    let ns = machine(i).read_wall(i.log());
    Moment::of_seconds((ns / SECOND) as i64)
}

fn seconds_argument(i: &mut dyn Interp, given: &Value) -> PyResult<Moment> {
    match given {
        Value::Unset | Value::None => Ok(now(i)),
        given => {
            let number = match given.plain() {
                Value::Int(_) | Value::Float(_) | Value::Bool(_) => ops::to_float(i, given)?,
                Value::BigInt(_) => return Err(overflow_error("timestamp out of range for platform time_t")),
                other => {
                    let name = type_name(other);
                    return Err(type_error(format!("'{name}' object cannot be interpreted as an integer")));
                }
            };
            if number.is_nan() {
                return Err(value_error("Invalid value NaN (not a number)"));
            }
            if number.abs() >= 9.2e18 {
                return Err(overflow_error("timestamp out of range for platform time_t"));
            }
            let moment = Moment::of_seconds(number.floor() as i64);
            if i32::try_from(moment.year - 1900).is_err() {
                let args = vec![Value::Int(75), "Value too large for defined data type".into()];
                let error = i.call(&Value::Type(types().os_error.clone()), Args::positional(args))?;
                return Err(exception_of(&error)?);
            }
            Ok(moment)
        }
    }
}

fn zone(i: &mut dyn Interp) -> Rc<RefCell<LocalZone>> {
    i.states().get::<Local>().0.clone()
}

/// Whether local time is that of Greenwich.
pub fn is_utc_here(i: &mut dyn Interp) -> bool {
    zone(i).borrow().is_utc()
}

/// A moment of Greenwich's in local time, and which time that is.
fn local(i: &mut dyn Interp, moment: Moment) -> PyResult<(Moment, Time)> {
    let zone = zone(i);
    let zone = zone.borrow();
    if zone.is_utc() {
        return Ok((moment, zone.named(false).clone()));
    }
    let time = zone.at(i, moment.seconds())?.clone();
    Ok((Moment::of_seconds(moment.seconds() + time.offset), time))
}

fn local_now(i: &mut dyn Interp) -> PyResult<(Moment, Time)> {
    let moment = now(i);
    local(i, moment)
}

fn struct_time(i: &mut dyn Interp, moment: &Moment, time: &Time) -> Value {
    let class = i.states().get_or(|| StructTime(struct_time_class())).0.clone();
    let mut fields = moment.fields();
    fields[8] = time.is_summer as i64;
    let items = fields.iter().map(|n| Value::Int(*n)).collect();
    let hidden = [("tm_zone", (&*time.name).into()), ("tm_gmtoff", Value::Int(time.offset))];
    instance(&class, items, hidden.map(|(name, value)| (Symbol::new(name), value)))
}

/// A `struct_time` or a tuple of nine, of C's ints.
fn time_tuple(i: &mut dyn Interp, given: &Value, function: &str) -> PyResult<[i64; 9]> {
    let Value::Tuple(tuple) = given.plain() else {
        return Err(type_error("Tuple or struct_time argument required"));
    };
    if tuple.items.len() != 9 {
        return Err(type_error(format!("{function}(): illegal time tuple argument")));
    }
    let mut fields = [0i64; 9];
    for (field, item) in fields.iter_mut().zip(tuple.items.iter()) {
        *field = match ops::to_int(i, item)? {
            Value::Int(n) if n > i32::MAX as i64 => {
                return Err(overflow_error("signed integer is greater than maximum"));
            }
            Value::Int(n) if n < i32::MIN as i64 => return Err(overflow_error("signed integer is less than minimum")),
            Value::Int(n) => n,
            _ => return Err(overflow_error("Python int too large to convert to C long")),
        };
    }
    // The machine counts years from 1900.
    if i32::try_from(fields[0] - 1900).is_err() {
        return Err(overflow_error("year out of range"));
    }
    Ok(fields)
}

/// A time tuple as a moment, where its fields are within their ranges; a month, a day and a day of the year of 0 are
/// the first one (`gettmarg`, `checktm`).
fn moment_of_tuple(i: &mut dyn Interp, given: &Value, function: &str) -> PyResult<Moment> {
    let mut fields = time_tuple(i, given, function)?;
    let names = ["month", "day of month", "hour", "minute", "seconds", "day of week", "day of year"];
    let highest = [12, 31, 23, 59, 61, i64::MAX, 366];
    for (at, (name, highest)) in names.into_iter().zip(highest).enumerate() {
        let lowest = if name == "day of week" { -1 } else { 0 };
        if !(lowest..=highest).contains(&fields[at + 1]) {
            return Err(value_error(format!("{name} out of range")));
        }
    }
    for first in [1, 2, 7] {
        fields[first] = fields[first].max(1);
    }
    Ok(Moment::of_fields(&fields))
}

/// What `strftime` shows of the zone that a moment is in.
struct Shown {
    name: String,
    offset: i64,
    /// None: it is not known.
    is_summer: Option<bool>,
}

impl Shown {
    fn of(time: &Time) -> Shown {
        Shown { name: time.name.to_string(), offset: time.offset, is_summer: Some(time.is_summer) }
    }

    /// The zone that a time tuple has; with none it is the machine's, unless the tuple does not know whether that is in
    /// summer (glibc's `strftime`).
    fn of_tuple(i: &mut dyn Interp, given: &Value) -> Shown {
        let is_summer = field(given, 8).as_int().filter(|summer| *summer >= 0).map(|summer| summer > 0);
        let name = match hidden(given, Symbol::new("tm_zone")) {
            Value::Str(zone) => zone.text().into_owned(),
            _ => is_summer.map_or(String::new(), |summer| zone(i).borrow().named(summer).name.to_string()),
        };
        Shown { name, offset: hidden(given, Symbol::new("tm_gmtoff")).as_int().unwrap_or(0), is_summer }
    }
}

/// A format in which what is said of the zone stands already.
fn with_zone(i: &mut dyn Interp, format: &str, moment: &Moment, shown: &Shown) -> PyResult<String> {
    let minutes = shown.offset / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let offset = format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60);
    let (mut out, mut rest) = (String::new(), format);
    while let Some(at) = rest.find('%') {
        let (before, marked) = rest.split_at(at);
        let end = marked.chars().take(2).map(char::len_utf8).sum();
        out.push_str(before);
        match &marked[..end] {
            "%Z" => out.push_str(&shown.name.replace('%', "%%")),
            "%z" if shown.is_summer.is_some() => out.push_str(&offset),
            "%z" => {}
            "%s" => {
                let zone = zone(i);
                let seconds = zone.borrow_mut().moment_of(i, moment.seconds(), shown.is_summer)?;
                out.push_str(&seconds.to_string());
            }
            other => out.push_str(other),
        }
        rest = &marked[end..];
    }
    Ok(out + rest)
}

fn field(this: &Value, at: usize) -> Value {
    match this.plain() {
        Value::Tuple(t) => t.items.get(at).cloned().unwrap_or(Value::None),
        _ => Value::None,
    }
}

fn struct_time_class() -> Rc<Class> {
    const DOC: &str = "A moment's parts, as gmtime(), localtime() and strptime() give them.";
    Fields::new("time.struct_time", &FIELDS, 9).class(DOC, true)
}

fn asctime(m: &Moment) -> String {
    format!(
        "{} {} {:2} {:02}:{:02}:{:02} {}",
        DAYS[m.weekday as usize],
        MONTHS[m.month as usize - 1],
        m.day,
        m.hour,
        m.minute,
        m.second,
        m.year
    )
}

const ZONE: &[(&str, SyncFn)] = &[
    // `set(rules, name)`: from now on local time is that of these rules, each with the year from which on it holds.
    ("set", |i, args| {
        let [rules, name] = args.exactly::<2>("set")?;
        let mut held = Vec::new();
        for one in ops::to_vec(i, &rules)? {
            let pair = ops::to_vec(i, &one)?;
            let [rule, since] = &pair[..] else { continue };
            held.push((since.as_int().unwrap_or(i64::MIN), Rule::new(&rule.text_or_empty())));
        }
        *zone(i).borrow_mut() = LocalZone::new(held, &name.text_or_empty());
        Ok(Value::None)
    }),
    // `phases(rule)`: the time that usually holds and the other one, each as name, offset and what of it is summer time.
    ("phases", |_, args| {
        let [rule] = args.exactly::<1>("phases")?;
        let rule = Rule::new(&rule.text_or_empty());
        let shown =
            |time: &Time| Value::tuple(vec![(&*time.name).into(), Value::Int(time.offset), Value::Int(time.saved)]);
        Ok(Value::tuple(vec![shown(&rule.usual), rule.other().map_or(Value::None, shown)]))
    }),
    // `changes(rule, year)`: when the other time begins and ends, in seconds of the local time before each.
    ("changes", |_, args| {
        let [rule, year] = args.exactly::<2>("changes")?;
        let found = Rule::new(&rule.text_or_empty()).changes(year.as_int().unwrap_or(0));
        let Some((begins, ends)) = found else { return Ok(Value::None) };
        Ok(Value::tuple(vec![Value::Int(begins), ends.map_or(Value::Float(f64::INFINITY), Value::Int)]))
    }),
    ("is_utc", |i, _| Ok(Value::Bool(is_utc_here(i)))),
    // `offset(seconds)`: how far east of Greenwich local time is then.
    ("offset", |i, args| {
        let [seconds] = args.exactly::<1>("offset")?;
        let zone = zone(i);
        let offset = zone.borrow().at(i, seconds.as_int().unwrap_or(0))?.offset;
        Ok(Value::Int(offset))
    }),
];

/// Module `_local_zone`: what `time.tzset` sets and dates are reckoned by.
pub fn zone_module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_local_zone");
    for (name, code) in ZONE {
        module.set(Symbol::new(name), Builtin::sync(name, "_local_zone", *code));
    }
    Ok(module)
}

/// Module `time`.
pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("time");
    for (name, code) in SYNCS {
        module.set(Symbol::new(name), Builtin::sync(name, "time", *code));
    }
    for (name, code) in FLOWS {
        module.set(Symbol::new(name), Builtin::function(name, "time", *code));
    }
    let class = i.states().get_or(|| StructTime(struct_time_class())).0.clone();
    module.set(Symbol::new("struct_time"), Value::Type(class));
    module.set(Symbol::new("timezone"), Value::Int(0));
    module.set(Symbol::new("altzone"), Value::Int(0));
    module.set(Symbol::new("_STRUCT_TM_ITEMS"), Value::Int(11));
    module.set(Symbol::new("daylight"), Value::Int(0));
    module.set(Symbol::new("tzname"), Value::tuple(vec!["UTC".into(), "UTC".into()]));
    module.set_hook(known::GETATTR, super::more("time", "_clocks"));
    module.set(known::DOC, "This module provides various functions to manipulate time values.".into());
    Ok(module)
}
