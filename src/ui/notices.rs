//! What stands in the way of a run, or ended it: syntax errors in CPython's words, what is not supported and the way
//! round it, limits, deadlocks, faults of our own.

use super::icons::{self, icon};
use super::sentence::prose;
use super::state::{Action, Ended, Problem, ProblemKind};
use super::store::Store;
use super::texts::{fill, texts};
use crate::scene::{Fault, Lang, Repair, lack, meaning, repair, seconds};
use crate::trace::EndReason;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    pub lang: Lang,
    pub told: Option<Rc<str>>,
    pub refused: Option<Rc<Problem>>,
    pub ended: Option<Rc<Ended>>,
    pub events: u32,
    pub end_ns: u64,
    pub has_run: bool,
    /// The program, for what repairs it.
    pub code: Rc<str>,
    /// Runs the program given instead.
    pub onrepair: Callback<String>,
    pub store: Store,
}

#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let refused = props.refused.as_ref().map(|problem| of_problem(problem, props));
    let ended = props.ended.as_ref().and_then(|ended| match &ended.problem {
        Some(problem) => Some(of_problem(problem, props)),
        None => of_end(ended.reason, props),
    });
    let told = props.told.as_ref().map(|text| {
        html! { <div class="notice" data-testid="error" data-kind="link">{icon(icons::WARNING)}<p>{&**text}</p>{close(props)}</div> }
    });
    html! {
        <div class="notices" role="alert">{for told}{for refused}{for ended}</div>
    }
}

fn of_problem(problem: &Problem, props: &NoticesProps) -> Html {
    let words = texts(props.lang);
    let title = match problem.kind {
        ProblemKind::Syntax => words.syntax_error,
        ProblemKind::NotSupported => words.not_supported,
        ProblemKind::Internal => words.internal_error,
    };
    let kind = match problem.kind {
        ProblemKind::Syntax => "syntax",
        ProblemKind::NotSupported => "not-supported",
        ProblemKind::Internal => "internal",
    };
    let place = (problem.line > 0)
        .then(|| fill(words.at_line, &[&problem.line.to_string(), &(problem.column + 1).to_string()]));
    html! {
        <div class="notice error" data-testid="error" data-kind={kind} data-line={problem.line.to_string()}>
            {icon(icons::ERROR)}
            <p><strong>{title}</strong>{for place.map(|place| html! { <span class="quiet">{" · "}{place}</span> })}</p>
            <p class="message">{lack(&problem.message, props.lang)}</p>
            if !problem.way_round.is_empty() {
                <p>{fill(words.way_round, &[&lack(&problem.way_round, props.lang)])}</p>
            }
            <Meant lang={props.lang} code={props.code.clone()} message={problem.message.to_string()} onrepair={props.onrepair.clone()} />
            if problem.kind == ProblemKind::Syntax && props.has_run {
                <p class="quiet">{words.last_run_stays}</p>
            }
            {close(props)}
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct MeantProps {
    lang: Lang,
    code: Rc<str>,
    message: String,
    onrepair: Callback<String>,
}

/// What a refusal is about: its repair, where there is one, or its words in the reader's language. A component of its
/// own, since to look for a repair compiles the program.
#[component]
fn Meant(props: &MeantProps) -> Html {
    let meaning = || meaning(&props.message, props.lang).map(|text| html! { <p>{text}</p> });
    match repair(&props.code, &props.message) {
        Some(repair @ Repair { fault: Fault::Slip(_), .. }) => html! { <>{for meaning()}{of_repair(repair, props)}</> },
        Some(repair) => of_repair(repair, props),
        None => html! { <>{for meaning()}</> },
    }
}

/// What is meant, and a button that writes it so.
fn of_repair(repair: Repair, props: &MeantProps) -> Html {
    let words = texts(props.lang);
    let text = match &repair.fault {
        Fault::FullWidth(found, meant) => fill(words.full_width, &[&found.to_string(), &meant.to_string()]),
        Fault::Invisible => words.invisible.to_string(),
        Fault::PrintStatement => words.print_statement.to_string(),
        Fault::ExceptComma => words.except_comma.to_string(),
        Fault::Prompts => words.prompts.to_string(),
        Fault::LineNumbers => words.line_numbers.to_string(),
        Fault::Commands => words.commands.to_string(),
        Fault::Fence => words.fence.to_string(),
        Fault::Escaped => words.escaped.to_string(),
        Fault::Indented => words.indented.to_string(),
        Fault::PlainFunction(name) => fill(words.plain_function, &[name]),
        Fault::AwaitAtTop => words.await_at_top.to_string(),
        Fault::Slip(_) => words.perhaps.to_string(),
    };
    let line = if let Fault::Slip(line) = &repair.fault { Some(html! { <>{" "}<code>{line}</code></> }) } else { None };
    let press = props.onrepair.reform(move |_: MouseEvent| repair.source.clone());
    html! { <p class="fix">{prose(&text)}{for line}{" "}<button type="button" onclick={press}>{words.fix_it}</button></p> }
}

/// None: it ended as programs do.
fn of_end(reason: EndReason, props: &NoticesProps) -> Option<Html> {
    let words = texts(props.lang);
    let text = match reason {
        EndReason::Finished | EndReason::SyntaxError => return None,
        EndReason::Stopped => words.stopped_by_you.to_string(),
        EndReason::Deadlock => words.deadlock.to_string(),
        EndReason::TimeLimit => fill(words.stopped_time, &[&seconds(props.end_ns)]),
        EndReason::EventLimit => fill(words.stopped_events, &[&thousands(props.events / 1000 * 1000)]),
        EndReason::OutputLimit => words.stopped_output.to_string(),
        EndReason::MemoryLimit => words.stopped_memory.to_string(),
        EndReason::StepLimit => words.stopped_computing.to_string(),
        EndReason::NotSupported => words.not_supported.to_string(),
        EndReason::Internal => words.internal_error.to_string(),
    };
    let error = matches!(reason, EndReason::Deadlock | EndReason::Internal | EndReason::NotSupported);
    Some(html! {
        <div class={classes!("notice", error.then_some("error"))} data-testid={error.then_some("error")} data-kind={reason.as_str()}>
            {icon(icons::WARNING)}<p>{prose(&text)}</p>{close(props)}
        </div>
    })
}

/// `1,000,000`
fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn close(props: &NoticesProps) -> Html {
    let store = props.store.clone();
    let close = Callback::from(move |_: MouseEvent| store.dispatch(Action::CloseNotice));
    let name = texts(props.lang).close;
    html! { <button type="button" class="square" aria-label={name} title={name} onclick={close}>{"×"}</button> }
}
