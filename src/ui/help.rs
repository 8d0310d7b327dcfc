//! The list of keys, and the switch that turns them off (WCAG 2.1.4).

use super::state::Action;
use super::store::Store;
use super::texts::texts;
use crate::scene::Lang;
use wasm_bindgen::JsCast;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct HelpProps {
    pub lang: Lang,
    pub keys: bool,
    pub store: Store,
}

#[component]
pub fn Help(props: &HelpProps) -> Html {
    let words = texts(props.lang);
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |_| {
            if let Some(dialog) = dialog.cast::<web_sys::HtmlDialogElement>() {
                // It is in the document and not open: this cannot fail.
                let _ = dialog.show_modal();
            }
        });
    }
    let shut = {
        let store = props.store.clone();
        Callback::from(move |_: Event| store.dispatch(Action::Help(false)))
    };
    let close = {
        let store = props.store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Help(false)))
    };
    let switch = {
        let store = props.store.clone();
        Callback::from(move |event: Event| {
            let input: Option<web_sys::HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
            if let Some(input) = input {
                super::dom::keep("keys", if input.checked() { "on" } else { "off" });
                store.dispatch(Action::Keys(input.checked()));
            }
        })
    };
    let rows: [(&[&str], &str); 7] = [
        (&["Space"], words.key_space),
        (&["←", "→"], words.key_arrows),
        (&["Shift ←", "Shift →"], words.key_shift_arrows),
        (&["PageUp", "PageDown"], words.key_pages),
        (&["Home", "End"], words.key_ends),
        (&["Ctrl Enter"], words.key_run),
        (&["?"], words.key_help),
    ];
    html! {
        <dialog ref={dialog} aria-labelledby="keys-title" onclose={shut}>
            <h2 id="keys-title">{words.help}</h2>
            <dl>
                {for rows.iter().map(|(keys, text)| html! {
                    <><dt>{for keys.iter().map(|key| html! { <kbd>{*key}</kbd> })}</dt><dd>{*text}</dd></>
                })}
            </dl>
            <label><input type="checkbox" checked={props.keys} onchange={switch} />{words.keys_on}</label>
            <p class="row-end"><button type="button" class="plain" onclick={close}>{words.close}</button></p>
        </dialog>
    }
}
