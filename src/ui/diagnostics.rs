//! What was found about the whole run: each with its place, why, and where there is one the fix as an edit.

use super::dom::{head_role, part_role};
use super::icons::{self, icon};
use super::moves::begins_file;
use super::sentence::{prose, sentence};
use super::shared::Shared;
use super::state::Action;
use super::store::Store;
use super::texts::{fill, texts};
use crate::scene::{DiagnosticView, Lang};
use crate::trace::Severity;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DiagnosticsProps {
    pub lang: Lang,
    pub found: Shared<Vec<DiagnosticView>>,
    pub store: Store,
    pub onfix: Callback<usize>,
}

#[component]
pub fn Diagnostics(props: &DiagnosticsProps) -> Html {
    let words = texts(props.lang);
    html! {
        <section role={part_role()} class="diagnostics scroll" data-testid="diagnostics" aria-label={words.diagnostics} hidden={props.found.is_empty()} tabindex="0">
            <header role={head_role()} class="head"><h2>{words.diagnostics}</h2></header>
            <ul>{for props.found.iter().enumerate().map(|(index, one)| found(one, index, props))}</ul>
        </section>
    }
}

fn found(one: &DiagnosticView, index: usize, props: &DiagnosticsProps) -> Html {
    let words = texts(props.lang);
    let go = {
        let (store, step) = (props.store.clone(), one.step);
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Go(step)))
    };
    let fix = props.onfix.reform(move |_: MouseEvent| index);
    let severity = severity_word(one.severity);
    let sign = match one.severity {
        Severity::Error => icons::ERROR,
        Severity::Warning => icons::WARNING,
        Severity::Hint => icons::HINT,
    };
    html! {
        <li class="diagnostic" data-testid="diagnostic" data-code={one.code} data-severity={severity} data-line={one.line.to_string()}>
            {icon(sign)}
            <p><button type="button" class="link" onclick={go}>{prose(&one.title)}</button>{" "}<span class="quiet">{fill(words.go_to_line, &[&one.line.to_string()])}</span></p>
            <p class="why">{sentence(&one.text)}</p>
            if let Some(edit) = &one.fix {
                <p class="fix"><code>{&*edit.line_after}</code><button type="button" onclick={fix}>{if begins_file(edit) { words.add_file } else { words.fix_it }}</button></p>
            }
        </li>
    }
}

pub fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}
