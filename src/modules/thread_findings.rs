//! Findings about threads and the jobs of executors and pools: what has nothing to run, what ended a thread, and the error
//! of a job whose result nobody asked for, of which Python prints nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::asyncio::{job_labels, labels};
use crate::bytecode::CodeFlags;
use crate::objects::exception::Exc;
use crate::objects::function::{SyncFn, is_callable};
use crate::objects::interp::Place;
use crate::objects::object::Object;
use crate::objects::types::{type_name, type_of, types};
use crate::objects::{Interp, Symbol, Value, known};
use crate::trace::{Diagnostic, Severity, TextId};
use crate::vm::explained::{at_end, hands_over, has_failed, is_shown};
use crate::vm::{Vm, vm_of};

/// The jobs of one interpreter, by number: of an executor's that of its future, of a pool's one below 0.
#[derive(Default)]
struct Jobs {
    /// The line that handed over each that has not ended, and its label.
    open: BTreeMap<i64, (u32, TextId)>,
    /// What failed, and with what.
    failed: BTreeMap<i64, (u32, TextId, TextId)>,
    /// Lines of jobs whose error the program has seen: whoever looks at one is not told of those beside it.
    seen: BTreeSet<u32>,
}

/// Threads and processes that were made and not started, by their address: the line, and the name. One that has gone, and
/// whose place another has taken, is told of no more.
#[derive(Default)]
struct Unstarted(BTreeMap<usize, (u32, TextId)>);

fn address(object: &Rc<Object>) -> usize {
    Rc::as_ptr(object) as usize
}

fn unstarted(i: &mut dyn Interp) -> &mut Unstarted {
    if i.states().find::<Unstarted>().is_none() {
        at_end(vm_of(i), tell_unstarted);
    }
    i.states().get_or(Unstarted::default)
}

fn tell_unstarted(vm: &mut Vm) {
    let left = std::mem::take(unstarted(vm));
    if !has_failed(vm) {
        let mut by_line: BTreeMap<u32, Vec<TextId>> = BTreeMap::new();
        for (line, name) in left.0.into_values() {
            by_line.entry(line).or_default().push(name);
        }
        for (line, names) in by_line {
            let first = names.iter().copied().min_by_key(|name| name.index()).unwrap_or_default();
            if names.len() == 1 {
                tell(vm, "not-started", Severity::Hint, line, vec![first]);
            } else {
                let count = vm.log.intern(&names.len().to_string());
                tell(vm, "several-not-started", Severity::Hint, line, vec![first, count]);
            }
        }
    }
}

fn jobs(i: &mut dyn Interp) -> &mut Jobs {
    if i.states().find::<Jobs>().is_none() {
        at_end(vm_of(i), tell_unseen);
    }
    i.states().get_or(Jobs::default)
}

/// The line of the program's text at which it stands, if that is shown.
fn shown_line(i: &mut dyn Interp) -> Option<u32> {
    let place = i.program_place();
    shown(i, place)
}

fn shown(i: &mut dyn Interp, place: Place) -> Option<u32> {
    is_shown(vm_of(i), &place.file).then_some(place.line)
}

/// Whether a thread or process has no `start` of its own.
fn starts_as_the_library_does(object: &Object) -> bool {
    match object.class().lookup(Symbol::new("start")) {
        Some(Value::Function(start)) => start.code.filename.starts_with("<stdlib>"),
        _ => true,
    }
}

/// The line that makes a thread or process, if that is the program's and no library function it has called.
fn making_line(i: &mut dyn Interp) -> Option<u32> {
    i.library_call().filter(|called| called.ends_with(".__init__"))?;
    let place = i.making_place();
    shown(i, place).filter(|line| *line != 0)
}

/// Whether an event loop hands it over, for a task or callback whose line is none of those that stand.
fn by_the_loop(i: &mut dyn Interp) -> bool {
    let called = i.library_call();
    called.is_some_and(|name| {
        ["run", "run_until_complete", "run_forever"].contains(&name.rsplit('.').next().unwrap_or(""))
    })
}

/// A finding about a line; once for it.
fn tell(i: &mut dyn Interp, code: &'static str, severity: Severity, line: u32, args: Vec<TextId>) {
    if !i.log().diagnostics().iter().any(|known| known.code == code && known.line == line) {
        i.log().diagnose(Diagnostic { code, severity, line, args });
    }
}

/// A finding about the line that stands, and what it speaks of.
fn tell_here(i: &mut dyn Interp, code: &'static str, of: &str) {
    if let Some(line) = shown_line(i) {
        let args = vec![i.log().intern(of)];
        tell(i, code, Severity::Warning, line, args);
    }
}

/// A thread or process, if it has no `run` of its own in place of the library's.
fn running<'a>(this: &'a Value, run: &Value) -> Option<&'a Object> {
    let Value::Object(object) = this else { return None };
    let name = Symbol::new("run");
    let is_that = object.own(name).is_none() && object.class().lookup(name).is_some_and(|own| own.is(run));
    is_that.then_some(object)
}

fn target(object: &Object) -> Option<Value> {
    object.own(Symbol::new("_target")).filter(|target| !target.is_none())
}

/// Of a coroutine function that is handed over at a line it is noted: to call it only makes a coroutine.
fn note_coroutine(i: &mut dyn Interp, target: &Value, line: u32) {
    let function = if let Value::Method(method) = target { &method.function } else { target };
    if let Value::Function(function) = function
        && function.code.has(CodeFlags::COROUTINE)
    {
        let name = function.naming.qualname().text_or_empty().to_string();
        hands_over(vm_of(i), name, line);
    }
}

/// Whether a function may take so many arguments by position: of what is not the program's own that is not known.
fn may_take(target: &Value, count: usize) -> bool {
    let (function, bound) = match target {
        Value::Function(function) => (function, 0),
        Value::Method(method) => match &method.function {
            Value::Function(function) => (function, 1),
            _ => return true,
        },
        _ => return true,
    };
    let most = (function.code.code.params.positional as usize).saturating_sub(bound);
    let least = most.saturating_sub(function.defaults.borrow().as_ref().map_or(0, |defaults| defaults.items.len()));
    (least..=most).contains(&count) || count > most && function.code.has(CodeFlags::VARARGS)
}

/// A job is handed over: it is none if its function is no function.
pub fn job_handed(i: &mut dyn Interp, job: i64, function: &Value, label: TextId) {
    if !i.log().records() {
        return;
    }
    let function = &job_labels::function_of(i, function);
    if !is_callable(function) {
        let what = labels::short(i, function);
        tell_here(i, "not-callable", &what);
    } else if let Some(line) = shown_line(i).filter(|_| !by_the_loop(i)) {
        note_coroutine(i, function, line);
        jobs(i).open.insert(job, (line, label));
    }
}

/// Whether an exception of a job's is one that nothing else tells of: an initializer's failure is logged, and who calls
/// `sys.exit` in a job has said that it ends.
pub fn is_told(exc: &Value) -> bool {
    let broken = ["BrokenThreadPool", "BrokenProcessPool"];
    Exc::from_value(exc)
        .is_some_and(|exc| !exc.is_a(&types().system_exit) && !broken.contains(&&*type_name(&exc.value())))
}

/// A job has ended; `error`: with this exception, as the trace shows it.
pub fn job_ended(i: &mut dyn Interp, job: i64, error: Option<TextId>) {
    let jobs = jobs(i);
    if let (Some((line, label)), Some(error)) = (jobs.open.remove(&job), error) {
        jobs.failed.insert(job, (line, label, error));
    }
}

/// All is over: what failed, and nobody saw it. Whoever's program failed itself has not come to look.
fn tell_unseen(vm: &mut Vm) {
    let Jobs { failed, seen, .. } = std::mem::take(jobs(vm));
    if has_failed(vm) {
        return;
    }
    for (line, label, error) in failed.into_values().filter(|(line, ..)| !seen.contains(line)) {
        tell(vm, "unseen-error", Severity::Warning, line, vec![label, error]);
    }
}

/// A job's number. Programs may give a future of theirs what they like.
fn number(value: &Value) -> i64 {
    if let Value::Int(number) = value { *number } else { 0 }
}

/// Of `_thread`.
pub const FUNCTIONS: &[(&str, SyncFn)] = &[
    ("_nothing_to_run", |i, args| {
        // A thread or process that is started, and the `run` that calls a target: a finding if there is none.
        let [this, run] = args.exactly::<2>("_nothing_to_run")?;
        if let (Value::Object(object), true) = (&this, i.log().records()) {
            unstarted(i).0.remove(&address(object));
        }
        if let Some(object) = running(&this, &run)
            && target(object).is_none()
        {
            let name = object.own(Symbol::new("_name")).unwrap_or_default();
            tell_here(i, "nothing-to-run", &name.text_or_empty());
        }
        Ok(Value::None)
    }),
    ("_given", |i, args| {
        // A thread or process, the `run` that calls its target, and what it was given for that: one that stands for all.
        let [this, run, given] = args.exactly("_given")?;
        if let (Value::Object(object), true) = (&this, i.log().records())
            && let Some(line) = making_line(i).filter(|_| starts_as_the_library_does(object))
        {
            let name = object.own(Symbol::new("_name")).unwrap_or_default().text_or_empty();
            let name = i.log().intern(&name);
            unstarted(i).0.insert(address(object), (line, name));
        }
        let Some(target) = running(&this, &run).and_then(target).filter(|_| i.log().records()) else {
            return Ok(Value::None);
        };
        if let Some(line) = shown_line(i) {
            note_coroutine(i, &target, line);
        }
        let goes = match &given {
            Value::Tuple(_) | Value::None => true,
            Value::List(items) => may_take(&target, items.items.borrow().len()),
            Value::Str(text) => may_take(&target, text.text().chars().count()),
            other => [known::ITER, known::GETITEM].iter().any(|name| type_of(other).lookup(*name).is_some()),
        };
        if !goes {
            tell_here(i, "no-tuple", &type_name(&given));
        }
        Ok(Value::None)
    }),
    ("_explain", |i, args| {
        // What ended a thread or process.
        let [exc] = args.exactly("_explain")?;
        if let Some(exc) = Exc::from_value(&exc) {
            i.explain(&exc);
        }
        Ok(Value::None)
    }),
    ("_job_handed", |i, args| {
        let [job, function, values, keywords] = args.exactly::<4>("_job_handed")?;
        // What a pool is given may be anything, of which the call tells.
        let (values, keywords) = match (&values, &keywords) {
            (Value::Tuple(values), Value::Dict(keywords)) => (&*values.items, labels::named(keywords)),
            _ => (&[][..], Vec::new()),
        };
        let label = job_labels::job(i, &function, values, keywords);
        job_handed(i, number(&job), &function, label);
        Ok(Value::None)
    }),
    ("_job_ended", |i, args| {
        let [job, exc] = args.exactly("_job_ended")?;
        let error = is_told(&exc).then(|| labels::short_id(i, &exc));
        job_ended(i, number(&job), error);
        Ok(Value::None)
    }),
    ("_job_seen", |i, args| {
        // The program is given a job's error, or does not wait for it.
        let [job] = args.exactly("_job_seen")?;
        let job = number(&job);
        let jobs = jobs(i);
        jobs.open.remove(&job);
        if let Some((line, ..)) = jobs.failed.remove(&job) {
            jobs.seen.insert(line);
        }
        Ok(Value::None)
    }),
];
