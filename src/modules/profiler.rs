//! `_profiler`: what cProfile counts. A collector is told what a profile function is told (`vm/profile_function.rs`), of
//! all threads, and adds up calls and times by what was called and by who called it (Modules/_lsprof.c).

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::machine::machine;
use crate::objects::exception::PyResult;
use crate::objects::frame_type::frame_of;
use crate::objects::function::{Builtin, FlowFn};
use crate::objects::module::Module;
use crate::objects::{Args, Flow, Interp, Symbol, Value, type_of};
use crate::trace::ThreadId;
use crate::vm::trace_function::COLLECTOR;
use crate::vm::vm_of;

/// Calls of one thing, wholly or from one caller.
#[derive(Default)]
struct Calls {
    count: i64,
    /// How many of them began while another one ran.
    recursive: i64,
    /// How many run.
    depth: i64,
    /// With what was called in turn, and without it; in the timer's units.
    total: f64,
    own: f64,
}

impl Calls {
    fn end(&mut self, total: f64, own: f64) {
        self.depth -= 1;
        match self.depth {
            0 => self.total += total,
            _ => self.recursive += 1,
        }
        self.own += own;
        self.count += 1;
    }

    fn values(&self, unit: f64) -> [Value; 4] {
        let time = |ticks: f64| Value::Float(ticks * unit);
        [Value::Int(self.count), Value::Int(self.recursive), time(self.total), time(self.own)]
    }
}

struct Entry {
    /// A code object, or the label of a native function.
    what: Value,
    calls: Calls,
    /// What it has called, by number.
    called: BTreeMap<usize, Calls>,
}

/// A call that runs.
struct Running {
    entry: usize,
    began: f64,
    /// What the calls in it have taken.
    inner: f64,
}

struct Collector {
    /// A timer of the program's, or None: the virtual clock.
    timer: Value,
    /// A unit of what the timer gives, in seconds.
    unit: f64,
    callers: bool,
    natives: bool,
    entries: Vec<Entry>,
    /// Their numbers by the address of their code.
    codes: BTreeMap<usize, usize>,
    /// The same by their labels.
    labels: BTreeMap<String, usize>,
    /// Of each thread the calls that run, the innermost last.
    running: BTreeMap<ThreadId, Vec<Running>>,
}

impl Collector {
    fn entry(&mut self, what: Value) -> usize {
        let next = self.entries.len();
        let number = match &what {
            Value::Code(code) => *self.codes.entry(Rc::as_ptr(code) as usize).or_insert(next),
            label => *self.labels.entry(label.text_or_empty().to_string()).or_insert(next),
        };
        if number == next {
            self.entries.push(Entry { what, calls: Calls::default(), called: BTreeMap::new() });
        }
        number
    }

    fn begin(&mut self, thread: ThreadId, what: Value, now: f64) {
        let entry = self.entry(what);
        self.entries[entry].calls.depth += 1;
        let running = self.running.entry(thread).or_default();
        if self.callers
            && let Some(caller) = running.last()
        {
            self.entries[caller.entry].called.entry(entry).or_default().depth += 1;
        }
        running.push(Running { entry, began: now, inner: 0.0 });
    }

    /// The innermost call of a thread ends, if there is one.
    fn end(&mut self, thread: ThreadId, now: f64) {
        let running = self.running.entry(thread).or_default();
        let Some(call) = running.pop() else { return };
        let total = now - call.began;
        let own = total - call.inner;
        self.entries[call.entry].calls.end(total, own);
        if let Some(caller) = running.last_mut() {
            caller.inner += total;
            if let Some(calls) = self.entries[caller.entry].called.get_mut(&call.entry) {
                calls.end(total, own);
            }
        }
    }

    /// For each entry what was called, how often and for how long, and the same of what it called itself.
    fn stats(&self) -> Value {
        let called = |entry: &Entry| {
            let one = |(number, calls): (&usize, &Calls)| {
                Value::tuple(
                    [self.entries[*number].what.clone()].into_iter().chain(calls.values(self.unit)).collect::<Vec<_>>(),
                )
            };
            Value::list(entry.called.iter().map(one).collect())
        };
        let one = |entry: &Entry| {
            let [count, recursive, total, own] = entry.calls.values(self.unit);
            Value::tuple([entry.what.clone(), count, recursive, total, own, called(entry)])
        };
        Value::list(self.entries.iter().filter(|entry| entry.calls.count > 0).map(one).collect())
    }
}

type Shared = Rc<RefCell<Collector>>;

fn now(i: &mut dyn Interp, collector: &Shared) -> PyResult<f64> {
    let timer = collector.borrow().timer.clone();
    if timer.is_none() {
        return Ok(machine(i).read_monotonic(i.log()) as f64);
    }
    let told = i.call(&timer, Args::none())?;
    Ok(match told {
        Value::Float(x) => x,
        other => other.as_int().unwrap_or_default() as f64,
    })
}

/// How CPython shows a native function: `<built-in method time.sleep>`, `<method 'sort' of 'list' objects>`.
fn label(function: &Value) -> Option<String> {
    let (builtin, receiver) = match function {
        Value::Builtin(builtin) => (builtin, None),
        Value::Method(method) => match &method.function {
            Value::Builtin(builtin) => (builtin, Some(&method.receiver)),
            _ => return None,
        },
        _ => return None,
    };
    let (name, owner) = (&builtin.name, &builtin.owner);
    Some(match receiver {
        None if owner.is_empty() => format!("<built-in method {name}>"),
        None => format!("<built-in method {owner}.{name}>"),
        Some(receiver) => match type_of(receiver).lookup(Symbol::new(name)) {
            Some(_) => format!("<method '{name}' of '{owner}' objects>"),
            None => format!("<built-in method {name}>"),
        },
    })
}

/// What happens in a frame: the arguments of a profile function.
fn event(i: &mut dyn Interp, collector: &Shared, args: Args) -> PyResult {
    let [frame, event, about] = args.exactly::<3>("event")?;
    let event = event.text_or_empty();
    let is_native = event.starts_with("c_");
    if is_native && !collector.borrow().natives {
        return Ok(Value::None);
    }
    let begins = match &*event {
        "call" => frame_of(&frame).map(|frame| Value::Code(frame.code.clone())),
        "c_call" => Some(label(&about).unwrap_or_default().as_str().into()),
        _ => None,
    };
    let thread = machine(i).current();
    if begins.is_none() && collector.borrow().running.get(&thread).is_none_or(Vec::is_empty) {
        return Ok(Value::None);
    }
    let now = now(i, collector)?;
    match begins {
        Some(what) => collector.borrow_mut().begin(thread, what, now),
        None => collector.borrow_mut().end(thread, now),
    }
    Ok(Value::None)
}

type Code = fn(&mut dyn Interp, &Shared, Args) -> PyResult;

/// By these a collector is told of events, of calls of the library that begin and end, of what it is to tell callers and
/// native functions apart by, and asked for what it has. `stop(clear)` ends all calls that run.
const FUNCTIONS: [(&str, Code); 6] = [
    ("event", event),
    ("begin", |i, collector, args| {
        let [what] = args.exactly::<1>("begin")?;
        let now = now(i, collector)?;
        collector.borrow_mut().begin(machine(i).current(), what, now);
        Ok(Value::None)
    }),
    ("end", |i, collector, _| {
        let now = now(i, collector)?;
        collector.borrow_mut().end(machine(i).current(), now);
        Ok(Value::None)
    }),
    ("flags", |_, collector, args| {
        let [callers, natives] = args.exactly::<2>("flags")?.map(|flag| matches!(flag, Value::Bool(true)));
        let mut collector = collector.borrow_mut();
        (collector.callers, collector.natives) = (callers, natives);
        Ok(Value::None)
    }),
    ("stats", |_, collector, _| Ok(collector.borrow().stats())),
    ("stop", |i, collector, args| {
        let [clear] = args.exactly::<1>("stop")?;
        let threads: Vec<ThreadId> = collector.borrow().running.keys().copied().collect();
        for thread in threads {
            while !collector.borrow().running[&thread].is_empty() {
                let now = now(i, collector)?;
                collector.borrow_mut().end(thread, now);
            }
        }
        let mut collector = collector.borrow_mut();
        if matches!(clear, Value::Bool(true)) {
            collector.entries.clear();
            collector.codes.clear();
            collector.labels.clear();
        }
        Ok(Value::None)
    }),
];

/// `new(timer, unit)`: a collector's functions.
fn new(_: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [timer, unit] = args.exactly::<2>("new")?;
    let unit = match unit {
        Value::Float(x) if x > 0.0 => x,
        _ if timer.is_none() => 1e-9,
        _ => 1.0,
    };
    let (entries, codes, labels, running) = Default::default();
    let collector = Collector { timer, unit, callers: true, natives: true, entries, codes, labels, running };
    let collector = Rc::new(RefCell::new(collector));
    let function = |(name, code): (&str, Code)| {
        let collector = collector.clone();
        Builtin::closure(name, move |i, args| code(i, &collector, args).map(Flow::Done))
    };
    Ok(Value::tuple(FUNCTIONS.map(function)).into())
}

/// `collect(function)`: sets what all threads tell of their calls; None: nothing any more. `collected()`: that.
fn collect(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [function] = args.exactly::<1>("collect")?;
    vm_of(i).set_trace_function_of_all(COLLECTOR, Some(function).filter(|function| !function.is_none()));
    Ok(Flow::frame(async { Ok(Value::None) }))
}

pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_profiler");
    let functions: [(&str, FlowFn); 3] = [
        ("new", new),
        ("collect", collect),
        ("collected", |i, _| Ok(Flow::Done(vm_of(i).trace_function(COLLECTOR).into()))),
    ];
    for (name, code) in functions {
        module.set(Symbol::new(name), Builtin::function(name, "_profiler", code));
    }
    Ok(module)
}
