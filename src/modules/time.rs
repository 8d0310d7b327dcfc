//! Module `time` over the virtual clock; the zone is UTC.

use std::rc::Rc;

use crate::machine::{SECOND, machine, to_ns};
use crate::objects::class::Class;
use crate::objects::cx::Block;
use crate::objects::exception::{PyResult, overflow_error, type_error, value_error};
use crate::objects::function::{Builtin, FlowFn, SyncFn};
use crate::objects::module::Module;
use crate::objects::native_class::NativeClass;
use crate::objects::object::{Object, Payload};
use crate::objects::{Args, Flow, Interp, Symbol, Value, known, ops, type_name};
use crate::trace::Purpose;

use super::calendar::{DAYS, MONTHS, Moment};

/// The class of `struct_time`, of one interpreter.
struct StructTime(Rc<Class>);

const FIELDS: [&str; 9] =
    ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"];

const SYNCS: &[(&str, SyncFn)] = &[
    ("time", |i, args| wall(i, args, "time").map(seconds)),
    ("time_ns", |i, args| wall(i, args, "time_ns").map(whole)),
    ("monotonic", |i, args| steady(i, args, "monotonic").map(seconds)),
    ("monotonic_ns", |i, args| steady(i, args, "monotonic_ns").map(whole)),
    ("perf_counter", |i, args| steady(i, args, "perf_counter").map(seconds)),
    ("perf_counter_ns", |i, args| steady(i, args, "perf_counter_ns").map(whole)),
    ("process_time", |_, args| args.exactly::<0>("time.process_time").map(|_| Value::Float(0.0))),
    ("process_time_ns", |_, args| args.exactly::<0>("time.process_time_ns").map(|_| Value::Int(0))),
    ("thread_time", |_, args| args.exactly::<0>("time.thread_time").map(|_| Value::Float(0.0))),
    ("thread_time_ns", |_, args| args.exactly::<0>("time.thread_time_ns").map(|_| Value::Int(0))),
    ("localtime", |i, args| moment_of_seconds(i, args, "localtime")),
    ("gmtime", |i, args| moment_of_seconds(i, args, "gmtime")),
    ("mktime", |i, args| {
        let [given] = args.exactly::<1>("mktime")?;
        let moment = moment_of_tuple(i, &given, "mktime")?;
        Ok(Value::Float(moment.seconds() as f64))
    }),
    ("ctime", |i, args| {
        let [given] = args.between::<1>("ctime", 0)?;
        let moment = seconds_argument(i, &given)?;
        Ok(asctime(&moment).into())
    }),
    ("asctime", |i, args| {
        let [given] = args.between::<1>("asctime", 0)?;
        let moment = if given.is_unset() { now(i) } else { moment_of_tuple(i, &given, "asctime")? };
        Ok(asctime(&moment).into())
    }),
    ("strftime", |i, args| {
        let [format, given] = args.between::<2>("strftime", 1)?;
        let Some(format) = format.as_str().map(|s| s.text().into_owned()) else {
            return Err(type_error(format!("strftime() argument 1 must be str, not {}", type_name(&format))));
        };
        let moment = if given.is_unset() { now(i) } else { moment_of_tuple(i, &given, "strftime")? };
        Ok(moment.format(&format).into())
    }),
];

const FLOWS: &[(&str, FlowFn)] = &[("sleep", sleep)];

fn wall(i: &mut dyn Interp, args: Args, name: &str) -> PyResult<u64> {
    args.exactly::<0>(name)?;
    let now = machine(i).read_wall(i.log());
    settle(i);
    Ok(now)
}

fn steady(i: &mut dyn Interp, args: Args, name: &str) -> PyResult<u64> {
    args.exactly::<0>(name)?;
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
    let delay = match given.plain() {
        Value::Int(_) | Value::Float(_) | Value::Bool(_) => ops::to_float(i, &given)?,
        Value::BigInt(_) => return Err(overflow_error("timestamp too large to convert to C PyTime_t")),
        _ => match ops::to_int(i, &given) {
            Ok(number) => ops::to_float(i, &number)?,
            Err(_) => {
                let name = type_name(&given);
                return Err(type_error(format!("'{name}' object cannot be interpreted as an integer")));
            }
        },
    };
    if delay.is_nan() {
        return Err(value_error("Invalid value NaN (not a number)"));
    }
    if delay < 0.0 {
        return Err(value_error("sleep length must be non-negative"));
    }
    if delay > 9_223_372_036.0 {
        return Err(overflow_error("timestamp too large to convert to C PyTime_t"));
    }
    let label = crate::asyncio::labels::short(i, &given);
    let deadline = machine(i).now() + to_ns(delay);
    let cx = i.cx();
    Ok(Flow::frame(async move {
        loop {
            cx.block(Block::new(Some(deadline), Purpose::Sleep, label.as_str())).await?;
            if cx.enter(|i| machine(i).now()) >= deadline {
                return Ok(Value::None);
            }
        }
    }))
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
                other => {
                    let name = type_name(other);
                    return Err(type_error(format!("'{name}' object cannot be interpreted as an integer")));
                }
            };
            Ok(Moment::of_seconds(number.floor() as i64))
        }
    }
}

fn moment_of_seconds(i: &mut dyn Interp, args: Args, name: &str) -> PyResult {
    let [given] = args.between::<1>(name, 0)?;
    let moment = seconds_argument(i, &given)?;
    struct_time(i, &moment)
}

/// A `struct_time` or a tuple of nine as a moment.
fn moment_of_tuple(i: &mut dyn Interp, given: &Value, function: &str) -> PyResult<Moment> {
    let Value::Tuple(tuple) = given.plain() else {
        return Err(type_error("Tuple or struct_time argument required"));
    };
    if tuple.items.len() != 9 {
        return Err(type_error(format!("{function}(): illegal time tuple argument")));
    }
    let mut fields = [0i64; 9];
    for (field, item) in fields.iter_mut().zip(tuple.items.iter()) {
        *field = ops::index(i, item)?;
    }
    Ok(Moment::of_fields(&fields))
}

fn struct_time(i: &mut dyn Interp, moment: &Moment) -> PyResult {
    let class = i.states().get_or(|| StructTime(struct_time_class())).0.clone();
    let items: Vec<Value> = moment.fields().iter().map(|n| Value::Int(*n)).collect();
    Ok(Value::Object(Object::new(class, Payload::Builtin(Value::tuple(items)))))
}

fn field(this: &Value, at: usize) -> Value {
    match this.plain() {
        Value::Tuple(t) => t.items.get(at).cloned().unwrap_or(Value::None),
        _ => Value::None,
    }
}

fn struct_time_class() -> Rc<Class> {
    let make = |i: &mut dyn Interp, class: &Rc<Class>, args: &Args| {
        let [given] = args.clone().exactly::<1>("struct_time")?;
        let items = ops::to_vec(i, &given)?;
        if items.len() < 9 {
            let text = format!("time.struct_time() takes an at least 9-sequence ({}-sequence given)", items.len());
            return Err(type_error(text));
        }
        let tuple = Value::tuple(items.into_iter().take(9).collect::<Vec<_>>());
        Ok(Value::Object(Object::new(class.clone(), Payload::Builtin(tuple))))
    };
    NativeClass::new("struct_time", "time", &[&crate::objects::types().tuple], make)
        .getter("tm_year", |_, this| Ok(field(this, 0)))
        .getter("tm_mon", |_, this| Ok(field(this, 1)))
        .getter("tm_mday", |_, this| Ok(field(this, 2)))
        .getter("tm_hour", |_, this| Ok(field(this, 3)))
        .getter("tm_min", |_, this| Ok(field(this, 4)))
        .getter("tm_sec", |_, this| Ok(field(this, 5)))
        .getter("tm_wday", |_, this| Ok(field(this, 6)))
        .getter("tm_yday", |_, this| Ok(field(this, 7)))
        .getter("tm_isdst", |_, this| Ok(field(this, 8)))
        .getter("tm_zone", |_, _| Ok("UTC".into()))
        .getter("tm_gmtoff", |_, _| Ok(Value::Int(0)))
        .sync("__init__", |_, _| Ok(Value::None))
        .sync("__repr__", |i, args| {
            let mut parts = Vec::new();
            for (at, name) in FIELDS.iter().enumerate() {
                let shown = ops::repr_text(i, &field(&args.values[0], at))?;
                parts.push(format!("{name}={}", shown.text()));
            }
            Ok(format!("time.struct_time({})", parts.join(", ")).into())
        })
        .finish()
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
    module.set(Symbol::new("daylight"), Value::Int(0));
    module.set(Symbol::new("tzname"), Value::tuple(vec!["UTC".into(), "UTC".into()]));
    module.set(known::GETATTR, super::more("time", "_clocks"));
    module.set(known::DOC, "This module provides various functions to manipulate time values.".into());
    Ok(module)
}
