//! Looking for lanes by name and state, among those in folded groups too.

use super::lane::state_text;
use super::state::Action;
use super::store::Store;
use super::texts::texts;
use super::timeline::RowRef;
use crate::scene::{Lang, Row, TimelineNow, TimelinePlan};
use crate::trace::sorted::sort_by_key;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// With fewer lanes than this there is nothing to look for.
pub const FEW: usize = 13;

/// The lanes whose label, Python's name or present state has the text in it.
pub fn found(plan: &TimelinePlan, now: &TimelineNow, search: &str, lang: Lang) -> Vec<RowRef> {
    let wanted = search.to_lowercase();
    let lanes = plan.rows.iter().filter_map(|row| match row {
        Row::Lane(lane) => Some(lane),
        _ => None,
    });
    let mut hits: Vec<_> = lanes
        .chain(&plan.folded)
        .filter(|lane| {
            let at = now.lanes.binary_search_by_key(&lane.task, |now| now.task).ok();
            let state = at.map_or("", |at| state_text(now.lanes[at].state, lang));
            [&*lane.chip.full, &*lane.name, state].iter().any(|text| text.to_lowercase().contains(&wanted))
        })
        .cloned()
        .collect();
    sort_by_key(&mut hits, |lane| lane.task);
    hits.into_iter().map(|lane| RowRef::Lane(lane.into())).collect()
}

#[derive(Properties, PartialEq)]
pub struct SearchProps {
    pub lang: Lang,
    pub search: Rc<str>,
    pub store: Store,
}

#[component]
pub fn Search(props: &SearchProps) -> Html {
    let words = texts(props.lang);
    let look = {
        let store = props.store.clone();
        Callback::from(move |event: InputEvent| {
            let input: Option<web_sys::HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
            if let Some(input) = input {
                store.dispatch(Action::Search(input.value().into()));
            }
        })
    };
    html! {
        <input type="search" class="search" data-testid="search" aria-label={words.search} placeholder={words.search}
            value={props.search.to_string()} oninput={look} />
    }
}
