//! Three hints for a first visit, until they are closed.

use super::dom::{keep, kept, part_role};
use super::texts::texts;
use crate::scene::Lang;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct HintsProps {
    pub lang: Lang,
}

#[component]
pub fn Hints(props: &HintsProps) -> Html {
    let words = texts(props.lang);
    let open = use_state(|| kept("hints").is_none());
    let close = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| {
            keep("hints", "seen");
            open.set(false);
        })
    };
    html! {
        if *open {
            <section role={part_role()} class="panel hints" aria-label={words.hint_title} data-testid="hints">
                <ol><li>{words.hint_play}</li><li>{words.hint_output}</li><li>{words.hint_why}</li></ol>
                <button type="button" onclick={close}>{words.hint_close}</button>
            </section>
        }
    }
}
