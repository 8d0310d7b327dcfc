//! Findings about threads and the jobs of executors and pools: what has nothing to run, what ended a thread, and the error
//! of a job whose result nobody asked for, of which Python prints nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::asyncio::{job_labels, labels};
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::function::{SyncFn, is_callable};
use crate::objects::types::type_of;
use crate::objects::{Interp, Symbol, Value, known};
use crate::trace::{Diagnostic, Severity, TextId};
use crate::vm::explained::is_shown;
use crate::vm::vm_of;

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

fn jobs(i: &mut dyn Interp) -> &mut Jobs {
    i.states().get_or(Jobs::default)
}

/// The line of the program's text at which it stands, if that is shown.
fn shown_line(i: &mut dyn Interp) -> Option<u32> {
    let place = i.program_place();
    is_shown(vm_of(i), &place.file).then_some(place.line)
}

/// A finding about a line; once for it.
fn tell(i: &mut dyn Interp, code: &'static str, line: u32, args: Vec<TextId>) {
    if !i.log().diagnostics().iter().any(|known| known.code == code && known.line == line) {
        i.log().diagnose(Diagnostic { code, severity: Severity::Warning, line, args });
    }
}

/// A finding about the line that stands, and what it speaks of.
fn tell_here(i: &mut dyn Interp, code: &'static str, of: &str) {
    if let Some(line) = shown_line(i) {
        let args = vec![i.log().intern(of)];
        tell(i, code, line, args);
    }
}

/// A job is handed over: it is none if its function is no function.
pub fn job_handed(i: &mut dyn Interp, job: i64, function: &Value, label: TextId) {
    if !i.log().records() {
        return;
    }
    if !is_callable(function) {
        let what = labels::short(i, function);
        tell_here(i, "not-callable", &what);
    } else if let Some(line) = shown_line(i) {
        jobs(i).open.insert(job, (line, label));
    }
}

/// A job has ended; `error`: with this exception, as the trace shows it.
pub fn job_ended(i: &mut dyn Interp, job: i64, error: Option<TextId>) {
    let jobs = jobs(i);
    if let (Some((line, label)), Some(error)) = (jobs.open.remove(&job), error) {
        jobs.failed.insert(job, (line, label, error));
    }
}

/// The program is over: what failed, and nobody saw it.
pub fn tell_unseen(i: &mut dyn Interp) {
    let Jobs { failed, seen, .. } = std::mem::take(jobs(i));
    for (line, label, error) in failed.into_values().filter(|(line, ..)| !seen.contains(line)) {
        tell(i, "unseen-error", line, vec![label, error]);
    }
}

/// What the library gives first.
fn number(value: &Value) -> PyResult<i64> {
    match value {
        Value::Int(number) => Ok(*number),
        _ => Err(type_error("a job has a number")),
    }
}

/// Of `_thread`.
pub const FUNCTIONS: &[(&str, SyncFn)] = &[
    ("_nothing_to_run", |i, args| {
        // A thread or process that is started, and the `run` that calls a target: a finding if there is none.
        let [this, run] = args.exactly::<2>("_nothing_to_run")?;
        if let Value::Object(object) = &this
            && object.own(Symbol::new("_target")).is_none_or(|target| target.is_none())
            && object.own(Symbol::new("run")).is_none()
            && object.class().lookup(Symbol::new("run")).is_some_and(|own| own.is(&run))
        {
            let name = object.own(Symbol::new("_name")).unwrap_or_default();
            tell_here(i, "nothing-to-run", &name.text_or_empty());
        }
        Ok(Value::None)
    }),
    ("_given", |i, args| {
        // The arguments of a thread or process for its target: what is no sequence, or a string.
        let [args] = args.exactly("_given")?;
        let goes = match &args {
            Value::Tuple(_) | Value::List(_) => true,
            Value::Str(_) | Value::Bytes(_) => false,
            other => type_of(other).lookup(known::ITER).is_some(),
        };
        if !goes && i.log().records() {
            let what = labels::short(i, &args);
            tell_here(i, "no-tuple", &what);
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
        job_handed(i, number(&job)?, &function, label);
        Ok(Value::None)
    }),
    ("_job_ended", |i, args| {
        let [job, exc] = args.exactly("_job_ended")?;
        let error = (!exc.is_none()).then(|| labels::short_id(i, &exc));
        job_ended(i, number(&job)?, error);
        Ok(Value::None)
    }),
    ("_job_seen", |i, args| {
        // The program is given a job's error.
        let [job] = args.exactly("_job_seen")?;
        let job = number(&job)?;
        let jobs = jobs(i);
        if let Some((line, ..)) = jobs.failed.remove(&job) {
            jobs.seen.insert(line);
        }
        Ok(Value::None)
    }),
];
