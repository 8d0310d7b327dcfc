//! The buttons above the timeline: search, fold, zoom, axis; its table; the end of a comparison.

use super::icons::{self, icon};
use super::search::Search;
use super::state::Action;
use super::store::Store;
use super::texts::texts;
use super::transport::rove_and_choose;
use crate::scene::{AxisKind, Lang};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ToolsProps {
    pub lang: Lang,
    pub axis: AxisKind,
    pub zoom: f64,
    pub unfolded: bool,
    pub follow: bool,
    pub search: Option<Rc<str>>,
    /// A kept run is drawn too.
    pub kept: bool,
    pub ontable: Callback<()>,
    pub store: Store,
}

#[component]
pub fn Tools(props: &ToolsProps) -> Html {
    let words = texts(props.lang);
    let act = |action: fn() -> Action| {
        let store = props.store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(action()))
    };
    let axis = |kind: AxisKind, name: &'static str| {
        let store = props.store.clone();
        let choose = Callback::from(move |_: MouseEvent| store.dispatch(Action::Axis(kind)));
        let on = props.axis == kind;
        let word = if kind == AxisKind::Clock { "clock" } else { "steps" };
        html! {
            <button type="button" role="radio" data-value={word} aria-checked={on.to_string()} tabindex={if on { "0" } else { "-1" }} onclick={choose}>{name}</button>
        }
    };
    let zoom = |name: &'static str, path: &'static str, to: f64| {
        let store = props.store.clone();
        let change = Callback::from(move |_: MouseEvent| store.dispatch(Action::Zoom(to)));
        html! { <button type="button" class="square" aria-label={name} title={name} onclick={change}>{icon(path)}</button> }
    };
    html! {
        <div class="tools">
            if let Some(search) = &props.search {
                <Search lang={props.lang} search={search.clone()} store={props.store.clone()} />
            }
            if props.search.is_some() || props.unfolded {
                <button type="button" class="fold follow" data-testid="follow" aria-pressed={props.follow.to_string()} title={words.follow_hint}
                    onclick={act(|| Action::Follow)}>{words.follow}</button>
            }
            if props.unfolded {
                <button type="button" class="fold" onclick={act(|| Action::Fold)}>{words.fold}</button>
            }
            if props.kept {
                <button type="button" class="fold" data-testid="let-go" onclick={act(|| Action::Beside(false))}>{words.let_go}</button>
            }
            <button type="button" class="square" data-testid="as-table" aria-label={words.as_table} title={words.as_table} onclick={props.ontable.reform(|_| ())}>{icon(icons::TABLE)}</button>
            {zoom(words.zoom_out, icons::MINUS, props.zoom / 1.5)}
            {zoom(words.zoom_in, icons::PLUS, props.zoom * 1.5)}
            {zoom(words.zoom_fit, icons::FIT, 1.0)}
            <div class="segmented" role="radiogroup" hidden={props.kept} data-testid="axis" aria-label={words.axis} onkeydown={Callback::from(rove_and_choose)}>
                {axis(AxisKind::Clock, words.axis_clock)}
                {axis(AxisKind::Steps, words.axis_steps)}
            </div>
        </div>
    }
}
