//! Findings about the program in the page's language: what, why, and what to do.

use super::model::*;
use super::say::{Fill, Template, code};
use super::stage::Stage;
use super::texts;
use crate::trace::*;
use std::rc::Rc;

/// Every finding of the run, in order of finding.
pub fn diagnostics(stage: &Stage) -> Vec<DiagnosticView> {
    let found = stage.facts().diagnostics.iter().filter_map(|event| {
        let Event::Diagnostic { number } = stage.log.entry(*event as usize).event else { return None };
        let diagnostic = stage.log.diagnostics().get(number as usize)?;
        Some(view(stage, diagnostic, stage.recording.step_of(EventId(*event))))
    });
    found.collect()
}

fn view(stage: &Stage, diagnostic: &Diagnostic, step: u32) -> DiagnosticView {
    let (title, text) = templates(diagnostic.code);
    let args: Vec<Fill> = diagnostic.args.iter().map(|arg| fill(stage, *arg)).collect();
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
    DiagnosticView {
        code: diagnostic.code,
        severity: diagnostic.severity,
        line: diagnostic.line,
        column: diagnostic.column,
        end_line: diagnostic.end_line,
        end_column: diagnostic.end_column,
        title: stage.words(title, &fills),
        text: stage.say(text, &fills),
        step,
        fix: diagnostic.fix.as_ref().map(|fix| FixView {
            line: fix.line,
            column: fix.column,
            end_line: fix.end_line,
            end_column: fix.end_column,
            text: stage.text(fix.text),
        }),
    }
}

/// An argument: `task:7` is that task's chip, all else is code.
fn fill(stage: &Stage, arg: TextId) -> Fill {
    let text: Rc<str> = stage.text(arg);
    let task = text.strip_prefix("task:").and_then(|number| number.parse().ok()).map(TaskId);
    match task.and_then(|task| stage.task(task)) {
        Some(chip) => chip.into(),
        None => code(text),
    }
}

/// Title and text of a finding.
fn templates(code: &str) -> (Template, Template) {
    match code {
        "never-awaited" => (texts::NEVER_AWAITED, texts::NEVER_AWAITED_WHY),
        "blocked-loop" => (texts::BLOCKED_LOOP, texts::BLOCKED_LOOP_WHY),
        "deadlock" => (texts::DEADLOCKED, texts::DEADLOCKED_WHY),
        "never-retrieved" => (texts::NEVER_RETRIEVED, texts::NEVER_RETRIEVED_WHY),
        "swallowed-cancel" => (texts::SWALLOWED_CANCEL, texts::SWALLOWED_CANCEL_WHY),
        "orphan-task" => (texts::ORPHAN_TASK, texts::ORPHAN_TASK_WHY),
        "destroyed-pending" => (texts::DESTROYED_PENDING, texts::DESTROYED_PENDING_WHY),
        "queue-not-joined" => (texts::QUEUE_NOT_JOINED, texts::QUEUE_NOT_JOINED_WHY),
        "siblings-left-running" => (texts::SIBLINGS_LEFT, texts::SIBLINGS_LEFT_WHY),
        "closed-loop" => (texts::CLOSED_LOOP, texts::CLOSED_LOOP_WHY),
        "not-awaitable" => (texts::NOT_AWAITABLE, texts::NOT_AWAITABLE_WHY),
        "syntax-error" => (texts::SYNTAX, texts::SYNTAX_WHY),
        "not-supported" => (texts::UNSUPPORTED, texts::UNSUPPORTED_WHY),
        _ => (texts::FINDING, texts::FINDING_WHY),
    }
}
