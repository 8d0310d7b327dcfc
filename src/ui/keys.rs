//! The player's keys. They act while the focus is on the page and not in something that has keys of its own.

use super::moves::go_by;
use super::state::{Action, Page};
use super::store::Store;
use crate::player::Granularity;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Where keys mean something else.
const OWN_KEYS: &str = ".editor, input, textarea, select, dialog, [role=tablist], [role=radiogroup], [contenteditable]";

#[hook]
pub fn use_keys(store: &Store, place: &web_sys::EventTarget) {
    let (store, place) = (store.clone(), place.clone());
    use_effect_with((), move |_| {
        let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| press(&event, &store));
        // Listening cannot fail.
        let _ = place.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
        move || {
            let _ = place.remove_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
        }
    });
}

fn press(event: &KeyboardEvent, store: &Store) {
    let page = store.page();
    if !page.keys || page.help || event.is_composing() || event.default_prevented() {
        return;
    }
    if event.alt_key() || event.ctrl_key() || event.meta_key() {
        return;
    }
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let within =
        |selector: &str| target.as_ref().is_some_and(|target| target.closest(selector).ok().flatten().is_some());
    if within(OWN_KEYS) {
        return;
    }
    let key = event.key();
    if within("button, a") && matches!(key.as_str(), " " | "Enter") {
        return;
    }
    if act(&key, event.shift_key(), &page, store) {
        event.prevent_default();
    }
}

/// True if the key is one of ours.
fn act(key: &str, shift: bool, page: &Page, store: &Store) -> bool {
    let switch = shift.then_some(Granularity::Switch);
    match key {
        " " => store.dispatch(if page.playing { Action::Pause } else { Action::Play }),
        "ArrowRight" => go_by(store, switch, true),
        "ArrowLeft" => go_by(store, switch, false),
        "PageDown" => go_by(store, Some(Granularity::Turn), true),
        "PageUp" => go_by(store, Some(Granularity::Turn), false),
        "Home" => store.dispatch(Action::Go(0)),
        "End" => store.dispatch(Action::ToEnd),
        "?" => store.dispatch(Action::Help(true)),
        _ => return false,
    }
    true
}
