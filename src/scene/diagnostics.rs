//! Findings about the program in the page's language: what, why, and what to do.

use super::around::{Around, around, loops};
use super::finding_texts as said;
use super::fixes::{line_after, place_in_line, whole_line};
use super::line_parts::word;
use super::model::*;
use super::narration::blocking_call;
use super::say::{Fill, Template, code, duration};
use super::stage::Stage;
use super::statements::beginnings;
use super::texts;
use crate::compiler::lines::{indent, is_of_name};
use crate::player::{Arg, Finding, Holder};
use crate::trace::*;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Of so many findings the lines are read for what repairs them: each reading goes through the program up to there.
const MOST_REPAIRED: u32 = 300;

/// Every finding of the run, in order of finding, hints last: what the interpreter recorded, and what the trace proves.
pub fn diagnostics(stage: &Stage) -> Vec<DiagnosticView> {
    if let Some(fix) = super::notebook::code_of_cells(stage.source) {
        let found = Diagnostic { code: "notebook", severity: Severity::Error, line: 1, args: Vec::new() };
        let mut found = view(stage, &found, Vec::new(), 0, false);
        let line_after = line_after(stage.source, &fix);
        found.fix = Some(FixView { line_after, ..fix });
        return vec![found];
    }
    let found = stage.facts().diagnostics.iter();
    let mut all: Vec<DiagnosticView> = found.filter_map(|event| recorded(stage, EventId(*event))).collect();
    // The coroutines that an error left behind say less than the error; several that one line made are told of once.
    let mut errors: BTreeSet<u32> = BTreeSet::new();
    errors.extend(all.iter().filter(|one| one.severity == Severity::Error).map(|one| one.line));
    let lines: Vec<&str> = stage.source.lines().collect();
    let begins = if errors.is_empty() { Vec::new() } else { beginnings(&lines, lines.len()) };
    let statement = |line: u32| begins.get((line as usize).wrapping_sub(1)).map_or(line, |begin| *begin as u32 + 1);
    errors = errors.into_iter().map(statement).collect();
    let mut known = BTreeSet::new();
    all.retain(|one| {
        !matches!(one.code, "never-awaited" | "async-target" | "async-callback" | "completed-not-awaited")
            || !errors.contains(&statement(one.line)) && known.insert((one.line, one.title.clone()))
    });
    // What an error kept the program from awaiting it would have awaited.
    if stage.log.len().checked_sub(1).is_some_and(|last| failed(&stage.log.entry(last).event)) {
        all.retain(|one| one.code != "never-awaited" || !is_awaited_later(&lines, one.line));
    }
    for finding in stage.recording.findings() {
        // The interpreter's own finding of a kind knows the place more exactly.
        if all
            .iter()
            .any(|other| other.code == finding.code && (finding.code == "deadlock" || other.line == finding.line))
        {
            continue;
        }
        if is_usual(stage, &lines, finding) {
            continue;
        }
        let diagnostic =
            Diagnostic { code: finding.code, severity: finding.severity, line: finding.line, args: Vec::new() };
        let args = finding.args.iter().map(|arg| proved(stage, *arg)).collect();
        all.push(view(stage, &diagnostic, args, stage.recording.step_of(finding.event), true));
    }
    all.extend(super::sequential::sequential_awaits(stage));
    all.extend(super::one_by_one::loops_of_waits(stage));
    // Hints are apart.
    let place = |one: &DiagnosticView| (one.severity == Severity::Hint, one.step);
    crate::trace::sorted::sort_by_key(&mut all, place);
    all
}

fn failed(last: &Event) -> bool {
    matches!(last, Event::RunEnded { reason: EndReason::Finished, exit_code, .. } if *exit_code != 0)
}

/// Whether a line keeps a coroutine under a name, and a later one of its function awaits that.
fn is_awaited_later(lines: &[&str], line: u32) -> bool {
    let at = (line as usize).wrapping_sub(1);
    let Some((name, _)) = lines.get(at).and_then(|text| text.trim().split_once(" = ")) else { return false };
    let within = lines[at + 1..].iter().take_while(|text| text.trim().is_empty() || indent(text) >= indent(lines[at]));
    within.filter_map(|text| text.split_once("await ")).any(|(_, awaited)| word(awaited, name).is_some())
}

/// Whether the source shows that what a finding tells is meant: a daemon that works in endless rounds, an event that something
/// from outside sets, and a wait that looks again after each notification, of which none is lost.
fn is_usual(stage: &Stage, lines: &[&str], finding: &Finding) -> bool {
    let at = (finding.line as usize).saturating_sub(1);
    match finding.code {
        "daemon-cut" => goes_round(stage, lines, finding),
        // By a signal's handler or a callback, which has not come.
        "never-set" => [".set)", ".set,"].iter().any(|by| lines.iter().any(|line| line.contains(by))),
        "notified-before" => {
            lines.get(at).is_some_and(|line| line.contains("wait_for"))
                || loops(lines, &beginnings(lines, at), at).any(|(_, text)| text.starts_with("while"))
        }
        _ => false,
    }
}

/// Whether a word of a line begins so.
fn begins_word(line: &str, begin: &str) -> bool {
    line.match_indices(begin).any(|(at, _)| !line[..at].ends_with(is_of_name))
}

/// Whether a daemon works in endless rounds: by the function in which it stood at the end, and by that which it runs.
fn goes_round(stage: &Stage, lines: &[&str], finding: &Finding) -> bool {
    const ENDLESS: [&str; 5] = ["while ", "while(", "cycle(", "count(", "iter("];
    let endless = |line: &&str| ENDLESS.iter().any(|word| begins_word(line, word));
    let within = |def: usize| {
        let body =
            lines[def + 1..].iter().take_while(|line| line.trim().is_empty() || indent(line) > indent(lines[def]));
        body.copied().any(|line| endless(&line))
    };
    let [Arg::Thread(thread), Arg::Number(stands), ..] = *finding.args else { return false };
    let name = stage.facts().thread(thread).map(|of| stage.log.text(of.name)).unwrap_or_default();
    // Threads without a name of the program's are called after what they run: `Thread-1 (work)`.
    let run = name.split_once('(').map_or("run", |(_, run)| run.trim_end_matches(')'));
    let is_run = |line: &str| {
        let after = line.trim_start().strip_prefix("def ").and_then(|rest| rest.strip_prefix(run));
        after.is_some_and(|rest| rest.starts_with('('))
    };
    if let Around::Function(def) = around(lines, (stands as usize).saturating_sub(1))
        && within(def)
    {
        return true;
    }
    let mut defs = (0..lines.len()).filter(|at| is_run(lines[*at])).peekable();
    if defs.peek().is_some() {
        return defs.any(within);
    }
    // A thread with a name of its own may run what any is given as its target.
    let targets = lines.iter().filter_map(|line| {
        let target = line.split_once("target=")?.1;
        let target = target.split([',', ')']).next()?.trim();
        Some(["def ", target.rsplit('.').next()?, "("].concat())
    });
    let mut all = targets.filter_map(|def| lines.iter().position(|line| line.trim_start().starts_with(&def)));
    match all.next() {
        Some(first) => within(first) || all.any(within),
        None => lines.iter().any(endless),
    }
}

/// The finding that the interpreter recorded by an event.
pub(super) fn recorded(stage: &Stage, event: EventId) -> Option<DiagnosticView> {
    let Event::Diagnostic { number } = stage.log.get(event)?.event else { return None };
    let mut diagnostic = stage.log.diagnostics().get(number as usize)?.clone();
    let args = diagnostic.args.iter().map(|arg| fill(stage, *arg)).collect();
    if diagnostic.line == 0 {
        diagnostic.line = created_line(stage, diagnostic.args.first().copied().unwrap_or_default());
    }
    Some(view(stage, &diagnostic, args, stage.recording.step_of(event), number < MOST_REPAIRED))
}

/// What a finding of the trace's speaks of.
pub(super) fn proved(stage: &Stage, arg: Arg) -> Fill {
    match arg {
        Arg::Task(task) => stage.task(task).map_or_else(|| Fill::from(""), Fill::from),
        Arg::Thread(thread) => stage.thread(thread).into(),
        Arg::Object(object) => stage.object(object),
        Arg::Handle(handle) => stage.handle_chip(handle).into(),
        Arg::Nanoseconds(ns) => duration(ns).into(),
        Arg::Number(number) => number.into(),
        Arg::Computing => texts::COMPUTING.of(stage.lang).into(),
        Arg::Call(event) => match stage.log.entry(event.index()).event {
            Event::ThreadBlocked { why, object, label, .. } => blocking_call(stage, why, object, label),
            _ => Fill::from(""),
        },
        Arg::TaskWaits(task, future, holder) => {
            let who = stage.task(task).map_or_else(|| Fill::from(""), Fill::from);
            waits(stage, who, stage.future(future), holder)
        }
        Arg::TaskBlocks(task, event, holder) => {
            let who = stage.task(task).map_or_else(|| Fill::from(""), Fill::from);
            waits(stage, who, proved(stage, Arg::Call(event)), holder)
        }
        Arg::ThreadWaits(thread, event, holder) => {
            waits(stage, stage.thread(thread).into(), proved(stage, Arg::Call(event)), holder)
        }
    }
}

fn waits(stage: &Stage, who: Fill, what: Fill, holder: Option<Holder>) -> Fill {
    let template = if holder.is_some() { texts::WAITS_HELD } else { texts::WAITS_PLAIN };
    let other = holder.map_or_else(|| Fill::from(""), |holder| stage.who(holder.task, holder.thread).into());
    Fill::Said(stage.say(template, &[("who", who), ("what", what), ("other", other)]))
}

/// A finding; `repairs`: with the edit that repairs it, if there is one.
fn view(stage: &Stage, diagnostic: &Diagnostic, args: Vec<Fill>, step: u32, repairs: bool) -> DiagnosticView {
    let (title, text) = templates(diagnostic.code);
    let place = |index: usize| args.get(index).cloned().unwrap_or_else(|| Fill::from(""));
    let fills = [
        ("0", place(0)),
        ("1", place(1)),
        ("2", place(2)),
        ("3", place(3)),
        ("line", Fill::from(diagnostic.line)),
        ("code", code(diagnostic.code)),
        ("all", Fill::Many(args.clone())),
    ];
    let mut view = DiagnosticView {
        code: diagnostic.code,
        severity: diagnostic.severity,
        line: diagnostic.line,
        column: 0,
        end_line: diagnostic.line,
        end_column: 0,
        title: stage.words(title, &fills),
        text: stage.say(text, &fills),
        step,
        fix: None,
    };
    let names: Vec<String> = args.iter().map(Fill::plain).collect();
    whole_line(stage.source, &mut view);
    if repairs {
        place_in_line(stage.source, &names, &mut view);
    }
    if let Some(fix) = &mut view.fix {
        fix.line_after = line_after(stage.source, fix);
    }
    view
}

/// The line that created a task or another future, if the argument is one.
fn created_line(stage: &Stage, arg: TextId) -> u32 {
    let created = future_of(&stage.log.text(arg)).and_then(|future| stage.facts().created_at(future));
    created.map_or(0, |created| stage.log.entry(created.index()).line as u32)
}

/// `task:7`: that task, or a future that is none.
fn future_of(arg: &str) -> Option<FutureId> {
    arg.strip_prefix("task:").and_then(|number| number.parse().ok()).map(FutureId)
}

/// An argument: `task:7` is that task's chip, or what a future is for; all else is code.
fn fill(stage: &Stage, arg: TextId) -> Fill {
    let text: Rc<str> = stage.text(arg);
    match future_of(&text) {
        Some(future) => stage.future(future),
        None => code(text),
    }
}

/// Title and text of a finding.
fn templates(code: &str) -> (Template, Template) {
    match code {
        "never-awaited" => (said::NEVER_AWAITED, said::NEVER_AWAITED_WHY),
        "blocked-loop" => (said::BLOCKED_LOOP, said::BLOCKED_LOOP_WHY),
        "deadlock" => (said::DEADLOCKED, said::DEADLOCKED_WHY),
        "idle-loop" => (said::IDLE_LOOP, said::IDLE_LOOP_WHY),
        "no-client" => (said::NO_CLIENT, said::NO_CLIENT_WHY),
        "no-more-clients" => (said::NO_MORE_CLIENTS, said::NO_MORE_CLIENTS_WHY),
        "not-woken" => (said::NOT_WOKEN, said::NOT_WOKEN_WHY),
        "loop-held" => (said::LOOP_HELD, said::LOOP_HELD_WHY),
        "not-released" => (said::NOT_RELEASED, said::NOT_RELEASED_WHY),
        "nothing-got" => (said::NOTHING_GOT, said::NOTHING_GOT_WHY),
        "siblings-cut" => (said::SIBLINGS_CUT, said::SIBLINGS_CUT_WHY),
        "joined-unstarted" => (said::JOINED_UNSTARTED, said::JOINED_UNSTARTED_WHY),
        "joined-itself" => (said::JOINED_ITSELF, said::JOINED_ITSELF_WHY),
        "done-too-often" => (said::DONE_TOO_OFTEN, said::DONE_TOO_OFTEN_WHY),
        "released-too-often" => (said::RELEASED_TOO_OFTEN, said::RELEASED_TOO_OFTEN_WHY),
        "completed-not-awaited" => (said::COMPLETED_NOT_AWAITED, said::COMPLETED_NOT_AWAITED_WHY),
        "start-gives-none" => (said::START_GIVES_NONE, said::START_GIVES_NONE_WHY),
        "group-not-caught" => (said::GROUP_NOT_CAUGHT, said::GROUP_NOT_CAUGHT_WHY),
        "async-callback" => (said::ASYNC_CALLBACK, said::ASYNC_CALLBACK_WHY),
        "join-gives-none" => (said::JOIN_GIVES_NONE, said::JOIN_GIVES_NONE_WHY),
        "flag-lost" => (said::FLAG_LOST, said::FLAG_LOST_WHY),
        "timeout-not-caught" => (said::TIMEOUT_NOT_CAUGHT, said::TIMEOUT_NOT_CAUGHT_WHY),
        "text-for-number" => (said::TEXT_FOR_NUMBER, said::TEXT_FOR_NUMBER_WHY),
        "number-in-text" => (said::NUMBER_IN_TEXT, said::NUMBER_IN_TEXT_WHY),
        "daemon-too-late" => (said::DAEMON_TOO_LATE, said::DAEMON_TOO_LATE_WHY),
        "no-init-of-thread" => (said::NO_INIT_OF_THREAD, said::NO_INIT_OF_THREAD_WHY),
        "group-over" => (said::GROUP_OVER, said::GROUP_OVER_WHY),
        "set-twice" => (said::SET_TWICE, said::SET_TWICE_WHY),
        "several-awaited" => (said::SEVERAL_AWAITED, said::SEVERAL_AWAITED_WHY),
        "job-awaited" => (said::JOB_AWAITED, said::JOB_AWAITED_WHY),
        "future-given" => (said::FUTURE_GIVEN, said::FUTURE_GIVEN_WHY),
        "items-compared" => (said::ITEMS_COMPARED, said::ITEMS_COMPARED_WHY),
        "waits-for-itself" => (said::WAITS_FOR_ITSELF, said::WAITS_FOR_ITSELF_WHY),
        "several-not-started" => (said::SEVERAL_NOT_STARTED, said::SEVERAL_NOT_STARTED_WHY),
        "unseen-error" => (said::UNSEEN_ERROR, said::UNSEEN_ERROR_WHY),
        "never-retrieved" => (said::NEVER_RETRIEVED, said::NEVER_RETRIEVED_WHY),
        "swallowed-cancel" => (said::SWALLOWED_CANCEL, said::SWALLOWED_CANCEL_WHY),
        "orphan-task" => (said::ORPHAN_TASK, said::ORPHAN_TASK_WHY),
        "destroyed-pending" => (said::DESTROYED_PENDING, said::DESTROYED_PENDING_WHY),
        "loop-over" => (said::LOOP_OVER, said::LOOP_OVER_WHY),
        "pool-too-small" => (said::POOL_TOO_SMALL, said::POOL_TOO_SMALL_WHY),
        "not-started" => (said::NOT_STARTED, said::NOT_STARTED_WHY),
        "daemon-cut" => (said::DAEMON_CUT, said::DAEMON_CUT_WHY),
        "never-yields" => (said::NEVER_YIELDS, said::NEVER_YIELDS_WHY),
        "nothing-put" => (said::NOTHING_PUT, said::NOTHING_PUT_WHY),
        "never-set" => (said::NEVER_SET, said::NEVER_SET_WHY),
        "never-notified" => (said::NEVER_NOTIFIED, said::NEVER_NOTIFIED_WHY),
        "notified-few" => (said::NOTIFIED_FEW, said::NOTIFIED_FEW_WHY),
        "too-few-parties" => (said::TOO_FEW_PARTIES, said::TOO_FEW_PARTIES_WHY),
        "notified-before" => (said::NOTIFIED_BEFORE, said::NOTIFIED_BEFORE_WHY),
        "own-lock" => (said::OWN_LOCK, said::OWN_LOCK_WHY),
        "wait-circle" => (said::WAIT_CIRCLE, said::WAIT_CIRCLE_WHY),
        "queue-not-joined" => (said::QUEUE_NOT_JOINED, said::QUEUE_NOT_JOINED_WHY),
        "siblings-left-running" => (said::SIBLINGS_LEFT, said::SIBLINGS_LEFT_WHY),
        "closed-loop" => (said::CLOSED_LOOP, said::CLOSED_LOOP_WHY),
        "loop-in-loop" => (said::LOOP_IN_LOOP, said::LOOP_IN_LOOP_WHY),
        "no-running-loop" => (said::NO_RUNNING_LOOP, said::NO_RUNNING_LOOP_WHY),
        "no-loop-in-thread" => (said::NO_LOOP_IN_THREAD, said::NO_LOOP_IN_THREAD_WHY),
        "awaited-twice" => (said::AWAITED_TWICE, said::AWAITED_TWICE_WHY),
        "not-called" => (said::NOT_CALLED, said::NOT_CALLED_WHY),
        "async-for" => (said::ASYNC_FOR, said::ASYNC_FOR_WHY),
        "plain-for" => (said::PLAIN_FOR, said::PLAIN_FOR_WHY),
        "async-with" => (said::ASYNC_WITH, said::ASYNC_WITH_WHY),
        "plain-with" => (said::PLAIN_WITH, said::PLAIN_WITH_WHY),
        "nothing-to-run" => (said::NOTHING_TO_RUN, said::NOTHING_TO_RUN_WHY),
        "not-callable" => (said::NOT_CALLABLE, said::NOT_CALLABLE_WHY),
        "other-loop" => (said::OTHER_LOOP, said::OTHER_LOOP_WHY),
        "started-twice" => (said::STARTED_TWICE, said::STARTED_TWICE_WHY),
        "not-acquired" => (said::NOT_ACQUIRED, said::NOT_ACQUIRED_WHY),
        "async-target" => (said::ASYNC_TARGET, said::ASYNC_TARGET_WHY),
        "not-a-coroutine" => (said::NOT_A_COROUTINE, said::NOT_A_COROUTINE_WHY),
        "wait-for-one" => (said::WAIT_FOR_ONE, said::WAIT_FOR_ONE_WHY),
        "wrong-arguments" => (said::WRONG_ARGUMENTS, said::WRONG_ARGUMENTS_WHY),
        "other-arguments" => (said::WRONG_ARGUMENTS, said::OTHER_ARGUMENTS_WHY),
        "notebook" => (said::NOTEBOOK, said::NOTEBOOK_WHY),
        "stray-word" => (said::STRAY_WORD, said::STRAY_WORD_WHY),
        "missing-self" => (said::MISSING_SELF, said::MISSING_SELF_WHY),
        "gathered-whole" => (said::GATHERED_WHOLE, said::GATHERED_WHOLE_WHY),
        "missing-global" => (said::MISSING_GLOBAL, said::MISSING_GLOBAL_WHY),
        "not-picklable" => (said::NOT_PICKLABLE, said::NOT_PICKLABLE_WHY),
        "after-shutdown" => (said::AFTER_SHUTDOWN, said::AFTER_SHUTDOWN_WHY),
        "no-tuple" => (said::NO_TUPLE, said::NO_TUPLE_WHY),
        "misspelled" => (said::MISSPELLED, said::MISSPELLED_WHY),
        "not-imported" => (said::NOT_IMPORTED, said::NOT_IMPORTED_WHY),
        "name-not-imported" => (said::NOT_IMPORTED, said::NAME_NOT_IMPORTED_WHY),
        "result-not-set" => (said::RESULT_NOT_SET, said::RESULT_NOT_SET_WHY),
        "not-its-result" => (said::NOT_ITS_RESULT, said::NOT_ITS_RESULT_WHY),
        "not-awaitable" => (said::NOT_AWAITABLE, said::NOT_AWAITABLE_WHY),
        "syntax-error" => (said::SYNTAX, said::SYNTAX_WHY),
        "missing-package" => (said::MISSING_PACKAGE, said::MISSING_PACKAGE_WHY),
        "missing-file" => (said::MISSING_FILE, said::MISSING_FILE_WHY),
        "outdated" => (said::OUTDATED, said::OUTDATED_WHY),
        "not-supported" => (said::UNSUPPORTED, said::UNSUPPORTED_WHY),
        _ => (said::FINDING, said::FINDING_WHY),
    }
}
