//! Which exceptions stand before an exception in its report, and within it: each one's causes are told once.

use crate::objects::exception::Exc;
use crate::objects::exception_group::exceptions_of;

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// An exception with what is told of it.
pub struct Told {
    pub exc: Exc,
    /// What it comes from, and the words between them.
    pub before: Option<(usize, &'static str)>,
    /// The exceptions of a group.
    pub members: Option<Vec<usize>>,
}

/// A report's exceptions; they refer to each other by their places. The first is what it is about.
pub type Report = Vec<Told>;

/// The report of an exception. What has been seen is not told again as a cause; what was seen last is looked into first
/// (Lib/traceback.py `TracebackException.__init__`).
pub fn report_of(exc: &Exc) -> Report {
    let mut report = Report::new();
    let mut left = vec![add(&mut report, exc.clone())];
    while let Some(place) = left.pop() {
        let exc = report[place].exc.clone();
        let unseen = |e: &Exc| !report.iter().any(|told| told.exc.is_same(e));
        let cause = exc.data().cause.borrow().clone().filter(unseen);
        let context = exc.data().context.borrow().clone();
        let context = context.filter(|e| !exc.data().suppress_context.get() && unseen(e));
        let before = cause.map(|e| (e, CAUSE)).or(context.map(|e| (e, CONTEXT)));
        report[place].before = before.map(|(e, words)| (add(&mut report, e), words));
        let members = exceptions_of(&exc);
        report[place].members = members.map(|all| all.into_iter().map(|e| add(&mut report, e)).collect());
        left.extend(report[place].before.map(|(before, _)| before));
        left.extend(report[place].members.iter().flatten());
    }
    report
}

fn add(report: &mut Report, exc: Exc) -> usize {
    report.push(Told { exc, before: None, members: None });
    report.len() - 1
}
